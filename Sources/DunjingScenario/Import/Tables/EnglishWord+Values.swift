// What kinds of facilities and the work of teams are called in English.
extension EnglishWord {
  /// What a facility is by its kind or name, the more particular first; nil for none.
  ///
  /// A substation or a storefront without units of its own is a police room: it has no district.
  static func facilityKind(of text: String) -> FacilityKind? {
    facilities.first { _, phrases in phrases.contains { holds(text, $0) } }?.0
  }

  /// Whether a facility is a small one of a station, of which it is not plain whether it has units or a district.
  static func isSubstation(_ text: String) -> Bool {
    ["substation", "sub station", "storefront", "mini station"].contains { holds(text, $0) }
  }

  /// The phrases that stand for a kind of facilities, for messages.
  static func phrases(for kind: String) -> [String] { facilities.first { $0.0.rawValue == kind }?.1 ?? [] }

  private static let facilities: [(FacilityKind, [String])] = [
    (.headquarters, ["headquarters", "HQ", "head office"]),
    (
      .policeRoom,
      [
        "substation", "storefront", "kiosk", "police room", "sub station", "mini station", "contact point",
        "police box",
        "community room", "community office"
      ]
    ),
    (.reserveSite, ["reserve site", "reserve", "standby"]),
    (.corePost, ["core post", "fixed post", "guard post"]),
    (
      .streetWorkstation, ["street workstation", "workstation", "street post", "patrol base", "response base"]
    ),
    (.station, ["police station", "precinct", "pct", "station", "detachment", "barracks", "area command"])
  ]

  /// What officers do by the words of their team, the more particular first; nil for none.
  static func pool(of text: String) -> OfficerPool? {
    pools.first { _, phrases in phrases.contains { holds(text, $0) } }?.0
  }

  private static let pools: [(OfficerPool, [String])] = [
    (.volunteer, ["volunteer", "special constable", "special constabulary", "reserve officers"]),
    (.auxiliary, ["auxiliary", "auxiliaries", "pcso", "community support officer", "civilian"]),
    (.traffic, ["traffic", "roads policing", "road policing", "motor unit", "motors"]),
    (.community, ["community", "neighborhood", "neighbourhood", "school resource"]),
    (.patrol, ["patrol", "response", "street", "beat", "workstation", "checkpoint"]),
    (.investigation, ["investigation", "investigative", "detective", "CID"]),
    (.stationDuty, ["station", "station duty", "precinct", "desk", "front counter"])
  ]

  /// Whether a text says that officers are sworn; nil where it says nothing.
  static func isSworn(_ text: String) -> Bool? {
    let others = [
      "civilian", "non sworn", "nonsworn", "unsworn", "auxiliary", "auxiliaries", "volunteer", "pcso",
      "support officer", "special constable", "professional staff", "police staff"
    ]
    if others.contains(where: { holds(text, $0) }) { return false }
    return ["sworn", "officer", "constable", "deputy", "deputies"].contains { holds(text, $0) } ? true : nil
  }
}
