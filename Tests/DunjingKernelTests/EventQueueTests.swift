import DunjingKernel
import Testing

@Suite struct EventQueueTests {
  /// A small deterministic generator: the kernel knows no random streams.
  private struct Congruential {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// Whatever the spans: all events in the heap, a few in each, many spans for each event, more spans than are kept.
  @Test(arguments: [1, 2, 5, 17, 64, 257], [Double.infinity, 4, 0.7, 0.001])
  func eventsComeInTheOrderOfTimeKindAndSequence(pending: Int, span: Double) {
    var generator = Congruential(state: UInt64(pending))
    var queue = EventQueue(span: span)
    var naive: [(time: Double, kind: UInt8, sequence: Int, subject: Int)] = []
    var sequence = 0
    func precedes(
      _ left: (time: Double, kind: UInt8, sequence: Int, subject: Int),
      _ right: (time: Double, kind: UInt8, sequence: Int, subject: Int)
    ) -> Bool {
      (left.time, left.kind, left.sequence) < (right.time, right.kind, right.sequence)
    }
    for _ in 0..<2_000 {
      if naive.count < pending || (naive.count < 2 * pending && generator.next(below: 2) == 0) {
        let time = queue.now + Double(generator.next(below: 60)) / 10
        let kind = UInt8(generator.next(below: 3))
        let subject = generator.next(below: 1 << 24)
        queue.schedule(kind, for: subject, at: time)
        naive.append((time, kind, sequence, subject))
        sequence += 1
      } else if let first = naive.min(by: precedes), let event = queue.next() {
        naive.removeAll { $0.sequence == first.sequence }
        #expect(event.time == first.time && event.kind == first.kind && event.subject == first.subject)
        #expect(queue.now == first.time)
      }
      #expect(queue.count == naive.count && queue.isEmpty == naive.isEmpty)
      #expect(queue.nextTime == naive.map(\.time).min())
    }
  }

  @Test func anEventCarriesTheTicketItWasScheduledWith() {
    var queue = EventQueue()
    let first = queue.schedule(1, for: 7, at: 2)
    let second = queue.schedule(1, for: 7, at: 1)
    #expect(first != second && first != .none)
    let events = [queue.next(), queue.next(), queue.next()]
    #expect(events.map { $0?.ticket } == [second, first, nil])
    #expect(queue.isEmpty)
  }

  @Test(arguments: [Double.infinity, 1, 0.3]) func nothingIsTakenThatComesTooLate(span: Double) {
    var queue = EventQueue(span: span)
    for time in [3.0, 1, 2] { queue.schedule(0, for: Int(time), at: time) }
    #expect(queue.next(upTo: 0.5) == nil && queue.now == 0)
    #expect(queue.next(upTo: 1)?.subject == 1)
    #expect(queue.next(upTo: 1.5) == nil && queue.now == 1 && queue.count == 2)
    queue.schedule(0, for: 4, at: 1.25)
    #expect(queue.next(upTo: 1.5)?.subject == 4)
    #expect(queue.next()?.subject == 2 && queue.next()?.subject == 3)
    #expect(queue.next() == nil && queue.nextTime == nil)
  }

  @Test func aCopyLeadsALifeOfItsOwn() {
    var queue = EventQueue()
    for time in [1.0, 2, 3] { queue.schedule(0, for: Int(time), at: time) }
    _ = queue.next()
    var branch = queue
    branch.schedule(0, for: 9, at: 1.5)
    #expect(branch.next()?.subject == 9)
    #expect(queue.next()?.subject == 2 && branch.next()?.subject == 2)
  }

  @Test func negativeZeroIsTheStart() {
    var queue = EventQueue()
    queue.schedule(2, for: 1, at: 0)
    queue.schedule(1, for: 2, at: -0.0)
    let first = queue.next()
    #expect(first?.subject == 2)
    #expect(queue.scheduledCount == 2 && queue.nextTime == 0)
  }
}
