import Dunjing

/// Lines for `scenario.yaml` that try a plan as a treatment: facilities at the new sites, groups of units that are there
/// only under the treatment, and the treatment.
///
/// The units are those of the study's first group that goes anywhere, so that they can serve what those can; they stand at
/// their sites, as the models assume.
struct LocateTreatment {
  private let id: String
  private let candidates: LocateCandidates
  private let fixed: Set<Int>
  private let template: UnitGroup?

  init(id: String, _ candidates: LocateCandidates, fixed: [Int], scenario: Scenario?) {
    (self.id, self.candidates) = (id, candidates)
    self.fixed = Set(fixed)
    let groups = scenario?.units.filter { !$0.isFirstResponderOnly } ?? []
    template =
      groups.first { $0.area == .city || $0.area == .county } ?? groups.first
  }

  /// Checks the id of a treatment.
  static func check(id: String) throws {
    guard id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }), !id.isEmpty
    else {
      throw CommandFault(
        zh: "--write-treatment 的 id 只能含字母、数字、- 和 _，而不是 '\(id)'。",
        en: "the id of --write-treatment may have letters, digits, - and _ only; '\(id)' is none.")
    }
  }

  /// Returns the lines that try a plan.
  func text(of plan: LocationPlan, _ report: LocateReport) throws -> String {
    guard plan.status.hasSolution else {
      let why = report.reasonForNone
      throw CommandFault(
        zh: "没有可写的方案：\(why.zh)", en: "there is no plan to write: \(why.en)", status: ExitStatus.noPlan)
    }
    let added = plan.sites.filter { !fixed.contains($0) }
    guard !added.isEmpty else {
      throw CommandFault(
        zh: "这个方案没有增加站点（--sites 含 --fixed），没有可试的方案；请增大 --sites。",
        en: "the plan adds no site (--sites counts those of --fixed): there is nothing to try; raise --sites."
      )
    }
    return lines(added).joined(separator: "\n")
  }

  private func lines(_ added: [Int]) -> [String] {
    let sites = Set(added).sorted()
    let grids = sites.filter { candidates.sites[$0].kind == "grid" }
    let counts = Dictionary(grouping: sites) { site in added.count { $0 == site } }
    let groups = counts.keys.sorted().map {
      (units: $0, id: $0 == 1 ? id : "\(id)-x\($0)", sites: counts[$0] ?? [])
    }
    let units = groups.map { "\($0.id): \($0.units)" }.joined(separator: ", ")
    return [
      "# Add these records to the lists of the same keys in scenario.yaml (or to the tables they name).",
      grids.isEmpty ? "# No new facilities: all sites of the plan exist." : "facilities:"
    ] + grids.enumerated().map(facilityLine) + [
      "units:", "  # Units at the sites of the plan that were not fixed, under the treatment only."
    ] + groups.map { unitLine($0.id, $0.sites.map { name(of: $0, grids) }) } + [
      "treatments:", "  # It has \(added.count) units more than the others; they come on top of the force.",
      "  - {id: \(id), name: {zh: 选址方案（增加 \(added.count) 个单元）, en: Located sites (\(added.count) units more)}, "
        + "sinkRatio: 0, unitsPerFacility: {\(units)}}"
    ]
  }

  private func name(of site: Int, _ grids: [Int]) -> String {
    grids.firstIndex(of: site).map { "\(id)-\($0 + 1)" } ?? candidates.sites[site].id
  }

  private func facilityLine(_ number: Int, _ site: Int) -> String {
    let grid = candidates.sites[site].grid ?? ""
    return "  - {id: \(id)-\(number + 1), name: {zh: 选址点\(number + 1), en: Located site \(number + 1)}, "
      + "kind: policeRoom, grid: \"\(grid)\"}"
  }

  private func unitLine(_ id: String, _ facilities: [String]) -> String {
    var keys = [
      "id: \(id)", "name: {zh: 选址单元, en: Located unit}", "facilityKind: streetWorkstation",
      "unitsPerFacility: 0",
      "movingShare: 0"
    ]
    if let template {
      keys += [
        "mode: \"\(template.mode)\"", "roster: \"\(template.roster)\"",
        "skills: [\(template.skills.map { "\"\($0)\"" }.joined(separator: ", "))]"
      ]
    }
    return "  - {\(keys.joined(separator: ", ")),\n     facilities: [\(facilities.joined(separator: ", "))]}"
  }
}
