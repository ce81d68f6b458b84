import Dunjing

/// Lines for `scenario.yaml` that try a plan as a treatment: facilities at the new sites, a group of units that is there
/// only under the treatment, and the treatment.
struct LocateTreatment {
  private let id: String
  private let candidates: LocateCandidates
  private let fixed: Set<Int>

  init(id: String, _ candidates: LocateCandidates, fixed: [Int]) {
    (self.id, self.candidates) = (id, candidates)
    self.fixed = Set(fixed)
  }

  func text(of plan: LocationPlan) throws -> String {
    guard candidates.targetMinutes != nil else {
      throw CommandFault(
        zh: "--write-treatment 需要方案文件夹。", en: "--write-treatment needs the folder of a study.")
    }
    guard plan.status.hasSolution else {
      throw CommandFault(
        zh: "没有可写的方案：\(plan.status.rawValue)。", en: "there is no plan to write: \(plan.status.rawValue).")
    }
    guard id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }), !id.isEmpty
    else {
      throw CommandFault(
        zh: "--write-treatment 的 id 只能含字母、数字、- 和 _。",
        en: "the id of --write-treatment may have letters, digits, - and _ only.")
    }
    let added = plan.sites.filter { !fixed.contains($0) }
    var seen: Set<Int> = []
    let grids = added.filter { candidates.sites[$0].kind == "grid" && seen.insert($0).inserted }
    let facilities = Set(added).sorted().map { site in
      grids.firstIndex(of: site).map { "\(id)-\($0 + 1)" } ?? candidates.sites[site].id
    }
    return lines(grids, facilities).joined(separator: "\n")
  }

  private func lines(_ grids: [Int], _ facilities: [String]) -> [String] {
    var lines = [
      "# Add these records to the lists of the same keys in scenario.yaml (or to the tables they name).",
      "facilities:"
    ]
    for (number, site) in grids.enumerated() {
      let grid = candidates.sites[site].grid ?? ""
      lines.append(
        "  - {id: \(id)-\(number + 1), name: {zh: 选址点\(number + 1), en: Located site \(number + 1)}, "
          + "kind: policeRoom, grid: \"\(grid)\"}")
    }
    if grids.isEmpty { lines[1] = "# No new facilities: all sites of the plan exist." }
    return lines + [
      "units:", "  # One unit at each site of the plan that was not fixed, under the treatment only.",
      "  - {id: \(id), name: {zh: 选址单元, en: Located unit}, facilityKind: streetWorkstation, unitsPerFacility: 0,",
      "     facilities: [\(facilities.joined(separator: ", "))]}", "treatments:",
      "  - {id: \(id), name: {zh: 选址方案, en: Located sites}, sinkRatio: 0, unitsPerFacility: {\(id): 1}}"
    ]
  }
}
