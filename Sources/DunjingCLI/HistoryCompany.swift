import Dunjing
import Foundation
import Synchronization

/// The other processes that play in the folder of a search or a sweep, seen by the files they append to.
final class HistoryCompany: PlanCompany {
  /// What is known of the file of a process, by its number; 0 stands for one that plays alone.
  private struct Reading {
    /// How far it was read: to the end of a line.
    var offset = 0
    /// When it was last seen to grow.
    var heard: Double?
  }

  private struct State {
    var readings: [Int: Reading] = [:]
    var lastLook = -Double.infinity
    /// The longest time that a piece took this process, in seconds; nil before the first.
    var longest: Double?

    /// Seconds between two looks: a fraction of what a piece takes, so that little is played twice, and not so few that a folder
    /// on another machine suffers.
    var interval: Double { min(max((longest ?? 2) / 8, 0.02), 0.25) }

    /// Seconds without news after which a process counts as absent: several times what a piece takes here, as its machine may be
    /// slower, and some to think between batches.
    var patience: Double { longest.map { 10 + 3 * $0 } ?? 60 }
  }

  /// The most processes that play one search or sweep together.
  static let most = 1_000

  let shard: Shard
  private let history: History
  private let clock: @Sendable () -> Double
  private let state = Mutex(State())

  /// Creates the company; what others have written by now is taken as heard of long ago, but an empty file as one of a process
  /// that has just begun.
  /// - Parameter clock: seconds that never go back.
  init(
    _ history: History, shard: Shard,
    clock: @escaping @Sendable () -> Double = { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }
  ) {
    (self.history, self.shard, self.clock) = (history, shard, clock)
    for writer in others {
      let heard = size(of: writer) == 0 ? clock() : nil
      state.withLock { $0.readings[writer ?? 0] = Reading(offset: 0, heard: heard) }
    }
  }

  var seconds: Double { clock() }

  func news() -> [PlanRecord] {
    let now = clock()
    return state.withLock { state in
      guard now - state.lastLook >= state.interval else { return [] }
      state.lastLook = now
      return others.flatMap { news(of: $0, &state, now) }
    }
  }

  func isPresent(_ number: Int) -> Bool {
    let now = clock()
    return state.withLock { state in
      state.readings[number]?.heard.map { now - $0 <= state.patience } ?? false
    }
  }

  func note(pieceSeconds: Double) {
    state.withLock { $0.longest = max($0.longest ?? 0, pieceSeconds) }
  }

  func pause() -> Bool {
    guard !Interruption.isRequested else { return false }
    Thread.sleep(forTimeInterval: state.withLock(\.interval))
    return !Interruption.isRequested
  }

  /// The others with files; nil for one that plays alone in the same folder.
  private var others: [Int?] { history.writers.filter { $0 != shard.number } }

  private func size(of writer: Int?) -> Int {
    ((try? FileManager.default.attributesOfItem(atPath: history.path(of: writer)))?[.size] as? Int) ?? 0
  }

  /// The lines that a process has written since the last look.
  private func news(of writer: Int?, _ state: inout State, _ now: Double) -> [PlanRecord] {
    var reading = state.readings[writer ?? 0] ?? Reading(heard: now)
    defer { state.readings[writer ?? 0] = reading }
    let size = size(of: writer)
    // A file that was begun anew.
    if size < reading.offset { reading.offset = 0 }
    guard size > reading.offset, let file = FileHandle(forReadingAtPath: history.path(of: writer)) else {
      return []
    }
    defer { try? file.close() }
    guard (try? file.seek(toOffset: UInt64(reading.offset))) != nil,
      let new = try? file.readToEnd(), let end = new.lastIndex(of: 10)
    else { return [] }
    // The first look finds what is old, too; whoever is there will write more.
    if reading.offset > 0 || reading.heard != nil { reading.heard = now }
    reading.offset += end - new.startIndex + 1
    return new[...end].split(separator: 10).compactMap {
      HistoryLine.record(of: Data($0), history.identity)
    }
  }
}
