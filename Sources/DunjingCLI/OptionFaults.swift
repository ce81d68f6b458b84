import Dunjing

/// What is wrong with the options of a command, to be told all at once.
final class OptionFaults {
  private var faults: [CommandFault] = []

  /// Returns what an option says, or a stand-in after keeping its fault.
  func value<Value>(or standIn: Value, _ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let fault as CommandFault {
      faults.append(fault)
      return standIn
    }
  }

  /// Throws one fault with all that were kept, each on a line of its own.
  func check() throws {
    guard !faults.isEmpty else { return }
    throw CommandFault(
      zh: faults.map(\.text.zh).joined(separator: "\n错误："),
      en: faults.map(\.text.en).joined(separator: "\nerror: "))
  }
}
