import Foundation
import Testing

@testable import DunjingCLI

@Suite struct BuildIdentityTests {
  private func identity(_ bytes: Data, pieceSize: Int = 1 << 20) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try BuildIdentity.text(of: FileHandle(forReadingFrom: file), pieceSize: pieceSize)
  }

  /// Any single changed byte, wherever it is, gives another identity; so do bytes that are left out.
  @Test func `programs that differ in a byte have other identities`() throws {
    let program = Data((0..<1_003).map { UInt8(truncatingIfNeeded: $0 * 37 + $0 / 7) })
    var identities: Set<String> = [try identity(program)]
    for position in program.indices {
      for change in [UInt8(1), 128] {
        var other = program
        other[position] ^= change
        identities.insert(try identity(other))
      }
    }
    for length in 1..<8 { identities.insert(try identity(Data(program.dropLast(length)))) }
    #expect(identities.count == 1 + 2 * program.count + 7)
    #expect(identities.allSatisfy { $0.count == 12 })
  }

  @Test(arguments: [8, 24, 72, 80]) func `pieces of any size give the same`(pieceSize: Int) throws {
    let bytes = Data((0..<77).map { UInt8($0 * 3) })
    #expect(try identity(bytes, pieceSize: pieceSize) == identity(bytes))
    #expect(BuildIdentity.text == BuildIdentity.text && BuildIdentity.text != "unknown")
  }
}
