/// The state of a selection by ``KimNelson``: who is still in the race, and what to observe next.
///
/// ```swift
/// var race = KimNelsonRace(procedure)
/// while let replications = race.replications {
///   race.add(race.survivors.map { observe($0, replications) })
/// }
/// let best = race.result.best
/// ```
///
/// Looking only after every `step` replications keeps the guarantee (C. Jennison, I. M. Johnstone & B. W. Turnbull,
/// 1982, on observing a process at discrete times) and lets replications be made in parallel, but takes up to
/// a step more of them.
public struct KimNelsonRace: Sendable {
  /// The procedure.
  public let procedure: KimNelson
  /// The replications of each survivor between two looks.
  public let step: Int
  /// The largest number of replications of a system.
  public let limit: Int
  /// The systems that are not eliminated, in increasing order.
  public private(set) var survivors: [Int]

  private var tallies: [Tally]
  /// The sample variance of the difference of each two systems in the first stage, S²ᵢₗ.
  private var variances: [Double] = []
  private var isDecided = false

  /// Begins a race.
  /// - Precondition: the step is positive, and the limit is not below the first stage.
  public init(_ procedure: KimNelson, step: Int = 1, limit: Int = 1_000_000) {
    precondition(step >= 1, "a race needs a positive step, not \(step)")
    precondition(
      limit >= procedure.firstStage, "a limit of \(limit) replications ends before the first stage")
    self.procedure = procedure
    self.step = step
    self.limit = limit
    survivors = Array(0..<procedure.systems)
    tallies = [Tally](repeating: Tally(), count: procedure.systems)
  }

  /// The replications to make next of every survivor, counted from 0; nil if the race is over.
  public var replications: Range<Int>? {
    let played = tallies[survivors[0]].count
    guard !isDecided, played < limit else { return nil }
    return played == 0 ? 0..<procedure.firstStage : played..<min(limit, played + step)
  }

  /// Adds the observations of the next ``replications``, a row for each survivor in their order, and eliminates
  /// those that are clearly worse than another.
  /// - Precondition: the race is not over, and every row has one finite observation for each replication.
  public mutating func add(_ rows: [[Double]]) {
    guard let replications else { preconditionFailure("the race is over") }
    precondition(rows.count == survivors.count, "a race needs the observations of every survivor")
    for (system, row) in zip(survivors, rows) {
      precondition(
        row.count == replications.count && row.allSatisfy(\.isFinite),
        "a race needs \(replications.count) finite observations of system \(system)")
      for value in row { tallies[system].add(value) }
    }
    if variances.isEmpty { variances = Self.varianceOfDifferences(rows) }
    screen()
  }

  /// What the race has found so far: without guarantee until it is decided.
  public var result: SelectionResult {
    let best = procedure.guarantee.goal.best(of: tallies.map(\.mean), among: survivors) ?? 0
    return SelectionResult(
      procedure: .kimNelson, guarantee: procedure.guarantee, status: isDecided ? .selected : .limit,
      tallies: tallies, survivors: survivors, best: best)
  }

  /// Eliminates systems, and decides the race if one remains or no pair has a margin left.
  private mutating func screen() {
    let played = Double(tallies[survivors[0]].count)
    let sign = procedure.guarantee.goal.sign
    let field = survivors
    survivors = field.filter { system in
      field.allSatisfy { other in
        let lead = played * sign * (tallies[system].mean - tallies[other].mean)
        return other == system || lead >= -margin(system, other, played)
      }
    }
    let isOpen = survivors.contains { one in
      survivors.contains { $0 > one && margin(one, $0, played) > 0 }
    }
    guard !isOpen else { return }
    isDecided = true
    // Survivors without a margin have equal means: the first is taken.
    survivors = [survivors[0]]
  }

  /// How far the sum of a system may lag behind another, W = max {0, ½ δ (h² S² / δ² − r)}.
  private func margin(_ system: Int, _ other: Int, _ played: Double) -> Double {
    let zone = procedure.guarantee.indifferenceZone
    let variance = variances[system * procedure.systems + other]
    return max(0, 0.5 * (procedure.squaredConstant * variance / zone - zone * played))
  }

  private static func varianceOfDifferences(_ rows: [[Double]]) -> [Double] {
    var variances = [Double](repeating: 0, count: rows.count * rows.count)
    for one in rows.indices {
      for other in (one + 1)..<rows.count {
        let variance = Tally(zip(rows[one], rows[other]).map(-)).variance ?? 0
        variances[one * rows.count + other] = variance
        variances[other * rows.count + one] = variance
      }
    }
    return variances
  }
}
