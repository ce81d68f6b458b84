/// The hash function SHA-256 of FIPS 180-4 (2015), sections 4.1.2, 5.1.1, 5.3.3 and 6.2.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  ]
  private var block: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// Returns the hash of a message as 64 hexadecimal digits.
  public static func hexadecimal(of message: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(message)
    return hash.finish()
  }

  /// Adds bytes to the message.
  mutating func update(_ bytes: [UInt8]) {
    byteCount += UInt64(bytes.count)
    var rest = bytes[...]
    if !block.isEmpty {
      block += rest.prefix(64 - block.count)
      rest = rest.dropFirst(block.count - Int((byteCount - UInt64(bytes.count)) % 64))
      guard block.count == 64 else { return }
      compress(block[...])
      block.removeAll(keepingCapacity: true)
    }
    while rest.count >= 64 {
      compress(rest.prefix(64))
      rest = rest.dropFirst(64)
    }
    block += rest
  }

  /// Pads the message (section 5.1.1) and returns the hash as 64 hexadecimal digits.
  mutating func finish() -> String {
    let bitCount = byteCount &* 8
    var padding: [UInt8] = [0x80]
    padding += [UInt8](repeating: 0, count: (119 - block.count) % 64)
    padding += (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * $0)) }
    update(padding)
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// Adds a block of 64 bytes. Pointers and plain loops keep this fast in debug builds too, where tests hash the program.
  private mutating func compress(_ chunk: ArraySlice<UInt8>) {
    chunk.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        guard let bytes = bytes.baseAddress, let words = words.baseAddress else { return }
        Self.schedule(bytes, into: words)
        Self.constants.withUnsafeBufferPointer { constants in
          guard let constants = constants.baseAddress else { return }
          mix(words, constants)
        }
      }
    }
  }

  private mutating func mix(_ words: UnsafeMutablePointer<UInt32>, _ constants: UnsafePointer<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var round = 0
    while round < 64 {
      let turnedE = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ turnedE &+ choice &+ constants[round] &+ words[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let turnedA = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
      h = g
      g = f
      f = e
      e = d &+ first
      d = c
      c = b
      b = a
      a = first &+ turnedA &+ majority
      round &+= 1
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func schedule(
    _ bytes: UnsafePointer<UInt8>, into words: UnsafeMutablePointer<UInt32>
  ) {
    var index = 0
    while index < 16 {
      let start = bytes + 4 &* index
      let high = UInt32(truncatingIfNeeded: start[0]) &<< 24 | UInt32(truncatingIfNeeded: start[1]) &<< 16
      let low = UInt32(truncatingIfNeeded: start[2]) &<< 8 | UInt32(truncatingIfNeeded: start[3])
      words[index] = high | low
      index &+= 1
    }
    while index < 64 {
      let near = words[index &- 2]
      let far = words[index &- 15]
      let small = (far &>> 7 | far &<< 25) ^ (far &>> 18 | far &<< 14) ^ (far &>> 3)
      let large = (near &>> 17 | near &<< 15) ^ (near &>> 19 | near &<< 13) ^ (near &>> 10)
      words[index] = large &+ words[index &- 7] &+ small &+ words[index &- 16]
      index &+= 1
    }
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2
  ]
}
