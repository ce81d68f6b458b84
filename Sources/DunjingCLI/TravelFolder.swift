import Dunjing
import Foundation

/// Keeps travel times over large networks of roads in the user's cache folder: a file for each table, named by what it was
/// computed from, with a checksum; what cannot be read or written is simply computed.
///
/// The folder is `$DUNJING_CACHE`, or `dunjing` in `$XDG_CACHE_HOME` or `~/.cache`; `DUNJING_CACHE=off` keeps nothing.
struct TravelFolder: TravelStore {
  let url: URL

  /// Tables that took fewer steps are computed as fast as they are read.
  static let leastWork = 4_000_000
  /// Bytes in all; the files that were used longest ago go first.
  static let limit = 4_000_000_000

  /// The folder of the environment; nil if nothing is to be kept.
  static func standard(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> TravelFolder?
  {
    if let path = environment["DUNJING_CACHE"] {
      return path == "off" || path.isEmpty
        ? nil : TravelFolder(url: URL(fileURLWithPath: path, isDirectory: true))
    }
    let parent =
      environment["XDG_CACHE_HOME"].map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? environment["HOME"].map {
        URL(fileURLWithPath: $0, isDirectory: true).appendingPathComponent(".cache")
      }
    return parent.map { TravelFolder(url: $0.appendingPathComponent("dunjing", isDirectory: true)) }
  }

  func seconds(for key: TravelKey) -> [Float]? {
    guard key.work >= Self.leastWork, let data = try? Data(contentsOf: file(key), options: .mappedIfSafe),
      data.count >= 8, (data.count - 8) % MemoryLayout<Float>.stride == 0
    else { return nil }
    let seconds = data.dropFirst(8).withUnsafeBytes { bytes in
      [Float](unsafeUninitializedCapacity: bytes.count / MemoryLayout<Float>.stride) { buffer, count in
        count = bytes.copyBytes(to: buffer) / MemoryLayout<Float>.stride
      }
    }
    let sum = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard Self.checksum(seconds) == sum else { return nil }
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file(key).path)
    return seconds
  }

  func keep(_ seconds: [Float], for key: TravelKey) {
    guard key.work >= Self.leastWork, seconds.count * MemoryLayout<Float>.stride < Self.limit / 2 else {
      return
    }
    var data = Data()
    withUnsafeBytes(of: Self.checksum(seconds).littleEndian) { data.append(contentsOf: $0) }
    seconds.withUnsafeBytes { data.append(contentsOf: $0) }
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try data.write(to: file(key), options: .atomic)
      removeOldest()
    } catch {
      // A full disk or a folder that may not be written only costs time.
    }
  }

  private func file(_ key: TravelKey) -> URL { url.appendingPathComponent("\(key.text).travel") }

  private static func checksum(_ seconds: [Float]) -> UInt64 {
    seconds.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1.bitPattern)) &* 0x0000_0100_0000_01b3 }
  }

  private func removeOldest() {
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey]
    let files =
      ((try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: keys)) ?? [])
      .filter { $0.pathExtension == "travel" }
      .compactMap { file -> (url: URL, size: Int, date: Date)? in
        guard let values = try? file.resourceValues(forKeys: Set(keys)), let size = values.fileSize,
          let date = values.contentModificationDate
        else { return nil }
        return (file, size, date)
      }.sorted { $0.date > $1.date }
    var sum = 0
    for file in files {
      sum += file.size
      if sum > Self.limit { try? FileManager.default.removeItem(at: file.url) }
    }
  }
}

extension World {
  /// Compiles a study, with travel times that were kept from earlier runs.
  init(keeping valid: ValidScenario, travelingAlsoBy mode: String? = nil) {
    self.init(compiling: valid, travelingAlsoBy: mode, travelStore: TravelFolder.standard())
  }
}
