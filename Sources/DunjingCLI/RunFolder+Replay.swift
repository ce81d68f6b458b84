import Dunjing
import Foundation

/// The day that the reports of a run replay, kept so that they can be written again without simulating.
extension RunFolder {
  /// Its file.
  static let replay = "replay.json"

  /// Keeps the day of a run; without one, removes that of an earlier run.
  func keep(_ replay: DayReplay?, of manifest: Manifest) throws {
    guard let replay else { return try remove(Self.replay) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let body = try encoder.encode(replay)
    try write(
      Data((Self.checksum(of: body, manifest, Self.replayNumber) + "\n").utf8) + body, to: Self.replay)
  }

  /// Reads the day of a run; nil where it has none.
  /// - Throws: a fault where it is damaged or of another run.
  func replay(of manifest: Manifest) throws -> DayReplay? {
    guard let data = try? Data(contentsOf: url.appendingPathComponent(Self.replay)) else { return nil }
    if let lineEnd = data.firstIndex(of: 10) {
      let body = Data(data[(lineEnd + 1)...])
      let isIntact =
        String(decoding: data[..<lineEnd], as: UTF8.self)
        == Self.checksum(of: body, manifest, Self.replayNumber)
      if isIntact, let replay = try? JSONDecoder().decode(DayReplay.self, from: body) { return replay }
    }
    let file = FolderPath.joined(url.relativePath, Self.replay)
    let command = manifest.resuming(url.relativePath)
    throw CommandFault(
      zh: "\(file)（一天回放）已损坏或属于另一次运行。请重写它：\(command)",
      en:
        "\(file), the day on the map, is damaged or of another run. Write it again: \(command)",
      status: ExitStatus.invalidInput)
  }

  /// Stands for the day where replications have their number.
  private static let replayNumber = -1
}
