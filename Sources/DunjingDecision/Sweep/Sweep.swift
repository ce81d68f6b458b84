import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// Plays a scenario with other values of its keys: each point of a design is a study of its own, on the same random
/// numbers as the others.
///
/// Where the points differ in nothing but where treatments other than the baseline send officers, they have their world,
/// warm-up and baseline in common, and these are played once; otherwise each point is compiled and warmed up by itself.
/// Nothing in the result depends on which it was, nor on threads, nor on whether the sweep was stopped and went on from
/// its ledger.
public struct Sweep: Sendable {
  /// What is varied.
  public let design: SweepDesign
  /// The study at each point.
  public let studies: [ValidScenario]
  /// The ids of the treatments played besides the baseline.
  public let treatments: [String]
  /// Replications of each treatment at each point.
  public let replications: Int

  /// Creates a sweep.
  /// - Parameters:
  ///   - studies: the study at each point of the design.
  ///   - treatments: ids of treatments that every study has; the baseline among them is left out.
  /// - Precondition: a study for each point, at least one, and a replication.
  public init(_ design: SweepDesign, studies: [ValidScenario], treatments: [String], replications: Int) {
    precondition(studies.count == design.points.count && !studies.isEmpty, "a study for each point")
    precondition(replications > 0, "something has to be played")
    (self.design, self.studies, self.replications) = (design, studies, replications)
    let baselines = Set(studies.map(\.scenario.experiment.baseline))
    self.treatments = treatments.filter { baselines != [$0] }
  }

  /// Whether the points have world, warm-up and baseline in common.
  public var sharesWarmUp: Bool {
    guard let first = studies.first?.scenario else { return false }
    return studies.dropFirst().allSatisfy { $0.scenario.differsInSunkOfficersOnly(from: first) }
  }

  /// How many replications the sweep has, and how many of them a ledger holds.
  public func count(in ledger: PlanLedger) -> (known: Int, total: Int) {
    let isShared = sharesWarmUp
    var (seen, known): (Set<String>, Int) = ([], 0)
    for point in studies.indices {
      for id in ids(at: point) {
        let key = key(id, at: point, isShared)
        guard seen.insert(key).inserted else { continue }
        known += (0..<replications).count { ledger.values(of: key, replication: $0) != nil }
      }
    }
    return (known, seen.count * replications)
  }

  /// Plays what is missing.
  /// - Parameters:
  ///   - ledger: what has been played before.
  ///   - threads: how many; they do not change the result.
  ///   - travelStore: where travel times may have been kept, and are kept.
  ///   - record: called once for every replication played, never twice at a time; false stops the sweep.
  /// - Returns: the ledger with everything in it; nil if somebody stopped.
  public func run(
    ledger: PlanLedger = PlanLedger(), threads: Int = 1, travelStore: (any TravelStore)? = nil,
    record: @escaping @Sendable (PlanRecord) -> Bool = { _ in true }
  ) -> PlanLedger? {
    let isShared = sharesWarmUp
    var ledger = ledger
    for points in isShared ? [Array(studies.indices)] : studies.indices.map({ [$0] }) {
      let missing = missing(at: points, ledger, isShared)
      guard let first = points.first, !missing.isEmpty else { continue }
      let world = World(compiling: studies[first], travelStore: travelStore)
      let jobs = missing.map { job in
        PlanPlayer.Job(plan: plan(job.id, at: job.point, in: world, isShared), replication: job.replication)
      }
      var player = PlanPlayer(
        world, seed: world.scenario.experiment.seed, threads: threads,
        keptWarmUps: min(replications, Self.keptWarmUps))
      let played = player.play(jobs) { number, values in record(missing[number].record(values)) }
      for (job, values) in zip(missing, played) {
        if let values { ledger.note(job.record(values)) }
      }
      if played.contains(where: { $0 == nil }) { return nil }
    }
    return ledger
  }

  /// States after the warm-up that stay in memory.
  private static let keptWarmUps = 64

  /// The ids of the treatments at a point, the baseline first.
  func ids(at point: Int) -> [String] {
    let baseline = studies[point].scenario.experiment.baseline
    return [baseline] + treatments.filter { $0 != baseline }
  }

  /// The name of a treatment at a point in the ledger.
  func key(_ id: String, at point: Int, _ isShared: Bool) -> String {
    if isShared && id == studies[point].scenario.experiment.baseline { return "@\(id)" }
    return zip(design.factors, design.points[point]).map { "\($0.key)=\($1) " }.joined() + "@\(id)"
  }

  private struct Missing {
    let id: String
    let point: Int
    let key: String
    let replication: Int

    func record(_ values: IndicatorValues) -> PlanRecord {
      PlanRecord(plan: key, replication: replication, values: values)
    }
  }

  private func missing(at points: [Int], _ ledger: PlanLedger, _ isShared: Bool) -> [Missing] {
    var seen: Set<String> = []
    return points.flatMap { point in
      ids(at: point).flatMap { id -> [Missing] in
        let key = key(id, at: point, isShared)
        guard seen.insert(key).inserted else { return [] }
        return (0..<replications).filter { ledger.values(of: key, replication: $0) == nil }.map {
          Missing(id: id, point: point, key: key, replication: $0)
        }
      }
    }
  }

  private func plan(_ id: String, at point: Int, in world: World, _ isShared: Bool) -> TreatmentPlan {
    guard let index = world.scenario.treatments.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("every study of a sweep has its treatments")
    }
    let own = studies[point].scenario.treatments
    return isShared && index != world.baseline ? world.plan(of: own[index]) : world.plans[index]
  }
}

extension Scenario {
  /// Whether another scenario has the same world and warm-up: it differs in nothing but where officers come from and go
  /// to under treatments other than the baseline.
  func differsInSunkOfficersOnly(from other: Scenario) -> Bool {
    guard treatments.map(\.id) == other.treatments.map(\.id) else { return false }
    var same = self
    for index in treatments.indices where treatments[index].id != experiment.baseline {
      let model = other.treatments[index]
      same.treatments[index].name = model.name
      same.treatments[index].sinkRatio = model.sinkRatio
      same.treatments[index].streetShare = model.streetShare
      same.treatments[index].stationWeights = model.stationWeights
      same.treatments[index].sourceRule = model.sourceRule
      same.treatments[index].destinationRule = model.destinationRule
      same.treatments[index].chiefShare = model.chiefShare
      same.treatments[index].preventionFloor = model.preventionFloor
      same.treatments[index].phases = model.phases
    }
    // The sources are notes that repeat values.
    same.sources = other.sources
    return same == other
  }
}
