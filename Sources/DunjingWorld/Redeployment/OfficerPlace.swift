import DunjingNumerics
import DunjingScenario

/// Where sent-down officers work under a plan: the district of a station, or a reserve site.
public struct OfficerPlace: Sendable, Equatable {
  /// The id of the facility.
  public let id: String
  /// The name of the facility.
  public let name: LocalizedText
  /// Officers who become community officers in its district.
  public let toCommunity: Int
  /// Officers who staff its street shifts.
  public let toStreet: Int
  /// Street unit-shifts bought there, per day on average.
  public let unitShiftsPerDay: Double
}

extension World {
  /// The stations and reserve sites that get officers under a plan, county by county, stations first.
  ///
  /// Whole officers by largest remainder: where a plan spreads community officers evenly, by the beats of the districts; on the
  /// street by the shifts bought.
  public func officerPlaces(of plan: TreatmentPlan) -> [OfficerPlace] {
    plan.counties.indices.flatMap { county in
      districts(plan.counties[county], stations: counties[county].stations)
        + sites(plan.counties[county].destination)
    }
  }

  private func districts(_ plan: CountyPlan, stations: [CompiledStation]) -> [OfficerPlace] {
    let officers =
      plan.division?.officers
      ?? Apportionment.largestRemainder(of: plan.toCommunity, weights: stations.map(\.beats))
    return zip(stations, officers).compactMap { station, count in
      guard count > 0 else { return nil }
      let facility = scenario.facilities[station.facility]
      return OfficerPlace(
        id: facility.id, name: facility.name, toCommunity: count, toStreet: 0, unitShiftsPerDay: 0)
    }
  }

  private func sites(_ destination: Destination) -> [OfficerPlace] {
    let bought = Dictionary(grouping: destination.shifts) { units[$0.unit].facility }.mapValues(\.count)
      .sorted { $0.key < $1.key }
    let officers = Apportionment.largestRemainder(
      of: destination.toStreet, weights: bought.map { Double($0.value) })
    return zip(bought, officers).map { site, count in
      let facility = scenario.facilities[site.key]
      return OfficerPlace(
        id: facility.id, name: facility.name, toCommunity: 0, toStreet: count,
        unitShiftsPerDay: Double(site.value) / 7)
    }
  }
}
