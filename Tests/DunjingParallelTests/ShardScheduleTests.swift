import Testing

@testable import DunjingParallel

/// Processes that play a batch together, in a time of their own.
@Suite struct ShardScheduleTests {
  /// Several processes of one thread that tell each other at once what they have finished.
  private struct Processes {
    var schedules: [ShardSchedule]
    /// Steps of time that a piece takes each process; nil for one that is not there.
    let pace: [Int?]
    /// How often each piece was played.
    var played: [Int]
    /// The step of time at which everything was there.
    var end = 0

    init(pieces: Int, pace: [Int?]) {
      self.pace = pace
      schedules = (1...pace.count).map {
        ShardSchedule(pieces: pieces, shard: Shard(number: $0, count: pace.count), threads: 1)
      }
      played = Array(repeating: 0, count: pieces)
    }

    mutating func run() {
      var hands: [(piece: Int, left: Int)?] = pace.map { _ in nil }
      while schedules.indices.contains(where: { pace[$0] != nil && !schedules[$0].isFinished }), end < 10_000
      {
        for number in schedules.indices where hands[number] == nil {
          guard let pace = pace[number] else { continue }
          let known = self.pace
          if case .play(let piece) = schedules[number].next(isPresent: { known[$0 - 1] != nil }) {
            hands[number] = (piece, pace)
          }
        }
        end += 1
        for number in hands.indices {
          guard let (piece, left) = hands[number] else { continue }
          hands[number] = left > 1 ? (piece, left - 1) : nil
          guard left == 1 else { continue }
          played[piece] += 1
          for other in schedules.indices { schedules[other].finish(piece) }
        }
      }
    }
  }

  @Test(arguments: [(1, 1), (1, 7), (3, 9), (4, 9), (5, 3), (8, 200)])
  func `processes of one pace play each piece once, in the time of the longest block`(
    _ count: Int, _ pieces: Int
  ) {
    var processes = Processes(pieces: pieces, pace: Array(repeating: 1, count: count))
    processes.run()
    #expect(processes.played.allSatisfy { $0 == 1 })
    #expect(processes.end == (pieces + count - 1) / count)
  }

  @Test func `the fast help the slow`() {
    var alone = Processes(pieces: 40, pace: [10])
    alone.run()
    var processes = Processes(pieces: 40, pace: [10, 1])
    processes.run()
    #expect(alone.end == 400 && processes.end <= 41)
    #expect(processes.played.reduce(0, +) <= 41)
  }

  @Test func `what somebody who is not there should play is played by the others`() {
    var processes = Processes(pieces: 30, pace: [1, nil, 1])
    processes.run()
    #expect(processes.played.allSatisfy { $0 >= 1 } && processes.end <= 17)
    // Two who are free at once may take the same piece at the end, and no more.
    #expect(processes.played.reduce(0, +) <= 32)
  }

  @Test func `who has nothing to do waits for those who are there, and not for its own threads`() {
    var schedule = ShardSchedule(pieces: 2, shard: Shard(number: 1, count: 2), threads: 1)
    #expect(schedule.next { _ in true } == .play(0))
    #expect(schedule.next { _ in true } == .wait)
    schedule.finish(1)
    #expect(schedule.next { _ in true } == .done && !schedule.isFinished)
    schedule.finish(0)
    schedule.finish(0)
    #expect(schedule.isFinished)
  }

  @Test func `blocks have every piece once`() {
    for (pieces, count) in [(10, 3), (2, 5), (0, 2)] {
      let schedule = ShardSchedule(pieces: pieces, shard: Shard(number: 1, count: count), threads: 1)
      #expect((1...count).flatMap(schedule.block) == Array(0..<pieces))
    }
  }
}
