import DunjingExperiment
import DunjingScenario
import DunjingWorld

/// The officers sent down under every treatment as CSV: the departments that they come from, and the places that they go to.
///
/// Rows `from` and rows `to` of a treatment have the same sum: nobody leaves without arriving somewhere.
enum OfficerMoves {
  /// Where some officers go.
  private struct Arrival {
    var id = ""
    var name: LocalizedText
    var toCommunity = 0
    var toStreet = 0
    var unitShiftsPerDay = 0.0
  }

  static func table(_ result: ExperimentResult) -> String {
    var table = CSVText([
      "treatment", "end", "id", "name_zh", "name_en", "officers", "toCommunity", "toStreet",
      "unitShiftsPerDay"
    ])
    for treatment in result.treatments {
      for department in treatment.departments where department.taken > 0 {
        table.add([
          .text(treatment.id), .text("from"), .text(department.id), .text(department.name.zh),
          .text(department.name.en), .number(Double(department.taken)), .text(""), .text(""), .text("")
        ])
      }
      for arrival in arrivals(treatment.redeployment) {
        table.add([
          .text(treatment.id), .text("to"), .text(arrival.id), .text(arrival.name.zh),
          .text(arrival.name.en), .number(Double(arrival.toCommunity + arrival.toStreet)),
          .number(Double(arrival.toCommunity)), .number(Double(arrival.toStreet)),
          .number(arrival.unitShiftsPerDay)
        ])
      }
    }
    return table.text
  }

  /// The places, and what is left where these have fewer officers than leave: those sent down to no known place, and officers of
  /// stations who turn to the community of their own.
  private static func arrivals(_ moved: RedeploymentSummary) -> [Arrival] {
    let places = moved.places.map {
      Arrival(
        id: $0.id, name: $0.name, toCommunity: $0.toCommunity, toStreet: $0.toStreet,
        unitShiftsPerDay: $0.unitShiftsPerDay)
    }
    let unknown = Arrival(
      name: LocalizedText(zh: "未定地点", en: "Place not known"),
      toCommunity: moved.toCommunity - places.map(\.toCommunity).reduce(0, +),
      toStreet: moved.toStreet - places.map(\.toStreet).reduce(0, +),
      // Sums of the places differ from the whole by rounding too.
      unitShiftsPerDay: ((moved.unitShiftsPerDay - places.map(\.unitShiftsPerDay).reduce(0, +)) * 1e6)
        .rounded()
        / 1e6)
    let turned = Arrival(
      name: LocalizedText(zh: "派出所民警转社区，仍在本所", en: "Officers of stations who turn to their own community"),
      toCommunity: moved.agencyOfficers + moved.countyOfficers - moved.toCommunity - moved.toStreet)
    return places + [unknown, turned].filter { $0.toCommunity + $0.toStreet > 0 }
  }
}
