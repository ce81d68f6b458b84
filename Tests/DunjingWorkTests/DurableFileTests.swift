import Foundation
import Synchronization
import Testing

@testable import DunjingWork

@Suite struct DurableFileTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var path: String { folder.appendingPathComponent("000001.json").path }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Calls of which one fails with a code; counted from 1.
  private func calls(failing number: Int, code: Int32, count: Counter) -> FileCalls {
    let system = FileCalls()
    var calls = FileCalls()
    let fails: @Sendable () -> Bool = {
      guard count.next() == number else { return false }
      errno = code
      return true
    }
    calls.create = { fails() ? -1 : system.create($0) }
    calls.openFolder = { fails() ? -1 : system.openFolder($0) }
    calls.write = { fails() ? -1 : system.write($0, UnsafeRawBufferPointer(rebasing: $1.prefix(1_000))) }
    calls.flush = { fails() ? -1 : system.flush($0) }
    calls.rename = { fails() ? -1 : system.rename($0, $1) }
    return calls
  }

  private final class Counter: Sendable {
    private let value = Mutex(0)
    func next() -> Int {
      value.withLock { value in
        value += 1
        return value
      }
    }
  }

  @Test func `whatever call fails, the file is the old one or the new one, and no draft stays`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (old, new) = (Data("old".utf8), Data(repeating: 65, count: 2_500))
    var failures = 0
    for number in 1...20 {
      try DurableFile(path).write(old)
      let counter = Counter()
      do {
        try DurableFile(path, calls: calls(failing: number, code: ENOSPC, count: counter)).write(new)
      } catch let fault as WorkFault {
        failures += 1
        #expect(fault == .file(path: path, code: ENOSPC))
      }
      let found = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(found == old || found == new)
      #expect(names == ["000001.json"])
    }
    // Creating, three writes, flushing, renaming, opening the folder and flushing it.
    #expect(failures == 8)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == new)
  }

  @Test func `a folder that cannot be flushed is no fault`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try DurableFile(path, calls: calls(failing: 6, code: EINVAL, count: Counter())).write(Data("new".utf8))
    #expect(names == ["000001.json"])
  }

  @Test func `a folder that is not there is named`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("none/1.json").path
    #expect(throws: WorkFault.file(path: path, code: ENOENT)) {
      try DurableFile(path).write(Data("new".utf8))
    }
  }
}
