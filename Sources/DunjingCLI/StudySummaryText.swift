import Dunjing
import Foundation

/// The summary of a study as people read it.
struct StudySummaryText {
  private let summary: StudySummary
  private let isChinese: Bool
  private let language: TextLanguage

  init(_ summary: StudySummary, in language: TextLanguage) {
    (self.summary, self.language, isChinese) = (summary, language, language == .zh)
  }

  var text: String {
    let facts = (place + demand + force + duty + names).map { $0.0 + (isChinese ? "：" : ": ") + $0.1 }
    let notes = (summary.warnings + summary.implausible).map { Message.warning($0, in: language) }
    return (facts + summary.treatments.map(line) + full + notes).joined(separator: "\n")
  }

  private var place: [(String, String)] {
    let kinds = summary.facilities.map { "\(Self.kinds[$0.kind]?.text(in: language) ?? $0.kind) \($0.count)" }
    let counties = summary.counties > 0 ? [(isChinese ? "县区" : "Counties", "\(summary.counties)")] : []
    return [
      (isChinese ? "研究" : "Study", summary.name.text(in: language)),
      (isChinese ? "常住人口" : "Residents", rounded(summary.residents))
    ] + counties + [
      (isChinese ? "网格 / 位置" : "Grids / places", "\(summary.grids) / \(summary.places)"),
      (isChinese ? "设施" : "Facilities", list(kinds))
    ] + shift
  }

  /// Where facilities stand, if that is not where the study has them.
  private var shift: [(String, String)] {
    guard let farthest = summary.farthestFacility else { return [] }
    let name = farthest.name.text(in: language)
    let most = rounded(farthest.kilometers)
    let value =
      isChinese
      ? "\(farthest.isOnRoads ? "最近的路口" : "最近网格的中心（没有路网）")，最多相距 \(most) 公里（\(name)）"
      : "\(farthest.isOnRoads ? "at the nearest node of the roads" : "in the middle of the nearest grid, as there are no roads"); "
        + "farthest off is \(name), \(most) km"
    return [(isChinese ? "  模型中的位置" : "  where the model has them", value)]
  }

  private var demand: [(String, String)] {
    let kinds = summary.incidentKinds.map { "\($0.name.text(in: language)) \(rounded($0.perDay))" }
    return [
      (
        isChinese ? "日均有效警情（推算）" : "Incidents a day (by formula)",
        rounded(summary.incidentsPerDay) + inner(kinds)
      )
    ] + demandParts + measured
  }

  /// Why there are not as many incidents as the study says.
  private var demandParts: [(String, String)] {
    guard let demand = summary.demand, rounded(demand.written) != rounded(summary.incidentsPerDay) else {
      return []
    }
    let parts = [demand.exogenous, demand.fromHazards, demand.prevented, demand.following, demand.written]
      .map(
        rounded)
    let note =
      demand.fromHazards > 0
      ? LocalizedText(
        zh: "；隐患升级为公式近似，仿真逐次走访，报告中的起数可略有不同",
        en: "; those from hazards are approximate: runs play each visit, so reports may differ somewhat")
      : LocalizedText("")
    return [
      isChinese
        ? (
          "  其中",
          "与隐患无关 \(parts[0])，隐患升级 \(parts[1])（走访使另外 \(parts[2]) 起没有发生），转化和反复 \(parts[3])；demand 写的是 \(parts[4])\(note.zh)"
        )
        : (
          "  made up of",
          "\(parts[0]) that do not grow from hazards, \(parts[1]) that do (visits prevent \(parts[2]) more), \(parts[3]) that others turn into or that come again; demand says \(parts[4])\(note.en)"
        )
    ]
  }

  /// What simulated numbers of incidents are to be compared with.
  private var measured: [(String, String)] {
    let measured = summary.measured
    let (all, here) = (whole(measured.meanPerYear), whole(measured.incidents))
    let months = measured.days < 365 ? Self.span(of: measured.months).text(in: language) : ""
    let perYear = whole(measured.perYear)
    let count =
      measured.days == 365
      ? (isChinese ? "\(here) 起" : here)
      : (isChinese ? "\(here) 起，报告折合全年 \(perYear) 起" : "\(here), or \(perYear) a year as reports count")
    return [
      isChinese
        ? ("  合全年", "\(all) 起；统计的 \(measured.days) 天\(months)为 \(count)" + reasons + speed)
        : ("  in a year", "\(all); in the \(measured.days) days measured\(months) \(count)" + reasons + speed)
    ]
  }

  /// Why the measured days have more or fewer incidents than others.
  private var reasons: String {
    let measured = summary.measured
    guard !measured.reasons.isEmpty else { return "" }
    let (here, all) = (hundredths(measured.perYear / 365), hundredths(measured.meanPerYear / 365))
    let keys = measured.reasons.listed.text(in: language)
    return isChinese
      ? "；因 \(keys)，这些天日均 \(here) 起，全年日均 \(all) 起" : "; \(here) a day against \(all) in a year, by \(keys)"
  }

  /// How much slower or faster these days are.
  private var speed: String {
    guard let speed = summary.measured.speed else { return "" }
    let (here, all) = (hundredths(speed.factor), hundredths(speed.factorOfYear))
    return isChinese
      ? "；\(speed.mode) 车速系数 \(here)，全年 \(all)（monthFactors）"
      : "; speed of \(speed.mode) × \(here) against × \(all) in a year (monthFactors)"
  }

  /// From the first to the last of some months.
  private static func span(of months: [Int]) -> LocalizedText {
    guard let first = months.first, let last = months.last else { return LocalizedText("") }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December"
    ]
    return months.count == 1
      ? LocalizedText(zh: "（\(first) 月）", en: " (\(names[first - 1]))")
      : LocalizedText(zh: "（\(first)–\(last) 月）", en: " (\(names[first - 1]) to \(names[last - 1]))")
  }

  /// What has no English name.
  private var names: [(String, String)] {
    guard let chineseOnly = summary.chineseOnly else { return [] }
    return [
      isChinese
        ? ("没有英文名", "\(chineseOnly.zh)；英文报告中仍为中文名，请补 name_en，或写成 name: {zh: …, en: …}")
        : (
          "Without an English name",
          "\(chineseOnly.en); the English report has their Chinese names: add name_en, or write name: {zh: …, en: …}"
        )
    ]
  }

  private var force: [(String, String)] {
    let groups = summary.unitsByName.filter { $0.count > 0 }.map {
      "\($0.name.text(in: language)) \($0.count)"
    }
    let categories = summary.officers.map { "\($0.name.text(in: language)) \($0.count)" }
    let departments = summary.departments.map { department in
      let count = department.officers
      return "\(department.name.text(in: language)) \(count)"
        + (department.utilization.map { isChinese ? "（\(percent($0))）" : " (\(percent($0)))" } ?? "")
    }
    let utilization = summary.departmentUtilization.map(percent) ?? "–"
    return [
      (isChinese ? "处警单元" : "Response units", "\(summary.units)" + inner(groups)),
      (isChinese ? "警力" : "Force", list(categories))
    ] + spare + [
      (isChinese ? "机关民警" : "Officers in departments", "\(summary.departmentOfficers)" + tiers),
      (isChinese ? "  各部门（负荷率，推算）" : "  by department (utilization by formula)", list(departments)),
      (isChinese ? "机关负荷率（推算）" : "Their utilization (by formula)", utilization)
    ]
  }

  /// Officers whom no crew needs, unless they are warned of.
  private var spare: [(String, String)] {
    [summary.streetForce, summary.stationForce].compactMap(\.self).compactMap { force in
      guard let text = force.text, !force.isStriking else { return nil }
      let label =
        force.ofStations
        ? LocalizedText(zh: "  其中派出所值班民警", en: "  officers of pool stationDuty")
        : LocalizedText(zh: "  其中街面巡逻民警", en: "  patrol officers")
      return (label.text(in: language), text.text(in: language))
    }
  }

  /// Which of the officers in departments a plain sink ratio counts.
  private var tiers: String {
    let agency = summary.departments.map(\.agencyOfficers).reduce(0, +)
    let county = summary.departmentOfficers - agency
    guard county > 0 else {
      return isChinese
        ? "（都写作 agencyOfficers，sinkRatio 按其计算；县、分局的应写作 countyOfficers，导入时加 --county）"
        : " (all written as agencyOfficers, whom sinkRatio counts; those of a county or a district are countyOfficers: "
          + "import tables --county)"
    }
    guard agency > 0 else {
      return isChinese
        ? "（均为县级，sinkRatio.county 按其计算）" : " (all of counties, whom sinkRatio.county counts)"
    }
    let (above, below) =
      summary.counties == 0
      ? ("headquarters agencies", "local level") : ("province and prefecture agencies", "counties")
    return isChinese
      ? "（省、市级机关 \(agency) 名，sinkRatio 按其计算；县级 \(county) 名）"
      : " (\(agency) of \(above), whom sinkRatio counts; \(county) of \(below))"
  }

  private var duty: [(String, String)] {
    let relief = summary.rosters.map { "\($0.id) \(String(format: "%.2f", $0.reliefFactor))" }
    return [
      (isChinese ? "站点覆盖率" : "Potential coverage", percent(summary.potentialCoverage)),
      (isChinese ? "超出时限的位置" : "Places beyond their target", "\(summary.placesBeyondTarget)"),
      (isChinese ? "换班系数（一岗全天所需民警）" : "Relief factor (officers for one post around the clock)", list(relief))
    ]
  }

  private func line(_ treatment: StudySummary.TreatmentSummary) -> String {
    isChinese
      ? "  \(treatment.id)：下沉 \(treatment.sunk) 名，社区 \(treatment.toCommunity) 名，街面 \(treatment.toStreet) 名"
        + "（每周 \(treatment.unitShiftsPerWeek) 个单元班次）"
      : "  \(treatment.id): \(treatment.sunk) officers sent down, \(treatment.toCommunity) to the community, "
        + "\(treatment.toStreet) to the street (\(treatment.unitShiftsPerWeek) unit-shifts a week)"
  }

  /// Departments that treatments fill with work, the worst treatment first.
  private var full: [String] {
    let found = summary.treatments.filter { !$0.full.isEmpty }.sorted { $0.strain > $1.strain }
    guard !found.isEmpty else { return [] }
    let shown = found.prefix(4).map { "\($0.id)" + inner([loads($0.full)]) }
    let more = found.count - shown.count
    let rest = more == 0 ? [] : [isChinese ? "另有 \(more) 个方案" : "and \(more) more"]
    let limit = whole(ExpectedDemand.fullLoad * 100)
    let label =
      isChinese
      ? "  下沉后负荷率达 \(limit) % 及以上的部门（推算）："
      : "  departments at \(limit) % or more of what those who stay can do (by formula): "
    return [label + (shown + rest).joined(separator: isChinese ? "；" : "; ")]
  }

  /// The fullest departments with their load, and how many more there are.
  private func loads(_ departments: [StudySummary.DepartmentLoad]) -> String {
    let shown = departments.prefix(2).map { department in
      let load = department.utilization.map { whole($0 * 100) + " %" } ?? (isChinese ? "无人" : "nobody left")
      return "\(department.name.text(in: language)) \(load)"
    }
    let more = departments.count - shown.count
    let text = list(shown)
    return more == 0 ? text : text + (isChinese ? " 等 \(departments.count) 个" : " and \(more) more")
  }

  private static let kinds: [String: LocalizedText] = [
    "station": LocalizedText(zh: "派出所", en: "stations"),
    "streetWorkstation": LocalizedText(zh: "街面警务工作站", en: "street workstations"),
    "policeRoom": LocalizedText(zh: "社区警务室", en: "police rooms"),
    "corePost": LocalizedText(zh: "核心区域固定岗", en: "core posts"),
    "headquarters": LocalizedText(zh: "机关", en: "headquarters"),
    "reserveSite": LocalizedText(zh: "备用点", en: "reserve sites")
  ]

  private func list(_ parts: [String]) -> String { parts.joined(separator: isChinese ? "，" : ", ") }

  private func inner(_ parts: [String]) -> String {
    guard !parts.isEmpty else { return "" }
    return isChinese ? "（\(list(parts))）" : " (\(list(parts)))"
  }

  private func percent(_ share: Double) -> String { rounded(share * 100) + " %" }

  private func whole(_ value: Double) -> String { String(format: "%.0f", value) }

  private func hundredths(_ value: Double) -> String { String(format: "%.2f", value) }

  private func rounded(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(format: "%.1f", value)
  }
}
