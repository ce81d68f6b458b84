/// Interchange for maximal covering: the site that comes in and the one that goes out are the best pair, until no
/// pair helps.
///
/// Source: R. Church & C. ReVelle (1974), greedy adding with substitution, with the bookkeeping of M. G. C. Resende &
/// R. F. Werneck (2007) carried over to covering: the profit of a pair is gain(in) − loss(out) + extra(in, out), where
/// extra is what only the site that goes out covers and the one that comes in covers too.
struct CoveringInterchange: Sendable {
  let items: CoveringItems
  /// The sites of the plan beside the fixed ones, by slot.
  private(set) var plan: [Int32] = []
  /// The worth of what the plan covers.
  private(set) var worth: Double
  private let stride: Int
  private let isCandidate: [Bool]
  private var slotOfSite: [Int32]
  /// How many sites of the plan cover each item.
  private var count: [Int32]
  /// The sum of the slots that cover each item: the slot itself where there is one.
  private var slotSum: [Int]
  private var gain: [Double]
  private var loss: [Double]
  private var extra: [Double]

  /// Starts without sites beside the fixed ones.
  init(_ items: CoveringItems, number: Int, candidates: [Int]) {
    self.items = items
    worth = items.constant
    stride = max(8, (number + 7) / 8 * 8)
    let siteCount = items.coverage.siteCount
    var isCandidate = [Bool](repeating: false, count: siteCount)
    for site in candidates { isCandidate[site] = true }
    self.isCandidate = isCandidate
    slotOfSite = [Int32](repeating: -1, count: siteCount)
    count = [Int32](repeating: 0, count: items.weights.count)
    slotSum = [Int](repeating: 0, count: items.weights.count)
    gain = (0..<siteCount).map { site in
      items.coverage.points(of: site).reduce(0) { $0 + items.weights[Int($1)] }
    }
    loss = [Double](repeating: .infinity, count: stride)
    extra = [Double](repeating: 0, count: siteCount * stride)
  }

  /// Adds sites that add most, one after the other, up to a number.
  mutating func fill(to number: Int) {
    while plan.count < number, let site = bestAddition { add(site) }
  }

  /// Whether a site may come in.
  func isOutside(_ site: Int) -> Bool { isCandidate[site] && slotOfSite[site] < 0 }

  private var bestAddition: Int? {
    var best: Int?
    for site in gain.indices where isOutside(site) {
      if gain[site] > best.map({ gain[$0] }) ?? -1 { best = site }
    }
    return best
  }

  /// Adds a site to the plan.
  mutating func add(_ site: Int) {
    plan.append(-1)
    loss[plan.count - 1] = 0
    enter(site, slot: plan.count - 1)
  }

  /// Swaps the best pair until none helps.
  mutating func descend() {
    while let best = bestSwap(), best.profit > 1e-9 * max(1, worth.magnitude) {
      leave(slot: best.slot)
      enter(best.site, slot: best.slot)
    }
  }

  /// Puts a site into the plan in place of the one that is missed least.
  /// - Parameter kept: slots that stay.
  mutating func insert(_ site: Int, keeping kept: inout [Bool]) {
    var best: Int?
    for slot in plan.indices where !kept[slot] {
      let value = extra[site * stride + slot] - loss[slot]
      if value > best.map({ extra[site * stride + $0] - loss[$0] }) ?? -.infinity { best = slot }
    }
    guard let best else { return }
    kept[best] = true
    leave(slot: best)
    enter(site, slot: best)
  }

  private func bestSwap() -> (site: Int, slot: Int, profit: Double)? {
    guard !plan.isEmpty else { return nil }
    var best: (site: Int, slot: Int, profit: Double)?
    for site in gain.indices where isOutside(site) {
      let row = site * stride
      for slot in plan.indices {
        let profit = gain[site] + extra[row + slot] - loss[slot]
        if profit > best?.profit ?? -.infinity { best = (site, slot, profit) }
      }
    }
    return best
  }

  private mutating func enter(_ site: Int, slot: Int) {
    worth += gain[site]
    plan[slot] = Int32(site)
    slotOfSite[site] = Int32(slot)
    for item in items.coverage.points(of: site) {
      let item = Int(item)
      let weight = items.weights[item]
      if count[item] == 0 {
        loss[slot] += weight
        for other in items.coverage.sites(of: item) {
          gain[Int(other)] -= weight
          extra[Int(other) * stride + slot] += weight
        }
      } else if count[item] == 1 {
        let only = slotSum[item]
        loss[only] -= weight
        for other in items.coverage.sites(of: item) { extra[Int(other) * stride + only] -= weight }
      }
      count[item] += 1
      slotSum[item] += slot
    }
  }

  private mutating func leave(slot: Int) {
    let site = Int(plan[slot])
    slotOfSite[site] = -1
    for item in items.coverage.points(of: site) {
      let item = Int(item)
      let weight = items.weights[item]
      count[item] -= 1
      slotSum[item] -= slot
      if count[item] == 0 {
        loss[slot] -= weight
        for other in items.coverage.sites(of: item) {
          gain[Int(other)] += weight
          extra[Int(other) * stride + slot] -= weight
        }
      } else if count[item] == 1 {
        let only = slotSum[item]
        loss[only] += weight
        for other in items.coverage.sites(of: item) { extra[Int(other) * stride + only] += weight }
      }
    }
    worth -= gain[site]
  }
}
