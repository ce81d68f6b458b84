import Testing

@testable import DunjingSimulation

@Suite struct DispatchPolicyTests {
  private let incident = Incident(kind: 0, grid: 0, priority: 3, age: 0, unitsMissing: 1)
  private let state = StateView(
    time: 100,
    candidates: [
      DispatchCandidate(
        unit: 2, expectedSeconds: 90, preferenceSeconds: 0, isOwnDistrict: false, idleSince: 10),
      DispatchCandidate(
        unit: 5, expectedSeconds: 120, preferenceSeconds: 60, isOwnDistrict: true, idleSince: 50),
      DispatchCandidate(
        unit: 7, expectedSeconds: 200, preferenceSeconds: 0, isOwnDistrict: true, idleSince: 5)
    ], idleCount: 3)

  @Test func theNearestCountsThePreferenceOfItsGroup() {
    var policy = NearestUnit()
    #expect(policy.dispatch(incident, in: state) == .send(unit: 5))
  }

  @Test func theOwnDistrictComesFirst() {
    var policy = OwnDistrictFirst()
    #expect(policy.dispatch(incident, in: state) == .send(unit: 5))
    let strangers = StateView(time: 100, candidates: [state.candidates[0]], idleCount: 1)
    #expect(policy.dispatch(incident, in: strangers) == .send(unit: 2))
  }

  @Test func theLongestIdleIsSentWhereverItIs() {
    var policy = LongestIdle()
    #expect(policy.dispatch(incident, in: state) == .send(unit: 7))
  }

  @Test func theReserveIsForUrgentIncidents() {
    var policy = WithReserve(NearestUnit(), reserve: 3, urgentPriority: 1)
    #expect(policy.dispatch(incident, in: state) == .hold)
    let urgent = Incident(kind: 0, grid: 0, priority: 1, age: 0, unitsMissing: 1)
    #expect(policy.dispatch(urgent, in: state) == .send(unit: 5))
  }

  @Test func nobodyIsSentWhenNobodyIsFree() {
    let empty = StateView(time: 0, candidates: [], idleCount: 0)
    for var policy in [NearestUnit(), OwnDistrictFirst(), LongestIdle()] as [any DispatchPolicy] {
      #expect(policy.dispatch(incident, in: empty) == .hold)
    }
  }
}
