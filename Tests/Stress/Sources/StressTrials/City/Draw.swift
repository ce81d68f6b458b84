import DunjingRandom

/// Draws of one case: a stream of its own for every seed and number.
struct Draw {
  private var stream: RandomStream

  /// Creates the draws of a case of a kind of trial.
  init(seed: UInt64, purpose: UInt32, number: Int) {
    stream = RandomStream(seed: seed, purpose: StreamPurpose(rawValue: purpose), entity: UInt64(number))
  }

  mutating func chance(_ probability: Double) -> Bool { stream.nextTrial(probability: probability) }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + stream.nextInteger(below: range.count)
  }

  mutating func word() -> UInt64 { stream.next() }

  /// A number with three decimals, at least to the eye, and at times a bound itself.
  mutating func number(_ low: Double, _ high: Double) -> Double {
    switch integer(0...19) {
    case 0: low
    case 1: high
    default: min(high, max(low, (1_000 * (low + (high - low) * stream.nextUnit())).rounded() / 1_000))
    }
  }

  /// A number whose magnitude is uniform.
  mutating func magnitude(_ low: Double, _ high: Double) -> Double {
    var value = low
    let doublings = Int((high / low).exponent)
    for _ in 0..<integer(0...doublings) { value *= 2 }
    return min(high, value * (1 + stream.nextUnit()))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[integer(0...(values.count - 1))] }

  /// Some of the values, in their order; at least one.
  mutating func some<Value>(_ values: [Value]) -> [Value] {
    let sure = integer(0...(values.count - 1))
    return values.enumerated().filter { $0.offset == sure || chance(0.5) }.map(\.element)
  }

  /// The values in random order.
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for index in values.indices.reversed() { values.swapAt(index, integer(0...index)) }
    return values
  }

  /// Weights, some of them zero but not all.
  mutating func weights(_ count: Int) -> [Double] {
    var weights = (0..<count).map { _ in chance(0.2) ? 0 : number(0, 3) }
    weights[integer(0...(count - 1))] = 1
    return weights
  }
}

extension Record {
  /// Adds a number in most cases.
  mutating func maybe(_ key: String, _ low: Double, _ high: Double, _ draw: inout Draw) {
    if draw.chance(0.5) { self[key] = .number(draw.number(low, high)) }
  }

  /// Adds a whole number in most cases.
  mutating func maybe(_ key: String, _ range: ClosedRange<Int>, _ draw: inout Draw) {
    if draw.chance(0.5) { self[key] = .integer(draw.integer(range)) }
  }

  /// Adds one of some names in most cases.
  mutating func maybe(_ key: String, of names: [String], _ draw: inout Draw) {
    if draw.chance(0.6) { self[key] = .text(draw.pick(names)) }
  }

  /// Adds true or false in most cases.
  mutating func maybe(flag key: String, _ draw: inout Draw) {
    if draw.chance(0.5) { self[key] = .flag(draw.chance(0.5)) }
  }
}
