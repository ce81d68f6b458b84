import ArgumentParser
import Dunjing
import Foundation

/// `dunjing validate`: checks a study and says what was understood.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Checks a study and says what was understood, without simulating.")

  @Argument(help: "The folder of the study.")
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: "Language of messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let valid = try setting.load(path)
      let summary = StudySummary(World(keeping: valid), hash: valid.bundleHash)
      print(json ? try JSONFile.text(summary) : summary.text(in: language.messages))
    }
  }
}

/// What was understood of a study, before any simulation.
struct StudySummary: Encodable {
  let name: LocalizedText
  let scenarioHash: String
  let residents: Double
  let counties: Int
  let grids: Int
  let places: Int
  let units: Int
  let incidentsPerDay: Double
  let departmentOfficers: Int
  let departmentUtilization: Double?
  let potentialCoverage: Double
  let placesBeyondTarget: Int
  let rosters: [RosterSummary]
  let treatments: [TreatmentSummary]
  let warnings: [LocalizedText]

  struct RosterSummary: Encodable {
    let id: String
    /// Officers to be employed for one on duty around the clock.
    let reliefFactor: Double
  }

  struct TreatmentSummary: Encodable {
    let id: String
    let name: LocalizedText
    let sunk: Int
    let toCommunity: Int
    let toStreet: Int
    let unitShiftsPerWeek: Int
  }

  init(_ world: World, hash: String) {
    let scenario = world.scenario
    let demand = ExpectedDemand(scenario)
    let coverage = PotentialCoverage(world, plan: world.plans[world.baseline])
    name = scenario.name
    scenarioHash = hash
    residents = scenario.grids.map(\.population).reduce(0, +)
    counties = scenario.counties.count
    grids = scenario.grids.count
    places = world.geography.placesOfGrid.joined().count
    units = world.plans[world.baseline].duty.filter { $0 != 0 }.count
    incidentsPerDay = demand.incidentsPerYear.reduce(0, +) / 365
    departmentOfficers = scenario.departments.map { $0.agencyOfficers + $0.countyOfficers }.reduce(0, +)
    let capacity = Double(departmentOfficers) * scenario.headquarters.productiveHoursPerYear
    departmentUtilization = capacity > 0 ? demand.departmentHours.reduce(0, +) / capacity : nil
    potentialCoverage = coverage.weightedShare
    placesBeyondTarget = world.geography.placesOfGrid.enumerated().reduce(0) { sum, grid in
      sum + grid.element.count { coverage.minutes[Int($0)] * 60 > world.grids[grid.offset].targetSeconds }
    }
    rosters = scenario.rosters.map { RosterSummary(id: $0.id, reliefFactor: $0.reliefFactor) }
    treatments = world.plans.map {
      TreatmentSummary(
        id: $0.treatment.id, name: $0.treatment.name, sunk: $0.sunk, toCommunity: $0.toCommunity,
        toStreet: $0.toStreet, unitShiftsPerWeek: $0.unitShiftsPerWeek)
    }
    warnings = world.warnings(about: Array(world.plans.indices))
  }

  func text(in language: TextLanguage) -> String {
    let coverage = rounded(potentialCoverage * 100)
    let utilization = departmentUtilization.map { rounded($0 * 100) + " %" } ?? "–"
    let lines: [(String, String)] =
      language == .zh
      ? [
        ("方案", name.zh), ("常住人口", rounded(residents)), ("网格 / 位置", "\(grids) / \(places)"),
        ("处警单元", "\(units)"), ("日均有效警情（推算）", rounded(incidentsPerDay)),
        ("机关民警", "\(departmentOfficers)"), ("机关负荷率（推算）", utilization),
        ("潜在覆盖率", coverage + " %"), ("超出时限的位置", "\(placesBeyondTarget)")
      ]
      : [
        ("Study", name.en), ("Residents", rounded(residents)), ("Grids / places", "\(grids) / \(places)"),
        ("Response units", "\(units)"), ("Incidents a day (by formula)", rounded(incidentsPerDay)),
        ("Officers in departments", "\(departmentOfficers)"), ("Their utilization (by formula)", utilization),
        ("Potential coverage", coverage + " %"), ("Places beyond their target", "\(placesBeyondTarget)")
      ]
    let territory =
      counties == 0 ? [] : [language == .zh ? ("县区", "\(counties)") : ("Counties", "\(counties)")]
    let relief = rosters.map { "\($0.id) \(String(format: "%.2f", $0.reliefFactor))" }
    let duty = [
      (
        language == .zh ? "换班系数（一岗全天所需民警）" : "Relief factor (officers for one post around the clock)",
        relief.joined(separator: language == .zh ? "，" : ", ")
      )
    ]
    let plans = treatments.map { treatment in
      language == .zh
        ? "  \(treatment.id)：下沉 \(treatment.sunk) 名，社区 \(treatment.toCommunity) 名，街面 \(treatment.toStreet) 名"
          + "（每周 \(treatment.unitShiftsPerWeek) 个单元班次）"
        : "  \(treatment.id): \(treatment.sunk) officers sunk, \(treatment.toCommunity) to the community, "
          + "\(treatment.toStreet) to the street (\(treatment.unitShiftsPerWeek) unit-shifts a week)"
    }
    let separator = language == .zh ? "：" : ": "
    let notes = warnings.map { Message.warning($0, in: language) }
    return
      ((lines.prefix(2) + territory + lines.dropFirst(2) + duty).map { $0.0 + separator + $0.1 } + plans
      + notes)
      .joined(separator: "\n")
  }

  private func rounded(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(format: "%.1f", value)
  }
}
