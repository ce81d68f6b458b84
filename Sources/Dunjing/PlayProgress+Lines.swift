import Foundation

extension PlayProgress {
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

  private static func text(done: Int, total: Int, secondsLeft: Int) -> LocalizedText {
    LocalizedText(
      zh: "已仿真 \(done)/\(total) 次，约剩 \(secondsLeft) 秒",
      en: "\(done) of \(total) replications played, about \(secondsLeft) s left")
  }
}
