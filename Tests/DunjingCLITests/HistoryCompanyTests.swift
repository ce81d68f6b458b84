import Dunjing
import Foundation
import Synchronization
import Testing

@testable import DunjingCLI

/// What a process sees of the others in the folder of a search or a sweep.
@Suite struct HistoryCompanyTests {
  private let folder: URL
  private let history: History

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("dunjing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    history = History(folder: folder.path, identity: "a study")
  }

  /// A clock that goes when it is told to.
  private final class Clock: Sendable {
    private let value = Mutex(1_000.0)
    var seconds: Double { value.withLock(\.self) }
    func go(_ seconds: Double) { value.withLock { $0 += seconds } }
  }

  private func append(_ text: Data, to shard: Int?) throws {
    let path = history.path(of: shard)
    let known = FileManager.default.contents(atPath: path) ?? Data()
    try (known + text).write(to: URL(fileURLWithPath: path))
  }

  private func line(_ replication: Int, of identity: String = "a study") throws -> Data {
    let record = PlanRecord(
      plan: "p", replication: replication, values: IndicatorValues(Indicator.allCases.map { _ in 1.5 }))
    return try HistoryLine.data(record, identity)
  }

  @Test func `lines are news once, when they are whole`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = Clock()
    let company = HistoryCompany(history, shard: Shard(number: 1, count: 3), clock: { clock.seconds })
    func news() -> [Int] {
      clock.go(1)
      return company.news().map(\.replication)
    }
    try append(line(7), to: 1)
    #expect(news() == [])
    let whole = try line(4)
    try append(line(3) + whole.prefix(20), to: 2)
    #expect(news() == [3])
    try append(whole.dropFirst(20) + line(5), to: 2)
    try append(line(6), to: nil)
    #expect(news().sorted() == [4, 5, 6])
    #expect(news() == [])
    // Damaged lines and those of another study do not count.
    try append(Data("0123456789abcdef {}\n".utf8) + line(8, of: "another"), to: 3)
    #expect(news() == [])
    // A file that was begun anew is read from its beginning.
    try FileManager.default.removeItem(atPath: history.path(of: 2))
    try append(line(9), to: 2)
    #expect(news() == [9])
  }

  @Test func `who writes is present, for as long as its pieces may take`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try append(line(1), to: 3)
    try append(Data(), to: 4)
    let clock = Clock()
    let company = HistoryCompany(history, shard: Shard(number: 1, count: 5), clock: { clock.seconds })
    company.note(pieceSeconds: 4)
    _ = company.news()
    // The file of 3 is old, that of 4 was just begun, 2 and 5 never came.
    #expect((2...5).map(company.isPresent) == [false, false, true, false])
    clock.go(10)
    try append(line(2), to: 3)
    try append(line(2), to: 5)
    _ = company.news()
    #expect((2...5).map(company.isPresent) == [false, true, true, true])
    clock.go(21.9)
    #expect((2...5).map(company.isPresent) == [false, true, false, true])
    clock.go(0.2)
    #expect((2...5).map(company.isPresent) == [false, false, false, false])
  }

  @Test func `it does not look more often than pieces need`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = Clock()
    let company = HistoryCompany(history, shard: Shard(number: 1, count: 2), clock: { clock.seconds })
    company.note(pieceSeconds: 0.8)
    _ = company.news()
    try append(line(1), to: 2)
    clock.go(0.09)
    #expect(company.news() == [])
    clock.go(0.02)
    #expect(company.news().count == 1)
  }

  @Test func `how a command is played is no part of the question`() {
    let typed = [
      "sweep", "a", "--set", "k=1", "--threads", "2", "--memory", "900", "--prepare", "--shard=1/2",
      "--overwrite", "--json",
      "--out",
      "x"
    ]
    #expect(CommandFile.question(typed) == ["sweep", "a", "--set", "k=1", "--out", "x"])
  }
}
