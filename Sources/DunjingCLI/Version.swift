/// The version of the program and the formats it writes.
enum Version {
  /// The version of the program.
  static let text = "0.1.0"
}
