import DunjingScenario
import DunjingSimulation
import DunjingWorld

extension Experiment {
  /// The share of the hours of mediation from which it is near saturation.
  private static let nearlyAll = 0.9

  /// That those who mediate are near saturation under some treatments, and under the first of them from what; nil for none.
  func mediationLoad(_ results: [[ReplicationResult]]) -> LocalizedText? {
    let full = treatments.indices.filter { position in
      let room = world.plans[treatments[position]].mediationHoursPerDay
      return !world.hazards.isEmpty && mediationPerDay(results, position) > Self.nearlyAll * room
    }
    guard let first = full.first else { return nil }
    let names = full.map { name(of: treatments[$0]) }
    let (zh, en) = (
      names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", ")
    )
    let cause = cause(results, first)
    return LocalizedText(
      zh: "\(zh)的化解力量已近饱和，排查出的隐患在等待化解时升级；警情变化主要反映化解能力。\(cause.zh)",
      en: "Under \(en) the officers who mediate are close to saturation: found hazards escalate while "
        + "they wait, and changes in incidents mostly reflect the room for mediation. \(cause.en)")
  }

  /// How many hazards are found and how many hours it takes to mediate, against the hours that there are.
  private func cause(_ results: [[ReplicationResult]], _ position: Int) -> LocalizedText {
    let plan = world.plans[treatments[position]]
    let name = name(of: treatments[position])
    let (used, room) = (mediationPerDay(results, position).tenths, plan.mediationHoursPerDay.tenths)
    let found = hazardsFoundPerDay(results, position)?.tenths
    let own = world.scenario.force.communityOfficers
    let sent =
      plan.toCommunity > 0
      ? LocalizedText(zh: "，另有下沉 \(plan.toCommunity) 名", en: " and \(plan.toCommunity) sent down")
      : LocalizedText("")
    return LocalizedText(
      zh: "\(name.zh)下\(found.map { "平均每天排查出隐患 \($0) 处，" } ?? "")化解每天用去 \(used) 小时，可用于化解的每天 \(room) 小时"
        + "（社区民警 \(own) 名\(sent.zh)）。",
      en:
        "Under \(name.en) \(found.map { "\($0) hazards are found a day, " } ?? "")mediation takes \(used) h a day, of \(room) h "
        + "that there are for it (community officers: \(own)\(sent.en)).")
  }

  /// Hours of mediation in a day.
  private func mediationPerDay(_ results: [[ReplicationResult]], _ position: Int) -> Double {
    (mean(results, position, .mediationHours) ?? 0) / 365
  }

  /// Hazards found in a day: of those that are found or escalate the share found, and how many escalate, tell how many are found.
  private func hazardsFoundPerDay(_ results: [[ReplicationResult]], _ position: Int) -> Double? {
    let found = results.compactMap { replications -> Double? in
      let result = replications[position]
      guard let share = result[.hazardsFoundShare], share < 1, let escalated = result[.hazardsEscalated]
      else {
        return nil
      }
      return share / (1 - share) * escalated / 365
    }
    return found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
  }
}
