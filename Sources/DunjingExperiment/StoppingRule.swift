import DunjingScenario

/// When to stop adding replications: as soon as every estimate asked for is precise, or at a maximum.
///
/// A sequential procedure: it looks after the pilot and then after every ``batch`` more, always at the results in
/// the order of their numbers. So the number of replications depends on the results alone, never on threads,
/// machines or interruptions.
///
/// Source: Y. S. Chow & H. Robbins (1965), "On the asymptotic theory of fixed-width sequential confidence
/// intervals for the mean"; with a relative width, A. M. Law (2015), "Simulation Modeling and Analysis", ch. 9.
/// They look after every replication; looking less often plays at most a batch too many. Law asks for γ / (1 + γ)
/// of the estimate so that the error is at most γ of the true mean; here the share is that of the interval itself.
///
/// Assumptions: independent, nearly normal replications. The interval covers as it promises only in the limit of
/// a small share: stopping prefers samples whose variance came out low, so it covers a little less often, the
/// more so the smaller the pilot. Law recommends a pilot of at least 10 and a share of at most 0.15.
public struct StoppingRule: Sendable, Equatable {
  /// Replications between two looks; fixed, so that no number of threads changes the result.
  public static let batch = 10

  /// Replications before the first look.
  public let pilot: Int
  /// Replications after which it stops in any case.
  public let maximum: Int
  /// The largest half width, as a share of the reference of each estimate.
  public let relative: Double

  /// Creates a rule.
  public init(pilot: Int, maximum: Int, relative: Double) {
    self.pilot = pilot
    self.maximum = maximum
    self.relative = relative
  }

  /// Creates the rule of a scenario's settings.
  public init(pilot: Int, settings: PrecisionSettings) {
    self.init(pilot: pilot, maximum: settings.maximumReplications, relative: settings.relative)
  }

  /// Returns whether to stop after a number of replications, given the estimates they make.
  public func decision(_ estimates: [MonitoredEstimate], played: Int) -> StoppingDecision {
    let open = estimates.filter { !$0.isPrecise(relative) }
    if open.isEmpty && played >= pilot { return .stop(.precision) }
    if played >= maximum { return .stop(.maximum) }
    let next = nextLook(after: played)
    let needed = open.map { $0.replications(for: relative, limit: maximum) }.max() ?? next
    return .goOn(to: next, expected: max(next, look(at: needed)))
  }

  private func nextLook(after played: Int) -> Int {
    played < pilot ? pilot : min(maximum, played + Self.batch)
  }

  /// The first look at or after a number of replications.
  private func look(at count: Int) -> Int {
    guard count > pilot else { return pilot }
    return min(maximum, pilot + (count - pilot + Self.batch - 1) / Self.batch * Self.batch)
  }
}

/// What a stopping rule says.
public enum StoppingDecision: Sendable, Equatable {
  /// No more replications.
  case stop(StoppingReason)
  /// Replications up to a number, after which to look again; and how many it will probably be in the end.
  case goOn(to: Int, expected: Int)
}

/// Why no more replications were played.
public enum StoppingReason: String, Sendable, Equatable, Codable {
  /// The number asked for has been played.
  case replications
  /// Every estimate asked for is precise.
  case precision
  /// The maximum has been played, and some estimate is not precise.
  case maximum
}
