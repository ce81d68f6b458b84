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
  /// - Parameters:
  ///   - time: when it happens, in seconds.
  ///   - kind: what happens.
  ///   - subject: the thing it happens to.
  ///   - ticket: the ticket given when it was scheduled.
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
///
/// Taking an event leaves a hole at the top. Most events schedule another one, which then sinks from the hole: one
/// pass through the heap instead of two (replace-top).
///
/// With a ``span``, only the events of the span that is on are in the heap; later ones wait unsorted, by span, until
/// theirs begins. So a hundred thousand events that are weeks away cost those of this hour nothing.
/// - Complexity: O(log n) to schedule and to take, n the events of one span.
@frozen
public struct EventQueue: Sendable {
  /// Time above key, as one number: the total order is that of unsigned integers, decided without a branch.
  ///
  /// The places after the last event up to a full group of four hold ``vacant``.
  @usableFromInline var entries: [UInt128] = [EventQueue.vacant]
  /// The number of entries, the one of the hole included.
  @usableFromInline var size = 0
  /// Whether the entry at the top has been taken and nothing has filled its place.
  @usableFromInline var hasHole = false
  @usableFromInline var sequence: UInt64 = 0
  /// The length of a span, in seconds; infinite where all events are in the heap.
  public let span: Double
  /// Where the span that is on ends: everything in the heap comes before.
  @usableFromInline var spanEnd: Double
  /// The number of the span that is on.
  private var spanNumber = 0
  /// The events of later spans, by number, in no order; the last one takes all that comes after it.
  private var later: [[UInt128]] = []
  @usableFromInline var laterCount = 0
  /// The time of the event taken last, in seconds: the clock.
  @inlinable public var now: Double { clock }
  @usableFromInline var clock: Double = 0

  /// The greatest subject an event can have.
  public static var subjectLimit: Int { 1 << 24 }

  /// The greatest number of spans.
  private static let spanLimit = 1 << 14

  /// Creates an empty queue at time zero.
  /// - Parameters:
  ///   - minimumCapacity: events that fit without new memory.
  ///   - span: the length of a span, in seconds; infinite keeps all events in the heap.
  /// - Precondition: `span` > 0.
  public init(minimumCapacity: Int = 64, span: Double = .infinity) {
    precondition(span > 0, "a span has to be longer than nothing")
    self.span = span
    spanEnd = span
    entries.reserveCapacity(minimumCapacity)
  }

  /// The number of scheduled events.
  @inlinable
  public var count: Int { size - (hasHole ? 1 : 0) + laterCount }

  /// Whether nothing is scheduled.
  @inlinable
  public var isEmpty: Bool { count == 0 }

  /// The number of events scheduled so far.
  @inlinable
  public var scheduledCount: Int { Int(sequence) }

  /// The time of the next event, in seconds.
  public var nextTime: Double? {
    if count == laterCount { return later.first { !$0.isEmpty }?.min().map(Self.time) }
    guard let first = hasHole ? entries[1...min(4, size - 1)].min() : entries.first else { return nil }
    return Self.time(of: first)
  }

  /// Schedules an event.
  /// - Parameters:
  ///   - kind: what happens.
  ///   - subject: the thing it happens to.
  ///   - time: when it happens, in seconds.
  /// - Precondition: `time` is finite and not before ``now``; `kind` < 64; `subject` < ``subjectLimit``.
  @inlinable
  @discardableResult
  public mutating func schedule(_ kind: UInt8, for subject: Int, at time: Double) -> EventTicket {
    precondition(time >= now && time < .infinity, "an event cannot be scheduled before the clock")
    precondition(kind < 64 && subject >= 0 && subject < 1 << 24, "event kind or subject out of range")
    precondition(sequence < 1 << 34, "more events were scheduled than a queue can number")
    let key = UInt64(kind) << 58 | sequence << 24 | UInt64(subject)
    sequence += 1
    let entry = UInt128((time + 0).bitPattern) << 64 | UInt128(key)
    if time >= spanEnd {
      postpone(entry)
    } else if hasHole {
      hasHole = false
      siftDown(entry)
    } else {
      insert(entry)
    }
    return EventTicket(key: key)
  }

  @inlinable
  mutating func insert(_ entry: UInt128) {
    if size == entries.count { entries.append(contentsOf: repeatElement(Self.vacant, count: 4)) }
    size += 1
    siftUp(entry)
  }

  /// Keeps an event until its span begins.
  @usableFromInline
  mutating func postpone(_ entry: UInt128) {
    let time = Self.time(of: entry)
    var number = Int(min(time / span, Double(Self.spanLimit)))
    // Quotient and ends are rounded; the ends decide.
    if Double(number) * span > time { number -= 1 }
    if Double(number + 1) * span <= time { number += 1 }
    number = min(number, Self.spanLimit - 1)
    while later.count <= number { later.append([]) }
    later[number].append(entry)
    laterCount += 1
  }

  /// Begins the next span that has events.
  @usableFromInline
  mutating func beginSpan() {
    while size == 0 && laterCount > 0 {
      spanNumber += 1
      spanEnd = spanNumber == Self.spanLimit - 1 ? .infinity : Double(spanNumber + 1) * span
      let batch = later[spanNumber]
      later[spanNumber] = []
      laterCount -= batch.count
      for entry in batch { insert(entry) }
    }
  }

  /// Takes the next event and moves the clock to it.
  @inlinable
  public mutating func next() -> ScheduledEvent? {
    next(upTo: .infinity)
  }

  /// Takes the next event if it comes no later than a time, and moves the clock to it.
  /// - Parameter end: that time, in seconds.
  @inlinable
  public mutating func next(upTo end: Double) -> ScheduledEvent? {
    if hasHole { fillHole() }
    if size == 0 && laterCount > 0 { beginSpan() }
    let top = entries[0]
    let time = Self.time(of: top)
    guard size > 0 && time <= end else { return nil }
    hasHole = true
    clock = time
    let key = UInt64(truncatingIfNeeded: top)
    return ScheduledEvent(
      time: time, kind: UInt8(key >> 58), subject: Int(key & 0xff_ffff), ticket: EventTicket(key: key))
  }

  @inlinable
  static func time(of entry: UInt128) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: entry >> 64))
  }

  /// Comes after every event.
  @inlinable
  static var vacant: UInt128 { .max }

  @inlinable
  mutating func fillHole() {
    hasHole = false
    size -= 1
    let last = entries[size]
    entries[size] = Self.vacant
    if size > 0 { siftDown(last) }
  }

  /// Moves an entry up from the end to its place.
  @inlinable
  mutating func siftUp(_ entry: UInt128) {
    var index = size - 1
    var heap = entries.mutableSpan
    while index > 0 {
      let parent = (index - 1) >> 2
      let above = heap[parent]
      guard entry < above else { break }
      heap[index] = above
      index = parent
    }
    heap[index] = entry
  }

  /// Moves an entry down from the top to its place.
  @inlinable
  mutating func siftDown(_ entry: UInt128) {
    let size = size
    var heap = entries.mutableSpan
    var index = 0
    var child = 1
    while child < size {
      // A group of four is always whole.
      let (a, b) = (heap[child], heap[child &+ 1])
      let (c, d) = (heap[child &+ 2], heap[child &+ 3])
      let (first, firstIndex) = b < a ? (b, child &+ 1) : (a, child)
      let (second, secondIndex) = d < c ? (d, child &+ 3) : (c, child &+ 2)
      let (best, bestIndex) = second < first ? (second, secondIndex) : (first, firstIndex)
      guard best < entry else { break }
      heap[index] = best
      index = bestIndex
      child = index &* 4 &+ 1
    }
    heap[index] = entry
  }
}
