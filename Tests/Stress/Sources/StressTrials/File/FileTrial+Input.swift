/// A bundle as one sequence of bytes, for fuzzers: before each file a line with its name.
extension FileTrial {
  private static let mark = Array("=== ".utf8)

  /// The bundles that mutations start from, as inputs.
  public var inputs: [[UInt8]] { corpus.map(Self.input) }

  static func input(of files: [String: [UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in files.keys.sorted() {
      bytes += mark + Array(name.utf8) + [10]
      bytes += (files[name] ?? []) + [10]
    }
    return bytes
  }

  /// Takes an input apart; bytes before the first name are `scenario.yaml`.
  public static func files(ofInput bytes: [UInt8]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = ["scenario.yaml": []]
    var (name, content) = ("scenario.yaml", [UInt8]())
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        if !content.isEmpty { files[name] = content }
        (name, content) = (String(decoding: line.dropFirst(mark.count), as: UTF8.self), [])
      } else {
        content += line + [10]
      }
    }
    if !content.isEmpty { files[name] = content }
    return files
  }
}
