import DunjingLinear

/// A location model as a linear program, with the variables that say which sites a plan has.
public struct LocationProgram: Sendable {
  /// The program.
  public var linear: LinearModel
  /// The variable of each site: 1 where the plan has it.
  public let open: [Int]
  /// The variable of the number of units at each site; the same as ``open`` where there is one at most.
  public let units: [Int]

  /// Creates a program with the variables and limits of the sites and nothing else.
  /// - Parameters:
  ///   - addsExactly: whether a plan has exactly the number of sites of the rules, not only at most.
  ///   - unitsPerSite: how many units may stand at a site; the number of the rules then counts units.
  init(_ sense: LinearModel.Sense, _ rules: SiteRules, addsExactly: Bool = true, unitsPerSite: Int = 1) {
    linear = LinearModel(sense)
    open = Self.openings(of: rules, in: &linear)
    units = unitsPerSite == 1 ? open : Self.units(unitsPerSite, at: open, in: &linear)
    if let number = rules.attainable(unitsPerSite: unitsPerSite) {
      linear.addRow(
        units.map { LinearTerm($0) }, in: (addsExactly ? Double(number) : 0)...Double(number))
    }
    if let budget = rules.budget {
      let isFixed = rules.isFixed
      let terms = open.indices.filter { !isFixed[$0] }.map { LinearTerm(open[$0], rules.costs[$0]) }
      linear.addRow(terms, atMost: budget)
    }
  }

  private static func openings(of rules: SiteRules, in linear: inout LinearModel) -> [Int] {
    let isFixed = rules.isFixed
    let isForbidden = rules.isForbidden
    return (0..<rules.siteCount).map { site in
      let variable = linear.addBinary()
      if isFixed[site] { linear.bound(variable, to: 1...1) }
      if isForbidden[site] { linear.bound(variable, to: 0...0) }
      return variable
    }
  }

  private static func units(_ most: Int, at open: [Int], in linear: inout LinearModel) -> [Int] {
    open.map { open in
      let units = linear.addVariable(0...Double(most), isInteger: true)
      linear.addRow([LinearTerm(units), LinearTerm(open, -Double(most))], atMost: 0)
      linear.addRow([LinearTerm(units), LinearTerm(open, -1)], atLeast: 0)
      return units
    }
  }

  /// Returns the sites of a solution, each as often as it has units.
  public func sites(of solution: LinearSolution) -> [Int] {
    units.indices.flatMap { site in
      [Int](repeating: site, count: Int(solution.values[units[site]].rounded()))
    }
  }

  /// Forbids a plan, so that the next solution has other sites.
  /// - Parameter sites: the sites of the plan; how often they occur does not matter.
  public mutating func exclude(_ sites: [Int]) {
    var isOpen = [Bool](repeating: false, count: open.count)
    for site in sites { isOpen[site] = true }
    let terms = open.indices.map { LinearTerm(open[$0], isOpen[$0] ? 1 : -1) }
    linear.addRow(terms, atMost: Double(Set(sites).count) - 1)
  }
}
