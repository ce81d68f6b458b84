import DunjingScenario
import DunjingSimulation
import DunjingWorld

extension Experiment {
  /// What a reader has to know before trusting the numbers.
  func warnings(_ results: [[ReplicationResult]]) -> [LocalizedText] {
    var warnings = world.warnings(about: treatments, namesKeys: false)
    if results.count < 2 {
      warnings.append(
        LocalizedText(zh: "只有一次重复，无法给出置信区间。", en: "A single replication gives no confidence interval."))
    }
    let queued = treatments.indices.compactMap { waiting(results, $0) }
    if !queued.isEmpty { warnings.append(saturation(queued)) }
    if let load = mediationLoad(results) { warnings.append(load) }
    return warnings
  }

  /// A treatment under which many incidents wait though dispatch keeps up, and their share; nil for others.
  private func waiting(
    _ results: [[ReplicationResult]], _ position: Int
  ) -> (name: LocalizedText, share: String)? {
    let queued = mean(results, position, .queuedShare) ?? 0
    guard queued > 0.3, !results.contains(where: { $0[position].isQueueGrowing == true }) else { return nil }
    return (name(of: treatments[position]), queued.wholePercent)
  }

  /// What a warning calls a treatment.
  func name(of treatment: Int) -> LocalizedText {
    .treatment(world.scenario.treatments[treatment].name, isBaseline: treatment == world.baseline)
  }

  private func saturation(_ waiting: [(name: LocalizedText, share: String)]) -> LocalizedText {
    let zh = waiting.map { "\($0.name.zh)有 \($0.share)" }.joined(separator: "、")
    let en = waiting.map { "\($0.name.en) \($0.share)" }.joined(separator: ", ")
    return LocalizedText(
      zh: "\(zh) 的警情须等待警力，响应系统接近饱和，平均值随统计期变化。",
      en: "Under \(en) of incidents wait for a unit: response is close to saturation, "
        + "and its means depend on the horizon.")
  }

  func mean(_ results: [[ReplicationResult]], _ position: Int, _ indicator: Indicator) -> Double? {
    let values = results.compactMap { $0[position][indicator] }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}

extension Double {
  /// A share in whole per cent.
  package var wholePercent: String { "\(Int((self * 100).rounded()))%" }
}
