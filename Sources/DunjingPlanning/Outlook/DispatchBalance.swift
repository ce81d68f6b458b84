import DunjingScenario

/// The workloads of the units of a part in balance with the incidents sent to them, and what follows for response.
///
/// The approximate hypercube (Larson 1975, Jarvis 1985) with units that may be anywhere: unit n is free with probability
/// (1 − ρₙ)(1 − share away on other work), independently of the others, and of the free ones the soonest goes
/// (``ArrivalTable``). Larson's factor Q for their dependence is left out: it is made for lists of units in one order.
/// Then ρₙ is the rate of its dispatches times their mean length, and so on until it settles. Who finds nobody waits for
/// the mean time until the next of the units is free.
struct DispatchBalance {
  /// Incidents that need the same skills.
  struct Demand {
    /// Dispatches in a second.
    var rate: Double
    /// Scene and paperwork in seconds.
    var service: Double
    /// Which units of the part may go.
    var mayGo: [Bool]
    /// Whether first responders come ahead.
    var hasPosts: Bool
  }

  /// The greatest workload; where more comes in than can be done there is no steady state.
  private static let greatestWorkload = 0.98

  let table: ArrivalTable
  let geometry: PartGeometry
  /// The share of time in which each unit of the part is on duty and not away.
  let presence: [Double]
  let demands: [Demand]
  /// Seconds from the start of the clock of the targets to the order.
  let origin: Double

  /// What one pass finds for one class of incidents.
  private struct Pass {
    var fractions: [Double]
    var seconds: [Double]
    var none = 0.0
  }

  /// Returns the workload of each unit at a multiple of the demand.
  func workloads(level: Double, from start: [Double]) -> [Double] {
    var workloads = start
    for _ in 0..<30 {
      var work = workloads.map { _ in 0.0 }
      for demand in demands where demand.rate > 0 {
        let pass = pass(demand, workloads)
        let able = presence.indices.filter { demand.mayGo[$0] && presence[$0] > 0 }
        for unit in work.indices {
          work[unit] += demand.rate * level * (pass.fractions[unit] * demand.service + pass.seconds[unit])
        }
        for unit in able {
          work[unit] += demand.rate * level * pass.none / Double(able.count) * demand.service
        }
      }
      var change = 0.0
      for unit in workloads.indices {
        let next = min(Self.greatestWorkload, workloads[unit] + 0.7 * (work[unit] - workloads[unit]))
        change = max(change, (next - workloads[unit]).magnitude)
        workloads[unit] = next
      }
      if change < 1e-7 { break }
    }
    return workloads
  }

  private func free(_ demand: Demand, _ workloads: [Double]) -> [Double] {
    presence.indices.map {
      demand.mayGo[$0] ? min(0.9999, presence[$0] * (1 - workloads[$0])) : 0
    }
  }

  /// The dispatches of each unit as a share of incidents, and their seconds on the way.
  private func pass(_ demand: Demand, _ workloads: [Double]) -> Pass {
    var pass = Pass(fractions: workloads.map { _ in 0 }, seconds: workloads.map { _ in 0 })
    forEachChance(free(demand, workloads)) { grid, unit, chance, seconds in
      let weight = chance * geometry.shares[grid] / geometry.share
      pass.fractions[unit] += weight
      pass.seconds[unit] += weight * seconds
    } none: { grid, chance in
      pass.none += chance * geometry.shares[grid] / geometry.share
    }
    return pass
  }

  /// Goes through the lists of all grids: each time a unit is sent with some chance.
  private func forEachChance(
    _ free: [Double], _ body: (_ grid: Int, _ unit: Int, _ chance: Double, _ seconds: Double) -> Void,
    none: (_ grid: Int, _ chance: Double) -> Void
  ) {
    let entries = table.entries.span
    for grid in geometry.shares.indices where geometry.shares[grid] > 0 {
      // Of each unit, the chance not to have been met on the list yet; the product over all.
      var left = [Double](repeating: 1, count: free.count)
      var product = 1.0
      for index in table.first[grid]..<table.first[grid + 1] {
        let entry = entries[index]
        let unit = Int(entry.unit)
        guard free[unit] > 0 else { continue }
        let here = free[unit] * Double(entry.probability)
        let others = product / left[unit]
        body(grid, unit, others * here, Double(entry.seconds))
        left[unit] -= here
        product = others * left[unit]
        if product < 1e-7 { break }
      }
      none(grid, product)
    }
  }

  /// Returns what happens to the incidents of a class, and how that changes with first responders.
  func response(of demand: Demand, _ workloads: [Double]) -> (plain: ResponseSums, posts: ResponseSums) {
    var plain = ResponseSums()
    var posts = ResponseSums()
    let able = free(demand, workloads).count { $0 > 0 }
    let wait = demand.service / Double(max(1, able))
    let add = { (grid: Int, chance: Double, seconds: Double) in
      let weight = chance * geometry.shares[grid] / geometry.share
      let (target, areaClass) = (geometry.targets[grid], geometry.classes[grid])
      plain.add(weight, seconds: seconds, origin: origin, target: target, areaClass: areaClass)
      guard demand.hasPosts, let first = table.posts[grid] else { return }
      posts.add(-weight, seconds: seconds, origin: origin, target: target, areaClass: areaClass)
      for ahead in first {
        posts.add(
          weight * ahead.probability, seconds: min(seconds, ahead.seconds), origin: origin, target: target,
          areaClass: areaClass)
      }
    }
    forEachChance(free(demand, workloads)) { grid, _, chance, seconds in
      add(grid, chance, seconds)
    } none: { grid, chance in
      // Without any unit that may go, only a post ever comes.
      if able > 0 { add(grid, chance, wait + (geometry.targets[grid] + 1)) }
    }
    return (plain, posts)
  }
}
