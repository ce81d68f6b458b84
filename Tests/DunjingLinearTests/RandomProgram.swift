import DunjingLinear

/// A small generator of numbers, for programs that are hard or arbitrary.
struct CongruentialNumbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

/// Random mixed-integer programs, most of them feasible.
enum RandomProgram {
  static func model(seed: UInt64) -> LinearModel {
    var numbers = CongruentialNumbers(state: seed)
    var model = LinearModel(seed % 2 == 0 ? .minimize : .maximize)
    let variables = (0..<8).map { index in
      model.addVariable(
        0...Double(1 + numbers.next(below: 6)), objective: Double(numbers.next(below: 21) - 10),
        isInteger: index % 3 != 0)
    }
    for row in 0..<6 {
      let terms = variables.filter { _ in numbers.next(below: 2) == 0 }
        .map { LinearTerm($0, Double(numbers.next(below: 13) - 4)) }
      let limit = Double(numbers.next(below: 30) - 2)
      if row % 3 == 2 {
        model.addRow(terms, in: -limit - 5...limit + 5)
      } else {
        model.addRow(terms, atMost: limit)
      }
    }
    return model
  }
}

/// The market split of G. Cornuéjols & M. Dawande (1999): small programs that branching hardly solves.
enum MarketSplit {
  static func model(rows: Int, columns: Int) -> LinearModel {
    var numbers = CongruentialNumbers(state: 99)
    var model = LinearModel(.minimize)
    let choices = (0..<columns).map { _ in model.addBinary() }
    for _ in 0..<rows {
      let weights = choices.map { _ in Double(numbers.next(below: 100)) }
      let (over, under) = (model.addVariable(objective: 1), model.addVariable(objective: 1))
      let terms = zip(choices, weights).map { LinearTerm($0, $1) }
      model.addRow(
        terms + [LinearTerm(over, -1), LinearTerm(under)],
        equalTo: (weights.reduce(0, +) / 2).rounded(.down))
    }
    return model
  }
}
