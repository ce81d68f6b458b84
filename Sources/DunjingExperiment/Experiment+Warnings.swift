import DunjingScenario
import DunjingSimulation
import DunjingWorld

extension Experiment {
  /// What a reader has to know before trusting the numbers.
  func warnings(_ results: [[ReplicationResult]]) -> [LocalizedText] {
    var warnings = world.warnings(about: treatments)
    if results.count < 2 {
      warnings.append(
        LocalizedText(zh: "只有一次重复，无法给出置信区间。", en: "A single replication gives no confidence interval."))
    }
    for (position, treatment) in treatments.enumerated() {
      let name = world.scenario.treatments[treatment].name
      let queued = mean(results, position, .queuedShare) ?? 0
      let isUnstable = results.contains { $0[position].isQueueGrowing == true }
      if queued > 0.3 && !isUnstable { warnings.append(saturation(name, queued.wholePercent)) }
      let mediation = (mean(results, position, .mediationHours) ?? 0) / 365
      if !world.hazards.isEmpty && mediation > 0.9 * world.plans[treatment].mediationHoursPerDay {
        warnings.append(mediationLoad(name))
      }
    }
    return warnings
  }

  private func saturation(_ name: LocalizedText, _ share: String) -> LocalizedText {
    LocalizedText(
      zh: "方案“\(name.zh)”有 \(share) 的警情须等待警力，响应系统接近饱和，平均值随统计期变化。",
      en: "Under “\(name.en)” \(share) of incidents wait for a unit: response is close to saturation, "
        + "and its means depend on the horizon.")
  }

  private func mediationLoad(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "方案“\(name.zh)”的化解力量已近饱和，排查出的隐患在等待化解时升级；警情变化主要反映化解能力。",
      en: "Under “\(name.en)” the officers who mediate are close to saturation: found hazards escalate while "
        + "they wait, and changes in incidents mostly reflect the room for mediation.")
  }

  private func mean(_ results: [[ReplicationResult]], _ position: Int, _ indicator: Indicator) -> Double? {
    let values = results.compactMap { $0[position][indicator] }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}

extension Double {
  /// A share in whole per cent.
  var wholePercent: String { "\(Int((self * 100).rounded()))%" }
}
