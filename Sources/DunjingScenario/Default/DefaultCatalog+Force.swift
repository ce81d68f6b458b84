extension DefaultCatalog {
  /// The learning and the hours of officers sent down.
  public static let sentDown = SentDownOfficers(
    initialEffectiveness: 0.6, finalEffectiveness: 0.95, learningDays: 90, rotatesYearly: true,
    tourHoursPerYear: 1073, mediationHoursPerYear: 357)

  /// Returns the officers of a city by category, in proportion to its residents.
  public static func categories(residents: Double) -> [OfficerCategory] {
    let scale = residents / referenceResidents
    func category(_ id: String, _ zh: String, _ en: String, _ pool: OfficerPool, _ count: Double)
      -> OfficerCategory
    {
      OfficerCategory(
        id: id, name: LocalizedText(zh: zh, en: en), pool: pool,
        isSworn: pool != .auxiliary && pool != .volunteer, count: Int((count * scale).rounded()))
    }
    return [
      category("street", "街面警力", "Street corps", .patrol, 82),
      category("stationDuty", "派出所勤务民警", "Station duty", .stationDuty, 123),
      category("community", "社区民警", "Community officers", .community, 120),
      category("gridAuxiliary", "网格辅警", "Grid auxiliaries", .auxiliary, 175),
      category("volunteer", "群防群治力量", "Volunteers", .volunteer, 1399)
    ]
  }

  /// Returns who visits grids, by what the categories do.
  public static func visitors(_ categories: [OfficerCategory]) -> [Visitors] {
    categories.compactMap { category in
      switch category.pool {
      case .community: Visitors(category: category.id, tourHoursPerYear: 595, weight: 1)
      case .auxiliary: Visitors(category: category.id, tourHoursPerYear: 880, weight: 0.25)
      case .volunteer: Visitors(category: category.id, tourHoursPerYear: 104, weight: 0.08)
      default: nil
      }
    }
  }

  /// Returns community policing: one beat for 900 residents, 286 hours of mediation for a community officer:
  /// 1,144 hours in the beat × 0.25.
  public static func community(residents: Double, categories: [OfficerCategory]) -> CommunityPolicing {
    let officers = categories.filter { $0.pool == .community }.reduce(0) { $0 + $1.count }
    return CommunityPolicing(
      visitors: visitors(categories), beats: max(1, Int((residents / 900).rounded())), visitHours: 1.5,
      jointHandOffDays: 7, jointHandOffDaysWithChiefs: 4, closureGain: 0.05, intelligenceFactor: 1.25,
      residentFactor: 1.15, mediationHoursPerYear: 286 * Double(officers))
  }

  /// Returns the like units at a kind of facility, or nil where no units stand by default.
  public static func unitGroup(_ kind: FacilityKind) -> UnitGroup? {
    switch kind {
    case .streetWorkstation: street
    case .station: stationCar
    case .corePost: corePost
    case .policeRoom, .headquarters, .reserveSite: nil
    }
  }

  private static let street = UnitGroup(
    id: "street", name: LocalizedText(zh: "街面巡组", en: "Street crew"), facilityKind: .streetWorkstation,
    facilities: [], unitsPerFacility: 1, crewSworn: 2, crewAuxiliaries: 1, mode: "car",
    skills: ["basic", "patrol", "traffic"], area: .city, roster: "threeShifts", movingShare: 0.6,
    turnoutSeconds: 25, movingTurnoutSeconds: 5, unavailableShare: 0, unavailableMeanMinutes: 40,
    preferenceSeconds: 0, isFirstResponderOnly: false)

  private static let stationCar = UnitGroup(
    id: "stationCar", name: LocalizedText(zh: "派出所值班车", en: "Station duty car"), facilityKind: .station,
    facilities: [], unitsPerFacility: 1, crewSworn: 1, crewAuxiliaries: 2, mode: "car", skills: ["basic"],
    area: .district, roster: "threeShifts", movingShare: 0, turnoutSeconds: 60, movingTurnoutSeconds: 5,
    unavailableShare: 0.45, unavailableMeanMinutes: 40, preferenceSeconds: 60, isFirstResponderOnly: false)

  private static let corePost = UnitGroup(
    id: "corePost", name: LocalizedText(zh: "核心区岗位", en: "Core post"), facilityKind: .corePost,
    facilities: [], unitsPerFacility: 1, crewSworn: 0, crewAuxiliaries: 2, mode: "ebike",
    skills: ["basic", "patrol", "traffic"], area: .grid, roster: "threeShifts", movingShare: 0,
    turnoutSeconds: 25, movingTurnoutSeconds: 5, unavailableShare: 0, unavailableMeanMinutes: 40,
    preferenceSeconds: 0, isFirstResponderOnly: true)
}
