import Foundation
import Testing

@testable import DunjingCLI

@Suite struct BuildIdentityTests {
  /// Any single changed byte, wherever it is, gives another identity; so do bytes that are left out.
  @Test func `programs that differ in a byte have other identities`() {
    let program = Data((0..<1_003).map { UInt8(truncatingIfNeeded: $0 * 37 + $0 / 7) })
    var identities: Set<String> = [BuildIdentity.text(of: program)]
    for position in program.indices {
      for change in [UInt8(1), 128] {
        var other = program
        other[position] ^= change
        identities.insert(BuildIdentity.text(of: other))
      }
    }
    for length in 1..<8 { identities.insert(BuildIdentity.text(of: program.dropLast(length))) }
    #expect(identities.count == 1 + 2 * program.count + 7)
    #expect(identities.allSatisfy { $0.count == 12 })
  }

  @Test func `it is the same for the same bytes`() {
    let bytes = Data(repeating: 7, count: 77)
    #expect(BuildIdentity.text(of: bytes) == BuildIdentity.text(of: Data(Array(bytes))))
    #expect(BuildIdentity.text == BuildIdentity.text && BuildIdentity.text != "unknown")
  }
}
