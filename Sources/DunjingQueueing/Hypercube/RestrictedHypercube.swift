/// The approximate hypercube of units that may not all go everywhere: an atom is served by the units on its list and by no
/// other, even if all of these are busy and others are idle.
///
/// Assumptions: those of ``ApproximateHypercube`` with an infinite line, first come, first served among the incidents that
/// a unit may take. Incidents with the same units on their lists form a group S. They wait with the probability of a queue
/// M/M/|S| that is as loaded as the units of S are by all incidents (Erlang C), and no likelier than any of these is busy;
/// those that do not wait are sent as in the approximate hypercube; those that do get one of the units of S, the likelier, the
/// less the unit works for smaller groups, and the fewer of those who wait may have it besides, and the less often if it were
/// asked to do more than it can. Exact where a group has its units to itself and these serve alike; M/M/N where all may go
/// everywhere and serve alike. Otherwise the probability of waiting comes out high rather than low: in the tests of this room by
/// at most 0.11 and 0.03, with workloads within 0.06.
///
/// There is a steady state only if the incidents that some units alone may serve are less than these units can do. Where
/// they are more, those units are always busy and those incidents wait ever longer (``Overload``); the others are served
/// by the units that are left.
public struct RestrictedHypercube: Sendable {
  /// Units that alone may serve some incidents.
  public struct Overload: Sendable, Equatable {
    /// The units, ascending.
    public let units: [Int]
    /// What arrives of incidents that only they may serve, as a share of what they can do; at least this much.
    public let load: Double
  }

  /// Incidents with the same units on their lists.
  struct Group: Sendable {
    /// The units that may go, ascending.
    let units: [Int]
    /// The atoms.
    let atoms: [Int]
    /// Incidents per unit of time.
    let rate: Double
    /// The work that the incidents would be to each unit of the model if it served all.
    let work: [Double]
    /// The work of the incidents if each were served by the fastest of the units that may go.
    let leastWork: Double
    /// Whether each unit of the model may go.
    let isMember: [Bool]
    /// Groups whose units are some of these, but not all.
    var smaller: [Int] = []
  }

  /// Rates, lists and service times; its lists name all units that may go.
  public let model: ApproximateHypercube
  let groups: [Group]
  let groupOfAtom: [Int]

  /// Creates a model.
  /// - Parameter model: rates, lists and service times; its lists name all units that may go.
  /// - Precondition: the line is infinite.
  /// - Complexity: O(units · atoms + groups²), a group being all atoms with the same units on their lists.
  public init(_ model: ApproximateHypercube) {
    precondition(model.line == .infinite, "incidents wait for the units that may go")
    self.model = model
    var numbers: [[Int]: Int] = [:]
    var atoms: [[Int]] = []
    groupOfAtom = model.preferences.enumerated().map { atom, list in
      let units = list.sorted()
      if let known = numbers[units] {
        atoms[known].append(atom)
        return known
      }
      numbers[units] = atoms.count
      atoms.append([atom])
      return atoms.count - 1
    }
    groups = Self.related(
      numbers.sorted { $0.value < $1.value }.map { Self.group(model, $0.key, atoms[$0.value]) })
  }

  private static func group(_ model: ApproximateHypercube, _ units: [Int], _ atoms: [Int]) -> Group {
    var isMember = [Bool](repeating: false, count: model.units)
    for unit in units { isMember[unit] = true }
    return Group(
      units: units, atoms: atoms, rate: atoms.reduce(0) { $0 + model.arrivalRates[$1] },
      work: (0..<model.units).map { unit in
        atoms.reduce(0) { $0 + model.arrivalRates[$1] * model.serviceTimes.mean(unit, $1) }
      },
      leastWork: atoms.reduce(0) { sum, atom in
        sum + model.arrivalRates[atom] * (units.map { model.serviceTimes.mean($0, atom) }.min() ?? 0)
      }, isMember: isMember)
  }

  /// The groups with the smaller ones of each.
  private static func related(_ groups: [Group]) -> [Group] {
    groups.map { group in
      var group = group
      group.smaller = groups.indices.filter {
        groups[$0].units.count < group.units.count && groups[$0].units.allSatisfy { group.isMember[$0] }
      }
      return group
    }
  }

  /// The units that have the least room for the incidents that only they may serve. No units if no atom has incidents.
  public var tightest: Overload {
    groups.filter { $0.rate > 0 }
      .map { Overload(units: $0.units, load: load(of: $0.smaller.map { groups[$0] } + [$0], on: $0.units)) }
      .max { $0.load < $1.load } ?? Overload(units: [], load: 0)
  }

  /// What arrives of some groups as a share of what units can do, at least: with every incident served by its fastest unit.
  func load(of groups: [Group], on units: [Int]) -> Double {
    units.isEmpty ? 0 : groups.reduce(0) { $0 + $1.leastWork } / Double(units.count)
  }
}
