extension Shapes {
  // Force

  static let force = RecordShape(
    "force",
    [
      .key("categories", .table(category)), .key("sentDown", .record(sentDown)),
      .key("streetShift", .record(streetShift))
    ])
  static let category = RecordShape(
    "officerCategory",
    [
      .required("id", .text)
    ] + names + [
      .key("pool", .choice(OfficerPool.allCases.map(\.rawValue))), .key("isSworn", .flag),
      .key("count", .integer(.between(0, 10_000_000)))
    ])
  static let sentDown = RecordShape(
    "sentDown",
    [
      .key("initialEffectiveness", .number(.between(0, 2))),
      .key("finalEffectiveness", .number(.between(0, 2))),
      .key("learningDays", .positive), .key("rotatesYearly", .flag), .key("tourHoursPerYear", .number(hours)),
      .key("mediationHoursPerYear", .number(hours))
    ])
  static let hours = NumberRange(low: 0, high: 8784)
  static let streetShift = RecordShape(
    "streetShift",
    [
      .key("group", .text), .key("officersPerUnitShift", .positive), .key("shiftOrder", .texts),
      .key("weekdayOrder", .integers)
    ])
  static let roster = RecordShape(
    "roster",
    [
      .required("id", .text), .key("shifts", .list(shift)), .key("availability", .number(.positiveShare)),
      .key("handoverMinutes", .number(.between(0, 240))), .key("breakMinutes", .number(.between(0, 240))),
      .key("teams", .integer(.between(1, 100))), .key("coversDay", .flag)
    ])
  static let shift = RecordShape(
    "shift",
    [
      .required("id", .text), .required("start", .timeOfDay), .required("end", .timeOfDay)
    ])
  static let unitGroup = RecordShape(
    "unitGroup",
    [
      .required("id", .text)
    ] + names + [
      .key("facilityKind", .choice(FacilityKind.allCases.map(\.rawValue))), .key("facilities", .texts),
      .key("unitsPerFacility", .integer(.between(0, 100))), .key("crewSworn", .integer(.between(0, 50))),
      .key("crewAuxiliaries", .integer(.between(0, 50))), .key("mode", .text), .key("skills", .texts),
      .key("area", .choice(ServiceArea.allCases.map(\.rawValue))), .key("roster", .text),
      .key("movingShare", .share), .key("turnoutSeconds", .number(.between(0, 7200))),
      .key("movingTurnoutSeconds", .number(.between(0, 7200))),
      .key("unavailableShare", .number(.between(0, 0.99))), .key("unavailableMeanMinutes", .positive),
      .key("preferenceSeconds", .number(.between(-7200, 7200))), .key("isFirstResponderOnly", .flag)
    ])
  static let dispatch = RecordShape(
    "dispatch",
    [
      .key("callTakingSeconds", .number(.between(0, 7200))),
      .key("oneClickSeconds", .number(.between(0, 7200))),
      .key("acknowledgeSeconds", .number(.between(0, 7200))),
      .key("policy", .choice(DispatchPolicyName.allCases.map(\.rawValue))),
      .key("preemption", .choice(Preemption.allCases.map(\.rawValue))), .key("resumesAfterPreemption", .flag),
      .key("preemptingPriority", .integer(.between(0, 9))),
      .key("reserveUnits", .integer(.between(0, 100_000))),
      .key("relocation", .choice(RelocationPolicyName.allCases.map(\.rawValue))),
      .key("busyFraction", .number(.between(0, 0.99)))
    ])

  // Demand

  static let demand = RecordShape(
    "demand",
    [
      .key("incidentsPerDay", .positive),
      .key("incidentsPerResidentYear", .number(NumberRange(low: 0, high: 10, excludesLow: true)))
    ])
  static let incidentKind = RecordShape(
    "incidentKind",
    [
      .required("id", .text)
    ] + names + [
      .key("exogenousPerYear", .number(.between(0, 1e9))), .key("hourWeights", .weights(count: 24)),
      .key("weekdayWeights", .weights(count: 7)), .key("monthWeights", .weights(count: 12)),
      .key("priority", .integer(.between(1, 9))), .key("urgentShare", .share),
      .key("urgentPriority", .integer(.between(1, 9))), .key("sceneMinutes", .distribution),
      .key("paperworkMinutes", .number(.between(0, 1440))), .key("secondUnitProbability", .share),
      .key("skills", .texts), .key("harm", .nonnegative), .key("followUps", .list(followUp)),
      .key("units", .integer(.between(1, 100)))
    ])
  static let followUp = RecordShape(
    "followUp",
    [
      .required("department", .text), .required("hours", .nonnegative)
    ])
  static let climb = RecordShape(
    "climb",
    [
      .required("from", .text), .required("to", .text), .required("probability", .share),
      .required("meanDelayDays", .positive)
    ])
  static let hazardKind = RecordShape(
    "hazardKind",
    [
      .required("id", .text)
    ] + names + [
      .key("arrivalsPerYear", .number(.between(0, 1e9))), .key("incubationDays", .distribution),
      .key("detectionPerVisit", .share), .key("closure", .share), .key("becomes", .list(outcome)),
      .key("jointShare", .share), .key("mediationHours", .nonnegative)
    ])
  static let outcome = RecordShape("hazardOutcome", [.required("kind", .text), .required("share", .share)])
  static let community = RecordShape(
    "community",
    [
      .key("visitors", .list(visitors)), .key("beats", .integer(.between(1, 1_000_000))),
      .key("visitHours", .positive), .key("jointHandOffDays", .nonnegative),
      .key("jointHandOffDaysWithChiefs", .nonnegative), .key("closureGain", .share),
      .key("intelligenceFactor", .number(factor)), .key("residentFactor", .number(factor)),
      .key("mediationHoursPerYear", .nonnegative)
    ])
  static let visitors = RecordShape(
    "visitors",
    [
      .required("category", .text), .required("tourHoursPerYear", .number(hours)),
      .required("weight", .number(.between(0, 10)))
    ])

  // Headquarters

  static let department = RecordShape(
    "department",
    [
      .required("id", .text)
    ] + names + [
      .key("agencyOfficers", .integer(.between(0, 1_000_000))),
      .key("countyOfficers", .integer(.between(0, 1_000_000))),
      .key("agencyFloor", .integer(.between(0, 1_000_000))),
      .key("countyFloor", .integer(.between(0, 1_000_000))),
      .key("fixedHoursPerYear", .nonnegative), .key("delayWeight", .nonnegative)
    ])
  static let headquarters = RecordShape(
    "headquarters",
    [
      .key("productiveHoursPerYear", .number(NumberRange(low: 0, high: 8784, excludesLow: true))),
      .key("caseVariation", .number(.between(0, 20))), .key("fixedLoadVariation", .number(.between(0, 20)))
    ])
}
