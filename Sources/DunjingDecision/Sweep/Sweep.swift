import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// Plays a scenario with other values of its keys: each point of a design is a study of its own, on the same random
/// numbers as the others.
///
/// Where the points differ in nothing but where treatments other than the baseline send officers, they have their world,
/// warm-up and baseline in common, and these are played once; otherwise each point is compiled and warmed up by itself.
/// Nothing in the result depends on which it was, nor on threads, nor on whether the sweep was stopped and went on from
/// its ledger, nor on how many processes played it together.
public struct Sweep: Sendable {
  /// What is varied.
  public let design: SweepDesign
  /// The study at each point.
  public let studies: [ValidScenario]
  /// The ids of the treatments played besides the baseline.
  public let treatments: [String]
  /// Replications of each treatment at each point.
  public let replications: Int
  /// States after the warm-up that stay in memory; the result does not depend on it.
  public var keptWarmUps = PlanSearchSettings().keptWarmUps

  /// Creates a sweep.
  /// - Parameters:
  ///   - design: the points that are played.
  ///   - studies: the study at each point of the design.
  ///   - treatments: ids of treatments that every study has; the baseline among them is left out.
  ///   - replications: how many of each treatment at each point.
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
    let slots = slots(at: studies.indices, isShared: sharesWarmUp)
    return (slots.count { ledger.values(of: $0.slot) != nil }, slots.count)
  }

  /// Plays what is missing.
  /// - Parameters:
  ///   - ledger: what has been played before.
  ///   - threads: how many; they do not change the result.
  ///   - travelStore: where travel times may have been kept, and are kept.
  ///   - company: other processes that play the same sweep; points that are compiled by themselves are not divided further.
  ///   - record: called once for every replication played, never twice at a time; false stops the sweep.
  /// - Returns: the ledger with everything in it; nil if somebody stopped.
  public func run(
    ledger: PlanLedger = PlanLedger(), threads: Int = 1, travelStore: (any TravelStore)? = nil,
    company: (any PlanCompany)? = nil, record: @escaping @Sendable (PlanRecord) -> Bool = { _ in true }
  ) -> PlanLedger? {
    let stage = Stage(isShared: sharesWarmUp, threads: threads, travelStore: travelStore)
    var ledger = ledger
    if stage.isShared {
      return play(studies.indices, stage, into: &ledger, company: company, record: record) ? ledger : nil
    }
    guard let company else {
      let isDone = studies.indices.allSatisfy { point in
        play(point..<point + 1, stage, into: &ledger, company: nil, record: record)
      }
      return isDone ? ledger : nil
    }
    let pieces = studies.indices.map { slots(at: $0..<$0 + 1, isShared: false).map(\.slot) }
    return SharedBatch(pieces, ledger: ledger, company: company, threads: 1).run(record: record) {
      point, known, hand in
      var known = known
      _ = play(point..<point + 1, stage, into: &known, company: nil, record: hand)
    }
  }

  /// How points are played.
  private struct Stage {
    let isShared: Bool
    let threads: Int
    let travelStore: (any TravelStore)?
  }

  /// Plays what is missing at points that have a world in common; false if somebody stopped.
  private func play(
    _ points: Range<Int>, _ stage: Stage, into ledger: inout PlanLedger, company: (any PlanCompany)?,
    record: @escaping @Sendable (PlanRecord) -> Bool
  ) -> Bool {
    let slots = slots(at: points, isShared: stage.isShared)
    let known = ledger
    guard let first = points.first, slots.contains(where: { known.values(of: $0.slot) == nil }) else {
      return true
    }
    let world = World(compiling: studies[first], travelStore: stage.travelStore)
    let jobs = slots.map { own in
      PlanPlayer.Job(
        key: own.slot.plan, plan: plan(own.id, at: own.point, in: world, stage.isShared),
        replication: own.slot.replication)
    }
    var player = PlanPlayer(
      world, seed: world.scenario.experiment.seed, threads: stage.threads,
      keptWarmUps: min(replications, keptWarmUps), company: company)
    return player.play(jobs, into: &ledger, record: record)
  }

  /// The ids of the treatments at a point, the baseline first.
  func ids(at point: Int) -> [String] {
    let baseline = studies[point].scenario.experiment.baseline
    return [baseline] + treatments.filter { $0 != baseline }
  }

  /// The name of a treatment at a point in the ledger.
  func key(_ id: String, at point: Int, _ isShared: Bool) -> String {
    let isOfAll = isShared && id == studies[point].scenario.experiment.baseline
    return zip(design.factors, design.points[point]).filter { !isOfAll || !isOfOther($0.0.key, than: id) }
      .map { "\($0.key)=\($1) " }.joined() + "@\(id)"
  }

  /// Whether a key belongs to a treatment other than the baseline, which it then does not concern.
  private func isOfOther(_ key: String, than baseline: String) -> Bool {
    key.hasPrefix("treatments.") && !key.hasPrefix("treatments.\(baseline).")
  }

  /// A replication of a treatment at a point.
  private struct PointSlot {
    let id: String
    let point: Int
    let slot: PlanSlot
  }

  /// What is to be played at points, each plan once.
  private func slots(at points: Range<Int>, isShared: Bool) -> [PointSlot] {
    var seen: Set<String> = []
    return points.flatMap { point in
      ids(at: point).flatMap { id -> [PointSlot] in
        let key = key(id, at: point, isShared)
        guard seen.insert(key).inserted else { return [] }
        return (0..<replications).map {
          PointSlot(id: id, point: point, slot: PlanSlot(plan: key, replication: $0))
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
