import Dunjing
import Foundation
import Synchronization

/// The other processes that play in the folder of a search or a sweep, seen by the files they append to.
final class HistoryCompany: PlanCompany {
  /// What is known of the file of a process.
  private struct Reading {
    /// How far it was read: to the end of a line.
    var offset = 0
    /// When it was last seen to grow.
    var heard: Double?
  }

  let shard: Shard
  private let history: History
  private let readings = Mutex<[Int: Reading]>([:])
  private let lastLook = Mutex<Double>(-.infinity)

  /// The most processes that play one search or sweep together.
  static let most = 10_000

  /// Creates the company; what others have written by now is taken as heard of long ago.
  init(_ history: History, shard: Shard) {
    (self.history, self.shard) = (history, shard)
    for case .some(let number) in history.writers where number != shard.number {
      let size = (try? FileManager.default.attributesOfItem(atPath: history.path(of: number)))?[.size] as? Int
      readings.withLock { $0[number] = Reading(offset: 0, heard: size == 0 ? seconds : nil) }
    }
  }

  var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

  func news(every interval: Double) -> [PlanRecord] {
    let now = seconds
    let isDue = lastLook.withLock { last in
      guard now - last >= interval else { return false }
      last = now
      return true
    }
    guard isDue else { return [] }
    return history.writers.compactMap(\.self).filter { $0 != shard.number }.flatMap(records)
  }

  func isPresent(_ number: Int, within patience: Double) -> Bool {
    let now = seconds
    return readings.withLock { $0[number]?.heard.map { now - $0 <= patience } ?? false }
  }

  func pause(_ seconds: Double) -> Bool {
    guard !Interruption.isRequested else { return false }
    Thread.sleep(forTimeInterval: seconds)
    return !Interruption.isRequested
  }

  /// The lines that a process has written since the last look.
  private func records(of number: Int) -> [PlanRecord] {
    let now = seconds
    return readings.withLock { readings in
      var reading = readings[number] ?? Reading(heard: now)
      defer { readings[number] = reading }
      guard let file = FileHandle(forReadingAtPath: history.path(of: number)) else { return [] }
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
}
