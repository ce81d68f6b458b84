import Foundation
import Synchronization

/// Progress of long work on standard error: one line that changes on a terminal, some plain lines elsewhere.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var lastPrinted = -1
  }

  private let total: Int
  private let start = Date()
  private let isTerminal = isatty(2) == 1
  private let text: @Sendable (Int, Int, String) -> String
  private let state = Mutex(State())

  init(total: Int, text: @escaping @Sendable (Int, Int, String) -> String) {
    self.total = total
    self.text = text
  }

  func advance() {
    state.withLock { state in
      state.done += 1
      let step = isTerminal ? 1 : max(1, total / 10)
      guard state.done == total || state.done - state.lastPrinted >= step else { return }
      state.lastPrinted = state.done
      let line = text(state.done, total, remaining(state.done))
      let ending = isTerminal && state.done < total ? "" : "\n"
      FileHandle.standardError.write(Data(((isTerminal ? "\r\u{1B}[K" : "") + line + ending).utf8))
    }
  }

  private func remaining(_ done: Int) -> String {
    let elapsed = Date().timeIntervalSince(start)
    let seconds = Int((elapsed / Double(max(done, 1)) * Double(total - done)).rounded(.up))
    return seconds < 90 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
