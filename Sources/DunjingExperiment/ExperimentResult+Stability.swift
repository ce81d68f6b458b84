import DunjingScenario
import DunjingSimulation
import DunjingWorld

extension TreatmentResult {
  /// Whether the mean of an indicator says something about the plan: not if it hangs on a queue that grows without bound,
  /// for then it says how long the horizon is.
  public func isSteady(_ indicator: Indicator) -> Bool {
    !isUnstable || !indicator.dependsOnQueue
  }
}

extension TreatmentResult {
  /// Why incidents wait without bound: that no unit may go to some of them, or that there are too many for the units.
  package var causeOfGrowth: LocalizedText {
    guard unservedShare > 0 else {
      return LocalizedText(zh: "警力跟不上", en: "dispatch does not keep up")
    }
    let share = (unservedShare * 100).tenths + "%"
    return LocalizedText(
      zh: "\(share) 的警情任何单元都不能去，一直等待", en: "no unit may ever go to \(share) of incidents, which wait for ever"
    )
  }
}

extension Indicator {
  /// Whether it hangs on how long incidents wait: all of response but potential coverage, which asks only where units
  /// are posted; and the harm index, which counts late arrivals.
  public var dependsOnQueue: Bool {
    (channel == .response && self != .potentialCoverage) || self == .harmIndex
  }
}

extension DepartmentOutcome {
  /// Work that arrived as a share of capacity; nil where nobody is left to do it.
  package var load: Double? { taken < officers ? utilization : nil }

  /// The mean delay in working days; nil where nobody is left to do the work.
  package var delay: Double? { taken < officers ? delayDays : nil }

  /// Whether the backlog grows without bound in at least half of the replications.
  public func isGrowing(in replications: Int) -> Bool {
    growingReplications > 0 && growingReplications * 2 >= replications
  }

  /// Whether it gets more work than it can do, or its backlog grows as in ``isGrowing(in:)``.
  package func fallsBehind(in replications: Int) -> Bool { utilization > 1 || isGrowing(in: replications) }

  /// Its name and its work in per cent of its capacity, or that nobody is left to do it; where there is room for the work, that
  /// the backlog grows all the same.
  package var nameWithLoad: LocalizedText {
    guard let load else {
      return LocalizedText(zh: "\(name.zh)（无人留守）", en: "\(name.en) (nobody left)")
    }
    let percent = load.wholePercent
    guard load > 1 else {
      return LocalizedText(zh: "\(name.zh)（\(percent)，积压仍在增长）", en: "\(name.en) (\(percent), and growing)")
    }
    return LocalizedText(zh: "\(name.zh)（\(percent)）", en: "\(name.en) (\(percent))")
  }
}

extension ExperimentResult {
  /// Leaves out differences of which one side is the mean of something that grows without bound.
  mutating func leaveOutComparisonsWithoutMeaning() {
    guard let base = treatments.first(where: { $0.id == baseline }) else { return }
    for index in treatments.indices {
      let treatment = treatments[index]
      treatments[index].comparisons.removeAll { comparison in
        !treatment.isSteady(comparison.indicator) || !base.isSteady(comparison.indicator)
      }
    }
  }

  /// What a warning calls a treatment.
  private func name(of treatment: TreatmentResult) -> LocalizedText {
    .treatment(treatment.name, isBaseline: treatment.id == baseline)
  }

  /// What a reader has to know about treatments under which dispatch does not keep up; empty if there are none.
  public var instabilityWarnings: [LocalizedText] {
    treatments.filter(\.isUnstable).map { treatment in
      let (name, count, cause) = (
        name(of: treatment), treatment.unstableReplications, treatment.causeOfGrowth
      )
      return LocalizedText(
        zh: "\(name.zh)的 \(replications) 次重复中有 \(count) 次待派警情持续增长：\(cause.zh)，到场没有稳定值，"
          + "不给出均值，也不参与排序。",
        en:
          "Under \(name.en) the number of waiting incidents grows without bound in \(count) of \(replications) "
          + "replications: \(cause.en), response has no steady value, and its means are neither shown "
          + "nor ranked.")
    }
  }

  /// What a reader has to know about departments with more work than they can do, or a backlog that grows, and about
  /// headquarters with hardly room left, each for all treatments together; empty if there are none.
  var departmentWarnings: [LocalizedText] { [crowdedWarning, fullWarning].compactMap { $0 } }

  /// The departments that fall behind, in the order of ``crowdedDepartments(_:)``, with their load; nil if there are none.
  package var crowdedWarning: LocalizedText? {
    let places = treatments.compactMap { treatment -> LocalizedText? in
      let crowded = crowdedDepartments(treatment)
      guard !crowded.isEmpty else { return nil }
      let (name, names) = (name(of: treatment), LocalizedText.names(crowded.map(\.nameWithLoad)))
      return LocalizedText(zh: "\(name.zh)下\(names.zh)", en: "under \(name.en) \(names.en)")
    }
    guard !places.isEmpty else { return nil }
    return LocalizedText(
      zh: "以下部门超负荷，积压会越来越多（括号内为工作量占能力的百分比）：\(places.map(\.zh).joined(separator: "；"))。"
        + "延误和积压的数字只对所测的 \(horizonDays) 天成立。",
      en:
        "Some departments cannot keep up, and their backlog grows on (in brackets their work in per cent of capacity): "
        + "\(places.map(\.en).joined(separator: "; ")). Delay and backlog hold for the \(horizonDays) measured days only."
    )
  }

  /// The treatments under which no department falls behind, but all together have hardly room left; nil if there are none.
  private var fullWarning: LocalizedText? {
    let loads = treatments.compactMap { treatment -> LocalizedText? in
      let total = treatment.estimates.first { $0.indicator == .departmentUtilization }?.mean ?? 0
      guard crowdedDepartments(treatment).isEmpty, total.isFinite, total > 0.97 else { return nil }
      let (name, percent) = (name(of: treatment), total.wholePercent)
      return LocalizedText(zh: "\(name.zh)下 \(percent)", en: "at \(percent) of capacity under \(name.en)")
    }
    guard !loads.isEmpty else { return nil }
    let names = LocalizedText.names(loads)
    return LocalizedText(
      zh: "机关接近满负荷（\(names.zh)），延误对工作量很敏感。",
      en: "Headquarters works \(names.en): delay is sensitive to any more work.")
  }

  /// The departments of a treatment that fall behind: those that nobody is left in, then the busiest.
  package func crowdedDepartments(_ treatment: TreatmentResult) -> [DepartmentOutcome] {
    treatment.departments.filter { $0.fallsBehind(in: replications) }
      .sorted { ($0.load ?? .infinity) > ($1.load ?? .infinity) }
  }
}
