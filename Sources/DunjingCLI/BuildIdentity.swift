import Foundation

/// Identifies the very build of the program: twelve hexadecimal digits of a hash of its executable.
///
/// The hash is that of Fowler, Noll and Vo over words of eight bytes, with the bits of every word spread to the lower ones:
/// it tells builds apart in hundredths of a second, and proves nothing against somebody who wants two of them to be alike.
enum BuildIdentity {
  static let text: String = {
    guard let file = FileHandle(forReadingAtPath: "/proc/self/exe"), let text = try? text(of: file) else {
      return "unknown"
    }
    return text
  }()

  /// The identity of a program in a file, read piece by piece: the whole is larger than many a study in memory.
  /// - Parameter pieceSize: bytes of a piece, a multiple of eight.
  static func text(of file: FileHandle, pieceSize: Int = 1 << 20) throws -> String {
    var hash = ProgramHash(length: Int(try file.seekToEnd()))
    try file.seek(toOffset: 0)
    while let piece = try file.read(upToCount: pieceSize), !piece.isEmpty { hash.add(piece) }
    return hash.text
  }
}

/// The hash of a program that is still being read.
private struct ProgramHash {
  private var value: UInt64

  /// Begins the hash of so many bytes.
  init(length: Int) { value = 0xcbf2_9ce4_8422_2325 ^ UInt64(length) }

  /// Adds bytes; only in the last piece their number need not be a multiple of eight.
  mutating func add(_ piece: Data) {
    piece.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for word in 0..<words { add(bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) }
      for byte in bytes[(words * 8)...] { add(UInt64(byte)) }
    }
  }

  private mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x0000_0100_0000_01b3
    value ^= value >> 32
  }

  /// Twelve of its digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
  }
}
