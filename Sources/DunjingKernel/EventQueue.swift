/// An event taken from the queue: when, what and whose.
@frozen
public struct ScheduledEvent: Sendable, Hashable {
  /// When it happens, in seconds.
  public let time: Double
  /// What happens; among events at one time, the smaller kind comes first.
  public let kind: UInt8
  /// The thing it happens to.
  public let subject: Int
  /// The ticket given when it was scheduled: a record that no longer expects it ignores it.
  public let ticket: EventTicket

  /// Creates an event.
  @inlinable
  public init(time: Double, kind: UInt8, subject: Int, ticket: EventTicket) {
    self.time = time
    self.kind = kind
    self.subject = subject
    self.ticket = ticket
  }
}

/// Identifies one scheduled event in the life of a queue.
@frozen
public struct EventTicket: Sendable, Hashable {
  @usableFromInline let key: UInt64

  @inlinable
  init(key: UInt64) {
    self.key = key
  }

  /// A ticket that no event has.
  public static let none = EventTicket(key: .max)
}

/// The future events of one replication, in a total order: time, then kind, then order of scheduling.
///
/// A 4-ary heap of 16-byte entries: the bits of the time, and a key of kind (6 bits), sequence (34 bits) and
/// subject (24 bits). Events are never removed before their time: keep the ``EventTicket`` of the event that is
/// expected and ignore any other.
/// - Complexity: O(log n) to schedule and to take.
@frozen
public struct EventQueue: Sendable {
  @usableFromInline
  @frozen
  struct Entry: Sendable {
    @usableFromInline var time: UInt64
    @usableFromInline var key: UInt64

    @inlinable
    init(time: UInt64, key: UInt64) {
      self.time = time
      self.key = key
    }

    @inlinable
    func precedes(_ other: Entry) -> Bool {
      time < other.time || (time == other.time && key < other.key)
    }
  }

  @usableFromInline var entries: [Entry] = []
  @usableFromInline var sequence: UInt64 = 0
  /// The time of the event taken last, in seconds: the clock.
  @inlinable public var now: Double { clock }
  @usableFromInline var clock: Double = 0

  /// The greatest subject an event can have.
  public static var subjectLimit: Int { 1 << 24 }

  /// Creates an empty queue at time zero.
  public init(minimumCapacity: Int = 64) {
    entries.reserveCapacity(minimumCapacity)
  }

  /// The number of scheduled events.
  @inlinable
  public var count: Int { entries.count }

  /// Whether nothing is scheduled.
  @inlinable
  public var isEmpty: Bool { entries.isEmpty }

  /// The number of events scheduled so far.
  @inlinable
  public var scheduledCount: Int { Int(sequence) }

  /// The time of the next event, in seconds.
  @inlinable
  public var nextTime: Double? {
    entries.first.map { Double(bitPattern: $0.time) }
  }

  /// Schedules an event.
  /// - Precondition: `time` is finite and not before ``now``; `kind` < 64; `subject` < ``subjectLimit``.
  @inlinable
  @discardableResult
  public mutating func schedule(_ kind: UInt8, for subject: Int, at time: Double) -> EventTicket {
    precondition(time >= now && time < .infinity, "an event cannot be scheduled before the clock")
    precondition(kind < 64 && subject >= 0 && subject < 1 << 24, "event kind or subject out of range")
    precondition(sequence < 1 << 34, "more events were scheduled than a queue can number")
    let key = UInt64(kind) << 58 | sequence << 24 | UInt64(subject)
    sequence += 1
    let entry = Entry(time: (time + 0).bitPattern, key: key)
    entries.append(entry)
    siftUp(entry, from: entries.count - 1)
    return EventTicket(key: key)
  }

  /// Takes the next event and moves the clock to it.
  @inlinable
  public mutating func next() -> ScheduledEvent? {
    guard let top = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty {
      siftDown(last)
    }
    let time = Double(bitPattern: top.time)
    clock = time
    return ScheduledEvent(
      time: time, kind: UInt8(top.key >> 58), subject: Int(top.key & 0xff_ffff),
      ticket: EventTicket(key: top.key))
  }

  @inlinable
  mutating func siftUp(_ entry: Entry, from start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) >> 2
      let above = entries[parent]
      guard entry.precedes(above) else { break }
      entries[index] = above
      index = parent
    }
    entries[index] = entry
  }

  @inlinable
  mutating func siftDown(_ entry: Entry) {
    let count = entries.count
    var index = 0
    while true {
      let firstChild = (index << 2) + 1
      guard firstChild < count else { break }
      var best = firstChild
      var bestEntry = entries[firstChild]
      var child = firstChild + 1
      let end = min(firstChild + 4, count)
      while child < end {
        let candidate = entries[child]
        if candidate.precedes(bestEntry) {
          best = child
          bestEntry = candidate
        }
        child += 1
      }
      guard bestEntry.precedes(entry) else { break }
      entries[index] = bestEntry
      index = best
    }
    entries[index] = entry
  }
}
