import Foundation
import Synchronization

/// Progress of long work on standard error: one line that changes on a terminal, some plain lines elsewhere.
final class ProgressLine: Sendable {
  private struct State {
    var found = 0
    var played = 0
    var total = 0
    var lastPrinted = 0
    var done: Int { found + played }
  }

  private let start = Date()
  private let isTerminal = Terminal.isInteractive
  private let text: @Sendable (Int, Int, String) -> String
  private let state = Mutex(State())

  init(text: @escaping @Sendable (Int, Int, String) -> String) {
    self.text = text
  }

  /// How much is done and how much there will be.
  var counts: (done: Int, total: Int) {
    state.withLock { ($0.done, $0.total) }
  }

  /// Says how much is there already, which tells nothing about speed, and how much there will be in all.
  func expect(available: Int, total: Int) {
    state.withLock { state in
      state.found = max(state.found, available - state.played)
      state.total = total
    }
  }

  /// Counts one more piece that is there already.
  func find() {
    state.withLock { $0.found += 1 }
  }

  func advance() {
    state.withLock { state in
      state.played += 1
      let step = isTerminal ? 1 : max(1, state.total / 10)
      guard state.done == state.total || state.done - state.lastPrinted >= step else { return }
      state.lastPrinted = state.done
      let line = text(state.done, state.total, remaining(state))
      let ending = isTerminal && state.done < state.total ? "" : "\n"
      Message.print(on: .standardError, (isTerminal ? "\r\u{1B}[K" : "") + line + ending)
    }
  }

  private func remaining(_ state: State) -> String {
    let elapsed = Date().timeIntervalSince(start)
    let rate = elapsed / Double(max(state.played, 1))
    let seconds = Int((rate * Double(max(state.total - state.done, 0))).rounded(.up))
    return seconds < 90 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
