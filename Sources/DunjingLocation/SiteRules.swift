/// Which candidate sites a plan may and must have, and how many.
public struct SiteRules: Sendable, Equatable {
  /// The number of candidate sites.
  public let siteCount: Int
  /// Sites that exist already and are part of every plan, ascending.
  public let fixed: [Int]
  /// Sites that no plan may have, ascending.
  public let forbidden: [Int]
  /// The number of sites of a plan, the fixed ones included; nil where only money limits them.
  ///
  /// A plan has exactly so many, or all that are allowed where they are fewer; in ``SetCovering`` it is a limit.
  public let number: Int?
  /// What each site costs to add, in any one unit; fixed sites cost nothing.
  public let costs: [Double]
  /// What may be spent on sites to add, in the unit of the costs; nil without a limit.
  public let budget: Double?

  /// Creates rules.
  /// - Parameters:
  ///   - siteCount: the number of candidate sites.
  ///   - number: the number of sites of a plan, the fixed ones included; nil where only money limits them.
  ///   - fixed: sites that are part of every plan.
  ///   - forbidden: sites that no plan may have.
  ///   - costs: what each site costs to add; 1 each if nil.
  ///   - budget: what may be spent on sites to add, in the unit of the costs; nil without a limit.
  /// - Precondition: fixed and forbidden sites exist and none is both; numbers are not negative.
  public init(
    siteCount: Int, number: Int? = nil, fixed: [Int] = [], forbidden: [Int] = [], costs: [Double]? = nil,
    budget: Double? = nil
  ) {
    let costs = costs ?? [Double](repeating: 1, count: siteCount)
    precondition(
      (fixed + forbidden).allSatisfy { $0 >= 0 && $0 < siteCount }, "a fixed or forbidden site does not exist"
    )
    precondition(Set(fixed).isDisjoint(with: forbidden), "a site is both fixed and forbidden")
    precondition(
      costs.count == siteCount && costs.allSatisfy { $0 >= 0 } && (budget ?? 0) >= 0 && (number ?? 0) >= 0,
      "each site needs a cost, and neither costs nor limits are negative")
    self.siteCount = siteCount
    self.number = number
    self.fixed = Set(fixed).sorted()
    self.forbidden = Set(forbidden).sorted()
    self.costs = costs
    self.budget = budget
  }

  /// Whether each site is fixed.
  public var isFixed: [Bool] { Self.marks(fixed, siteCount) }
  /// Whether each site is forbidden.
  public var isForbidden: [Bool] { Self.marks(forbidden, siteCount) }
  /// The sites that a plan may have, ascending.
  public var allowed: [Int] {
    let isForbidden = isForbidden
    return (0..<siteCount).filter { !isForbidden[$0] }
  }
  /// Returns the number of units of a plan, no more than fit; nil where only money limits them.
  func attainable(unitsPerSite: Int = 1) -> Int? {
    number.map { min($0, (siteCount - forbidden.count) * unitsPerSite) }
  }

  /// The same rules without a limit of number or money.
  var withoutLimits: SiteRules { SiteRules(siteCount: siteCount, fixed: fixed, forbidden: forbidden) }

  /// Whether a plan may have as many sites as are fixed.
  public var isConsistent: Bool { (number ?? .max) >= fixed.count }

  /// Returns what it costs to add the sites of a plan.
  public func cost(of plan: [Int]) -> Double {
    let isFixed = isFixed
    return plan.filter { !isFixed[$0] }.reduce(0) { $0 + costs[$1] }
  }

  /// Whether a plan keeps the rules.
  /// - Parameters:
  ///   - exactly: whether it has to have the number of units, not only at most.
  ///   - unitsPerSite: how many units may stand at a site.
  func allows(_ plan: [Int], exactly: Bool = true, unitsPerSite: Int = 1) -> Bool {
    var units = [Int](repeating: 0, count: siteCount)
    for site in plan { units[site] += 1 }
    let distinct = units.indices.filter { units[$0] > 0 }
    let limit = attainable(unitsPerSite: unitsPerSite)
    return fixed.allSatisfy { units[$0] > 0 } && forbidden.allSatisfy { units[$0] == 0 }
      && units.allSatisfy { $0 <= unitsPerSite }
      && (limit.map { exactly ? plan.count == $0 : plan.count <= $0 } ?? true)
      && (budget.map { cost(of: distinct) <= $0 + 1e-9 } ?? true)
  }

  /// Returns the same rules with more sites fixed and forbidden.
  func narrowed(fixed more: [Int], forbidden without: [Int]) -> SiteRules {
    let isFixed = isFixed
    var narrowedCosts = costs
    for site in more where !isFixed[site] { narrowedCosts[site] = 0 }
    return SiteRules(
      siteCount: siteCount, number: number, fixed: fixed + more, forbidden: forbidden + without,
      costs: narrowedCosts,
      budget: budget.map { max(0, $0 - more.filter { !isFixed[$0] }.reduce(0) { $0 + costs[$1] }) })
  }

  private static func marks(_ sites: [Int], _ count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for site in sites { marks[site] = true }
    return marks
  }
}
