import Foundation
import Synchronization

/// Says which case was played when the process gets a fatal signal.
enum CrashReport {
  static let current = Atomic<Int>(-1)
  static let started = Atomic<Int>(0)

  /// Notes the case that begins, and the processor time so far.
  static func begin(_ number: Int) {
    started.store(milliseconds, ordering: .relaxed)
    current.store(number, ordering: .relaxed)
  }

  /// Processor time of this process in milliseconds.
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  static func install() {
    // A stack of its own, because the fault may be that the stack is full.
    var stack = stack_t()
    stack.ss_size = 65_536
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      CrashReport.say("crashed with signal", Int(signal), exit: 70)
    }
    action.sa_flags = SA_ONSTACK
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { sigaction(signal, &action, nil) }
  }

  /// Writes a line at once, so that a crash afterwards does not lose it.
  static func line(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  /// Writes the line of a failure without allocating anything, and ends the process.
  static func say(_ what: StaticString, _ detail: Int, exit status: Int32) {
    func write(_ text: StaticString) { _ = Foundation.write(1, text.utf8Start, text.utf8CodeUnitCount) }
    func write(_ number: Int) {
      var divisor = 1
      while number / divisor >= 10 { divisor *= 10 }
      while divisor > 0 {
        var digit = UInt8(48 + number / divisor % 10)
        _ = Foundation.write(1, &digit, 1)
        divisor /= 10
      }
    }
    write("fail ")
    write(max(0, current.load(ordering: .relaxed)))
    write(" ")
    write(what)
    write(" ")
    write(detail)
    write("\n")
    _exit(status)
  }
}

/// Ends the process when one case takes too much processor time.
enum Watchdog {
  static func start(patience: Double) {
    let limit = Int(patience * 1_000)
    Thread.detachNewThread {
      while true {
        usleep(200_000)
        let spent = CrashReport.milliseconds - CrashReport.started.load(ordering: .relaxed)
        if CrashReport.current.load(ordering: .relaxed) >= 0 && spent > limit {
          CrashReport.say("hangs after milliseconds", spent, exit: 71)
        }
      }
    }
  }
}
