import Dunjing

extension StudySummary {
  /// Units that by formula have about as much work as they can do, or more, with what to look at; nil where none have.
  /// - Parameter coverage: that of the baseline.
  static func unitLoad(_ world: World, _ valid: ValidScenario, _ coverage: PotentialCoverage)
    -> LocalizedText?
  {
    let parts = PartLoad.all(of: world, minutesToPlace: coverage.minutes)
    let full = parts.filter { $0.load >= ExpectedDemand.fullLoad }
    guard let worst = full.max(by: { $0.load < $1.load }) else { return nil }
    let groups = world.scenario.namedUnits(of: Array(Set(worst.units.map { world.units[$0].group }))).map(
      \.name)
    let count = worst.units.count
    let place = parts.count == 1 ? nil : world.districtNames(of: worst.grids)
    let scope = place.map {
      LocalizedText(
        zh: "各自调度的 \(parts.count) 个部分中有 \(full.count) 个单元接近或超过能力，最重的（\($0.zh)）：",
        en:
          "In \(full.count) of \(parts.count) parts dispatched by themselves the units have about as much work as they can do, or "
          + "more; in the worst (\($0.en)) ")
    }
    let percent = "\(Int((worst.load * 100).rounded())) %"
    let (incidents, work, hours) = (
      tenths(worst.incidentsPerDay), tenths(worst.workHours), tenths(worst.availableHours)
    )
    let end =
      worst.load >= 1
      ? LocalizedText(zh: "待派警情会无界增长", en: "The queue grows without bound")
      : LocalizedText(zh: "接近能力时等待很长", en: "Near that waits are long")
    return LocalizedText(
      zh:
        "\(scope?.zh ?? "")\(count) 个处警单元（\(groups.map(\.zh).joined(separator: "、"))）的负荷按公式至少为 \(percent)：日均 \(incidents) 起警情，"
        + "连同路途和文书共需 \(work) 小时，在岗可用 \(hours) 小时。\(end.zh)；请核对单元数（units 的 unitsPerFacility）、警情数（\(valid.demandKey)）、"
        + "sceneMinutes 和 unavailableShare。",
      en:
        "\(scope?.en ?? "")\(EnglishCount.text(count, "response unit", "response units")) "
        + "(\(groups.map(\.en).joined(separator: ", "))) \(count == 1 ? "has" : "have") at least \(percent) of the work \(count == 1 ? "it" : "they") can do, by formula: "
        + "\(incidents) incidents a day take \(work) h with the way and paperwork, of \(hours) h on duty and not away. \(end.en): "
        + "check the number of units (units, unitsPerFacility), the incidents (\(valid.demandKey)), sceneMinutes and unavailableShare."
    )
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}

extension ValidScenario {
  /// The key by which the study says how many incidents there are.
  var demandKey: String { totalDemandKey ?? Plausibility.ratesKey }
}
