import Dunjing
import Foundation

extension RunFolder.Manifest {
  /// The command that goes on with a run and plays again what is missing of it, as it can be pasted into a shell.
  /// - Parameters:
  ///   - path: the folder of the run, whose copy of the study is played.
  ///   - replays: whether the run has a day on the map.
  func resuming(_ path: String, replays: Bool = true) -> String {
    var words = ["dunjing", "run", FolderPath.joined(path, RunFolder.study)]
    words += (settings ?? []).flatMap { ["--set", $0] }
    words += ["--out", FolderPath.plain(path), "--resume", "--seed", "\(seed)"]
    words += precision.map { ["--precision", "\($0.relative)"] } ?? ["--replications", "\(replications)"]
    words += ["--treatments", treatments.joined(separator: ",")]
    return (words + (replays ? [] : ["--no-replay"])).map(Message.pasted).joined(separator: " ")
  }
}
