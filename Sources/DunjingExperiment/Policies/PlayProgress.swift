import DunjingScenario
import Foundation

/// Who is told how far a comparison is: after each of its plays, by one thread at a time.
public struct PlayProgress: Sendable {
  let tell: @Sendable (_ done: Int, _ total: Int) -> Void

  /// - Parameter tell: called with the number of plays that are done, and of all.
  public init(_ tell: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) {
    self.tell = tell
  }

  /// Lines on the standard error in the language of the locale, ten in all, with the time that is left if plays go on as fast.
  public static var lines: PlayProgress {
    let start = Date()
    return PlayProgress { done, total in
      guard done == total || done % max(1, total / 10) == 0 else { return }
      let left = Date().timeIntervalSince(start) / Double(done) * Double(total - done)
      let line = text(done: done, total: total, secondsLeft: Int(left.rounded(.up))).text(in: .ofLocale)
      try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
  }

  static func text(done: Int, total: Int, secondsLeft: Int) -> LocalizedText {
    LocalizedText(
      zh: "已仿真 \(done)/\(total) 次，约剩 \(secondsLeft) 秒",
      en: "\(done) of \(total) replications played, about \(secondsLeft) s left")
  }
}
