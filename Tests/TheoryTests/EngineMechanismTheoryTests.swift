import DunjingScenario
import DunjingSimulation
import Testing

/// A tiny study with edits to its text.
private struct EditedTinyStudy: TheoryStudy {
  var base: TinyStudy
  var edits: [(String, String)]

  var yaml: String {
    edits.reduce(base.yaml) { text, edit in
      precondition(text.contains(edit.0), "the tiny study has no text \(edit.0)")
      return text.replacing(edit.0, with: edit.1)
    }
  }
}

/// Mechanisms of the reform whose mean is known.
@Suite struct EngineMechanismTheoryTests {
  private func values(
    _ base: TinyStudy, _ edits: [(String, String)], _ indicator: Indicator, replications: Int, seed: UInt64
  ) throws -> [Double] {
    try EditedTinyStudy(base: base, edits: edits).results(replications: replications, seed: seed)
      .compactMap { $0[indicator] }
  }

  private func calls(perHour: Double = 2) -> TinyStudy {
    TinyStudy(
      servers: 3, kinds: TinyStudy.kind("dispute", perHour: perHour, scene: "{exponential: {mean: 15}}"))
  }

  private func firstTime(_ share: Double) throws -> [Double] {
    try values(
      calls(), [("units: 1\n", "units: 1\n    repeatShare: \(share)\n    repeatMeanDays: 0.2\n")],
      .firstTimeShare, replications: 30, seed: 31)
  }

  @Test func incidentsComeAgainAsOftenAsTheyShould() throws {
    try TheoryCheck.confirm(
      "Repeats: share of incidents that are none", "geometric series: 1 − r", firstTime(0.3), 0.7)
  }

  @Test func twoPerCentFewerResolvedAreCaught() throws {
    try TheoryCheck.expose("Repeats 0.314 instead of 0.3", "1 − r", firstTime(0.314), 0.7)
  }

  private func answered(_ share: Double) throws -> [Double] {
    try values(
      calls(),
      [
        ("  beats: 1\n", "  beats: 1\n  contactCards: {share: \(share), officerMinutes: 0}\n"),
        ("sinkRatio: 0}", "sinkRatio: 0, switches: {contactCards: true}}")
      ], .contactCardShare, replications: 60, seed: 32)
  }

  @Test func contactCardsAnswerTheirShare() throws {
    try TheoryCheck.confirm(
      "Contact cards: share of incidents answered", "the share given", answered(0.25), 0.25)
  }

  @Test func twoPerCentMoreCardsAreCaught() throws {
    try TheoryCheck.expose("Contact cards 2 % more", "the share given", answered(0.255), 0.25)
  }

  /// A unit is seen while it is at an incident: in an M/M/1 queue for ρ of the time.
  @Test func aUnitIsSeenWhileItIsOnScene() throws {
    let study = TinyStudy(
      servers: 1, kinds: TinyStudy.kind("dispute", perHour: 2, scene: "{exponential: {mean: 15}}"))
    try TheoryCheck.confirm(
      "Visibility: share of time a unit is on scene", "utilization of M/M/1: λ/μ",
      values(study, [], .visibility, replications: 60, seed: 33), 0.5)
  }

  private func hazards(perDay: Double, joint: Double) -> TinyStudy {
    TinyStudy(
      servers: 1, kinds: TinyStudy.kind("dispute", perHour: 0, scene: "0"),
      hazards: """
          - id: dispute
            name: dispute
            arrivalsPerYear: \(perDay * 365)
            incubationDays: {exponential: {mean: 1000000}}
            detectionPerVisit: 0.5
            closure: 1
            becomes: [{kind: dispute, share: 1}]
            jointShare: \(joint)
            mediationHours: 0

        """,
      visitsPerDay: 2, warmUpDays: 60)
  }

  private func averted(_ reduction: Double) throws -> [Double] {
    try values(
      hazards(perDay: 40, joint: 0),
      [
        ("hazardKinds: \n", "programs: [{id: p, reduction: \(reduction), coverage: 0.5}]\nhazardKinds: \n"),
        ("sinkRatio: 0}", "sinkRatio: 0, programs: [p]}")
      ], .hazardsAverted, replications: 60, seed: 34)
  }

  @Test func aProgramAvertsItsShare() throws {
    try TheoryCheck.confirm(
      "Programs: hazards averted in a year", "thinned Poisson: λ · coverage · reduction", averted(0.5),
      40 * 365 * 0.25)
  }

  @Test func twoPerCentMoreAvertedAreCaught() throws {
    try TheoryCheck.expose(
      "Programs 2 % stronger", "λ · coverage · reduction", averted(0.51), 40 * 365 * 0.25)
  }

  private func atPartner(casesPerDay: Double) throws -> [Double] {
    try values(
      hazards(perDay: 12, joint: 1),
      [("  beats: 1\n", "  beats: 1\n  partners: [{id: civil, casesPerDay: \(casesPerDay)}]\n")],
      .partnerWait,
      replications: 160, seed: 35)
  }

  @Test func aDepartmentIsAQueue() throws {
    try TheoryCheck.confirm(
      "Department outside the police, M/M/1: days from hand-off to the end", "Erlang (1909): 1 / (μ − λ)",
      atPartner(casesPerDay: 24), 1.0 / 12)
  }

  @Test func twoPerCentLessCapacityIsCaught() throws {
    try TheoryCheck.expose(
      "Department 2 % slower", "1 / (μ − λ)", atPartner(casesPerDay: 23.53), 1.0 / 12)
  }
}
