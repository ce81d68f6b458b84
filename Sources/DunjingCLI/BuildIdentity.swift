import Foundation

/// Identifies the very build of the program: twelve hexadecimal digits of a hash of its executable.
///
/// The hash is that of Fowler, Noll and Vo over words of eight bytes, with the bits of every word spread to the lower ones:
/// it tells builds apart in hundredths of a second, and proves nothing against somebody who wants two of them to be alike.
enum BuildIdentity {
  static let text: String = {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: "/proc/self/exe"), options: .mappedIfSafe)
    else { return "unknown" }
    return text(of: data)
  }()

  /// The identity of a program of these bytes.
  static func text(of data: Data) -> String {
    let hash = data.withUnsafeBytes { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
      let words = bytes.count / 8
      for word in 0..<words { add(bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self), to: &hash) }
      for byte in bytes[(words * 8)...] { add(UInt64(byte), to: &hash) }
      return hash
    }
    let digits = String(hash, radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
  }

  private static func add(_ word: UInt64, to hash: inout UInt64) {
    hash = (hash ^ word) &* 0x0000_0100_0000_01b3
    hash ^= hash >> 32
  }
}
