import DunjingScenario
import Testing

@testable import DunjingWorld

@Suite struct DestinationPolicyTests {
  private func offer(share: Double) throws -> StreetOffer {
    let scenario = try #require(LatticeCity.scenario)
    var treatment = scenario.treatments[4]
    treatment.streetShare = share
    let map = try #require(LatticeCity.map)
    let units = UnitRoster(
      scenario, geography: map.geography, stations: [],
      travel: TravelTable.tables(
        for: scenario, in: map.geography, between: TravelStops(map.geography)),
      counties: CountyIndex(scenario), patrol: PointsAndLines()
    ).units
    return StreetOffer(treatment, scenario: scenario, units: units, county: 0)
  }

  @Test func sevenOfThirtyFiveOfficersBuySixteenDaysOfAShift() throws {
    let offer = try offer(share: 0.2)
    // 7 officers / 3.03 for a shift on seven days = 2.31 unit-shifts, 16 days of a shift.
    for policy in [SiteBySite(), ShiftByShift()] as [any DestinationPolicy] {
      let destination = policy.destination(of: 35, offered: offer)
      #expect(destination.toStreet == 7)
      #expect(destination.shifts.count == 16)
      #expect(Set(destination.shifts).count == 16)
    }
  }

  @Test func oneSiteIsFilledBeforeTheNext() throws {
    let offer = try offer(share: 0.2)
    let shifts = SiteBySite().destination(of: 35, offered: offer).shifts
    #expect(Set(shifts.map(\.unit)) == [offer.sites[0]])
    #expect(shifts.prefix(7).allSatisfy { $0.shift == offer.shifts[0] })
    #expect(shifts.map(\.weekday).prefix(3) == [5, 4, 6])
  }

  @Test func oneShiftIsFilledAtAllSitesBeforeTheNext() throws {
    let offer = try offer(share: 0.2)
    let shifts = ShiftByShift().destination(of: 35, offered: offer).shifts
    #expect(Set(shifts.map(\.shift)) == [offer.shifts[0]])
    #expect(Set(shifts.map(\.unit)) == Set(offer.sites.prefix(3)))
  }

  @Test func withoutAShareAllJoinTheCommunity() throws {
    let destination = SiteBySite().destination(of: 35, offered: try offer(share: 0))
    #expect(destination == Destination(toStreet: 0, shifts: []))
  }

  @Test func noMoreIsBoughtThanThereAreShifts() throws {
    let offer = try offer(share: 1)
    let most = offer.sites.count * offer.shifts.count * 7
    let destination = ShiftByShift().destination(of: 10_000, offered: offer)
    #expect(destination.shifts.count == most)
    // Nobody is sent to the street without a shift to work.
    let officers = Double(most) * offer.officersPerUnitShift / 7
    #expect(destination.toStreet == Int(officers.rounded(.up)))
  }
}
