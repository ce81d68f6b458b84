import DunjingNumerics
import DunjingScenario

/// Chooses the departments that give officers, in whole officers and never below their floors.
struct Sinking {
  private let departments: [Department]
  private let productiveHoursPerYear: Double
  private let rule: SourceRule
  private let workHours: [Double]

  init(_ county: CompiledCounty, _ scenario: Scenario, rule: SourceRule) {
    departments = county.departments
    productiveHoursPerYear = scenario.headquarters.productiveHoursPerYear
    self.rule = rule
    workHours = county.expectedDepartmentHours
  }

  func taken(
    _ wanted: Int, officers: (Department) -> Int, floor: KeyPath<Department, Int>
  ) -> [Int] {
    let headroom = departments.map { max(0, officers($0) - $0[keyPath: floor]) }
    let count = min(wanted, headroom.reduce(0, +))
    switch rule {
    case .headroom: return proportional(count, headroom)
    case .balanced: return oneByOne(count, headroom) { utilization($0, $1 + 1) }
    case .lowestWeightFirst: return oneByOne(count, headroom) { index, _ in departments[index].delayWeight }
    }
  }

  /// The officers that each county's ratio asks for, as whole officers: all counties of one ratio give together what it
  /// asks of them together, by largest remainder.
  static func wanted(_ ratios: [Double], of officers: [Int]) -> [Int] {
    var wanted = officers.map { _ in 0 }
    for ratio in Set(ratios) {
      let members = ratios.indices.filter { ratios[$0] == ratio }
      let weights = members.map { Double(officers[$0]) }
      let total = Int((ratio * weights.reduce(0, +)).rounded())
      for (member, count) in zip(members, Apportionment.largestRemainder(of: total, weights: weights)) {
        wanted[member] = count
      }
    }
    return wanted
  }

  /// Largest remainders; ties go to the department with the lower utilization.
  private func proportional(_ count: Int, _ headroom: [Int]) -> [Int] {
    let total = headroom.reduce(0, +)
    guard total > 0 else { return headroom.map { _ in 0 } }
    var taken = headroom.map { count * $0 / total }
    let order = headroom.indices.sorted { left, right in
      let (a, b) = (count * headroom[left] % total, count * headroom[right] % total)
      if a != b { return a > b }
      let (u, v) = (utilization(left, 0), utilization(right, 0))
      return u == v ? left < right : u < v
    }
    for index in order.prefix(count - taken.reduce(0, +)) {
      taken[index] += 1
    }
    return taken
  }

  private func oneByOne(_ count: Int, _ headroom: [Int], cost: (Int, Int) -> Double) -> [Int] {
    var taken = headroom.map { _ in 0 }
    for _ in 0..<count {
      let candidates = headroom.indices.filter { taken[$0] < headroom[$0] }
      guard let next = candidates.min(by: { cost($0, taken[$0]) < cost($1, taken[$1]) }) else { break }
      taken[next] += 1
    }
    return taken
  }

  private func utilization(_ index: Int, _ taken: Int) -> Double {
    let department = departments[index]
    let officers = department.officers - taken
    return workHours[index] / max(Double(officers) * productiveHoursPerYear, 1e-9)
  }
}
