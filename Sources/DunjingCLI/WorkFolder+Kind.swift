import Dunjing
import Foundation

extension WorkFolder {
  /// Makes sure that the folder is one of a planned experiment and not of a search or a sweep, which have no units.
  func checkPlanned() throws {
    guard !FileManager.default.fileExists(atPath: path(of: Self.planFile)),
      let file = CommandFile.read(in: path)
    else { return }
    throw CommandFault(
      zh: "\(path) 属于 dunjing \(file.arguments.first ?? "")，没有工作单元。继续计算：dunjing \(file.text)",
      en:
        "\(path) belongs to dunjing \(file.arguments.first ?? "") and has no units. Go on with it: dunjing \(file.text)"
    )
  }
}
