import DunjingRandom
import DunjingScenario

/// A number of a study that a calibration wrote, or several of one key, before and after.
public struct CalibrationChange: Sendable, Equatable {
  /// The key; kinds of incidents stand as `*`.
  public let key: String
  /// The old and new numbers, those of a kind with its id; the range where a key has several.
  public let numbers: [String]

  /// What a calibration changed from one study to another: acknowledgement, access, travel, rates, urgent shares, mean times on scene, and the
  /// work of departments.
  static func list(from old: Scenario, to new: Scenario) -> [CalibrationChange] {
    var changes = [
      CalibrationChange(
        "dispatch.acknowledgeSeconds",
        [arrow([old.dispatch.acknowledgeSeconds], [new.dispatch.acknowledgeSeconds])]),
      CalibrationChange(
        "dispatch.accessSeconds", [arrow([old.dispatch.accessSeconds], [new.dispatch.accessSeconds])])
    ]
    if let before = old.travel.modes.first(where: { $0.id == "car" }),
      let after = new.travel.modes.first(where: { $0.id == "car" })
    {
      changes.append(
        CalibrationChange(
          "travel.modes.car.speedKilometersPerHour",
          [arrow([before.speedKilometersPerHour], [after.speedKilometersPerHour])]))
      changes.append(
        CalibrationChange("travel.modes.car.hourFactors", [arrow(before.hourFactors, after.hourFactors)]))
    }
    let numbers: [(key: String, value: (IncidentKind) -> Double)] = [
      ("exogenousPerYear", { $0.exogenousPerYear }), ("urgentShare", { $0.urgentShare }),
      ("sceneMinutes", { $0.sceneMinutes.mean })
    ]
    for number in numbers {
      let texts = new.incidentKinds.compactMap { kind -> String? in
        guard let before = old.incidentKinds.first(where: { $0.id == kind.id }) else { return nil }
        return arrow([number.value(before)], [number.value(kind)]).map { "\(kind.id) \($0)" }
      }
      changes.append(CalibrationChange("incidentKinds.*.\(number.key)", texts))
    }
    return (changes + work(from: old, to: new)).filter { !$0.numbers.isEmpty }
  }

  /// The hours of each follow-up, and the fixed hours of departments.
  private static func work(from old: Scenario, to new: Scenario) -> [CalibrationChange] {
    let followUps = new.incidentKinds.flatMap { kind -> [String?] in
      let before = old.incidentKinds.first { $0.id == kind.id }?.followUps ?? []
      return kind.followUps.map { followUp in
        guard let former = before.first(where: { $0.department == followUp.department }) else { return nil }
        return arrow([former.hours], [followUp.hours]).map { "\(kind.id)/\(followUp.department) \($0)" }
      }
    }
    let fixed = new.departments.map { department -> String? in
      guard let before = old.departments.first(where: { $0.id == department.id }) else { return nil }
      return arrow([before.fixedHoursPerYear], [department.fixedHoursPerYear]).map {
        "\(department.id) \($0)"
      }
    }
    return [
      CalibrationChange("incidentKinds.*.followUps", followUps),
      CalibrationChange("departments.*.fixedHoursPerYear", fixed)
    ]
  }

  private init(_ key: String, _ numbers: [String?]) {
    (self.key, self.numbers) = (key, numbers.compactMap(\.self))
  }

  /// Old and new numbers, as their range; nil where they are the same.
  private static func arrow(_ before: [Double], _ after: [Double]) -> String? {
    guard before != after else { return nil }
    return "\(range(before)) → \(range(after))"
  }

  private static func range(_ values: [Double]) -> String {
    let (least, greatest) = (
      DemandText.number(values.min() ?? 0), DemandText.number(values.max() ?? 0)
    )
    return least == greatest ? least : "\(least)–\(greatest)"
  }
}
