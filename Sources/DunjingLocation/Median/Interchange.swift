/// Vertex interchange for the p-median problem: the site that comes in and the one that goes out are the best pair,
/// until no pair helps.
///
/// Source: M. B. Teitz & P. Bart (1968), "Heuristic methods for estimating the generalized vertex median of a weighted
/// graph", with the bookkeeping of M. G. C. Resende & R. F. Werneck (2007), "A fast swap-based local search procedure
/// for location problems": the profit of a pair is gain(in) − loss(out) + extra(in, out), and after a swap only the
/// points whose nearest or second nearest site changed are counted anew. Rows of `extra` are padded to whole vectors.
struct Interchange: Sendable {
  let costs: SortedCosts
  /// The site of each slot; the fixed sites come first and never leave.
  private(set) var plan: [Int32]
  /// What the plan costs.
  private(set) var cost = 0.0
  private let fixedCount: Int
  private let stride: Int
  private var slotOfSite: [Int32]
  private var isCandidate: [Bool]
  private var nearestSlot: [Int32]
  private var nearest: [Double]
  private var second: [Double]
  private var secondSlot: [Int32]
  private var gain: [Double]
  private var loss: [Double]
  private var extra: [Double]

  /// Starts at a plan whose first `fixedCount` sites are fixed.
  init(_ costs: SortedCosts, plan: [Int], fixedCount: Int, candidates: [Int]) {
    self.costs = costs
    self.plan = plan.map(Int32.init)
    self.fixedCount = fixedCount
    stride = (plan.count + 7) / 8 * 8
    slotOfSite = [Int32](repeating: -1, count: costs.siteCount)
    isCandidate = [Bool](repeating: false, count: costs.siteCount)
    for site in candidates { isCandidate[site] = true }
    for (slot, site) in plan.enumerated() { slotOfSite[site] = Int32(slot) }
    nearestSlot = [Int32](repeating: -1, count: costs.count)
    secondSlot = nearestSlot
    nearest = [Double](repeating: costs.penalty, count: costs.count)
    second = nearest
    gain = [Double](repeating: 0, count: costs.siteCount)
    loss = [Double](repeating: .infinity, count: stride)
    for slot in plan.indices { loss[slot] = 0 }
    extra = [Double](repeating: 0, count: costs.siteCount * stride)
    for point in 0..<costs.count {
      locate(point)
      cost += nearest[point]
      account(point, 1)
    }
    for slot in 0..<fixedCount { loss[slot] = .infinity }
  }

  /// The sites of the plan, ascending.
  var sites: [Int] { plan.map { Int($0) }.sorted() }

  /// Multipliers to begin a bound with: halfway between the costs of the nearest and the second nearest site.
  var betweenNearestAndSecond: [Double] {
    zip(nearest, second).map { $1 < costs.penalty ? ($0 + $1) / 2 : $0 }
  }

  /// Swaps the best pair until none helps, or `limit` pairs.
  mutating func descend(limit: Int = .max) {
    var swaps = 0
    while swaps < limit, let best = bestSwap(), best.profit > 1e-9 * max(1, cost) {
      swap(slot: best.slot, for: best.site)
      swaps += 1
    }
  }

  /// Puts a site into the plan in place of the one that is missed least.
  /// - Parameter kept: slots that stay.
  mutating func insert(_ site: Int, keeping kept: inout [Bool]) {
    var best = -1
    var bestValue = -Double.infinity
    for slot in fixedCount..<plan.count where !kept[slot] {
      let value = extra[site * stride + slot] - loss[slot]
      if value > bestValue { (best, bestValue) = (slot, value) }
    }
    guard best >= 0 else { return }
    kept[best] = true
    swap(slot: best, for: site)
  }

  /// Whether a site may come in.
  func isOutside(_ site: Int) -> Bool { isCandidate[site] && slotOfSite[site] < 0 }

  private func bestSwap() -> (site: Int, slot: Int, profit: Double)? {
    guard let best = bestEntry(), fixedCount < plan.count else { return nil }
    let row = best.site * stride
    var slot = fixedCount
    for other in fixedCount..<plan.count
    where extra[row + other] - loss[other] > extra[row + slot] - loss[slot] {
      slot = other
    }
    return (best.site, slot, best.profit)
  }

  /// The site with the most profit when it comes in for the best slot, eight slots at a time.
  private func bestEntry() -> (site: Int, profit: Double)? {
    var best: (site: Int, profit: Double)?
    extra.withUnsafeBytes { extraBytes in
      loss.withUnsafeBytes { lossBytes in
        for site in gain.indices where isOutside(site) {
          var top = SIMD8<Double>(repeating: -Double.infinity)
          for offset in Swift.stride(from: 0, to: stride * 8, by: 64) {
            let value =
              extraBytes.loadUnaligned(fromByteOffset: site * stride * 8 + offset, as: SIMD8<Double>.self)
              - lossBytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
            top.replace(with: value, where: value .> top)
          }
          let profit = gain[site] + top.max()
          if profit > best?.profit ?? -.infinity { best = (site, profit) }
        }
      }
    }
    return best
  }

  /// Replaces the site of a slot.
  private mutating func swap(slot: Int, for site: Int) {
    let row = site * costs.count
    var affected: [Int] = []
    for point in 0..<costs.count
    where nearestSlot[point] == slot || secondSlot[point] == slot || costs.matrix[row + point] < second[point]
    {
      affected.append(point)
      account(point, -1)
      cost -= nearest[point]
    }
    slotOfSite[Int(plan[slot])] = -1
    slotOfSite[site] = Int32(slot)
    plan[slot] = Int32(site)
    for point in affected {
      locate(point)
      cost += nearest[point]
      account(point, 1)
    }
  }

  /// Finds the nearest and second nearest site of a point.
  private mutating func locate(_ point: Int) {
    (nearestSlot[point], secondSlot[point]) = (-1, -1)
    (nearest[point], second[point]) = (costs.penalty, costs.penalty)
    for position in costs.start[point]..<costs.start[point + 1] {
      let slot = slotOfSite[Int(costs.sites[position])]
      if slot < 0 { continue }
      if nearestSlot[point] < 0 {
        (nearestSlot[point], nearest[point]) = (slot, costs.costs[position])
      } else {
        (secondSlot[point], second[point]) = (slot, costs.costs[position])
        return
      }
    }
  }

  /// Adds (sign 1) or takes away (−1) what a point contributes to gains, losses and extras.
  private mutating func account(_ point: Int, _ sign: Double) {
    let (near, far) = (nearest[point], second[point])
    let slot = Int(nearestSlot[point])
    if slot >= 0 { loss[slot] += sign * (far - near) }
    for position in costs.start[point]..<costs.start[point + 1] {
      let cost = costs.costs[position]
      if cost >= far { return }
      let site = Int(costs.sites[position])
      if slotOfSite[site] >= 0 { continue }
      if cost < near { gain[site] += sign * (near - cost) }
      if slot >= 0 { extra[site * stride + slot] += sign * (far - max(near, cost)) }
    }
  }
}
