import DunjingFitting
import DunjingScenario

extension CalibrationWriter {
  /// Writes the time before a unit moves, the speed of cars, its factors by hour, and access.
  mutating func writeTravel() {
    guard let speed = calibration.speed else { return }
    let isWritten = writeSpeed(speed)
    if isWritten { set("dispatch.accessSeconds", DemandText.number(speed.accessSeconds.value)) }
    guard let departure = speed.departure, isWritten || departure.isRecorded else { return }
    set("dispatch.acknowledgeSeconds", DemandText.number(departure.acknowledgeSeconds.value))
    warnOfTurnout(departure)
    if isWritten { warnOfDeparture(speed) }
  }

  /// Writes the speed and its factors unless the study has others or there is none; whether it did.
  private mutating func writeSpeed(_ speed: SpeedCalibration) -> Bool {
    let fit = speed.fit
    guard fit.status == .fitted else {
      warn(zh: "记录的行驶时间不随距离增加，车速未写入。", en: "Recorded drives do not grow with distance: no speed was written.")
      return false
    }
    guard speed.isKnown else {
      let line = DemandText.number(fit.meanSpeed.value)
      warn(
        zh: "记录的行驶时间几乎不随路程增加（折合 \(line) 公里/小时），车速未写入；请核对位置、驻点和各阶段时间。",
        en:
          "Recorded drives hardly grow with distance (as if at \(line) km/h): no speed was written. Check positions, posts and times."
      )
      return false
    }
    let car = revision.original.scenario.travel.modes.first { $0.id == "car" }
    guard car?.classSpeeds.isEmpty ?? true else {
      warn(
        zh: "研究按道路等级给出车速，未改写；估计值见 calibration.json。",
        en: "The study has speeds by road class, which were left alone; the estimate is in calibration.json.")
      return false
    }
    let mean = fit.meanSpeed.value
    set("travel.modes.car.speedKilometersPerHour", DemandText.number(mean))
    let factors = (0..<24).map { fit.speeds[SpeedCalibration.group(ofHour: $0)].value / mean }
    set("travel.modes.car.hourFactors", DemandText.list(factors))
    return true
  }

  /// Says that the turnout of the study alone is longer than units took to set out.
  private mutating func warnOfTurnout(_ departure: DepartureCalibration) {
    let (minutes, turnout) = (departure.minutes.value, departure.turnoutMinutes)
    guard turnout - minutes >= Self.notableMinutes else { return }
    let texts = (DemandText.number(minutes), DemandText.number(turnout))
    guard departure.isRecorded else {
      return warn(
        zh:
          "每次出动不随路程变化的用时，由记录推算为 \(texts.0) 分钟，研究中仅出警准备（turnoutSeconds）就有 \(texts.1) 分钟：仿真会偏慢，请核对 turnoutSeconds。",
        en:
          "Minutes of every drive however short are \(texts.0) by the line of recorded drives; turnout alone (turnoutSeconds) is "
          + "\(texts.1) in the study. The simulation will be slower; check turnoutSeconds.")
    }
    warn(
      zh: "从派警到出发，记录平均 \(texts.0) 分钟，研究中仅出警准备（turnoutSeconds）就有 \(texts.1) 分钟：仿真会偏慢，请核对 turnoutSeconds。",
      en:
        "From the order to the departure, records have \(texts.0) minutes in the mean; turnout alone (turnoutSeconds) is "
        + "\(texts.1) in the study. The simulation will be slower; check turnoutSeconds.")
  }

  /// Says that recorded departures take longer than all that is the same for every drive.
  private mutating func warnOfDeparture(_ speed: SpeedCalibration) {
    guard speed.excessMinutes <= -Self.notableMinutes, speed.startsAtOrder, let departure = speed.departure,
      departure.isRecorded,
      departure.acknowledgeSeconds.value > 0
    else { return }
    let texts = (DemandText.number(speed.fit.constant.value), DemandText.number(departure.minutes.value))
    warn(
      zh:
        "每次出动不随路程变化的用时，由记录推算为 \(texts.0) 分钟，少于派警到出警的平均 \(texts.1) 分钟：仿真会偏慢；记有出警时间的可能不是同一类出动。",
      en:
        "Minutes of every drive however short are \(texts.0) by the line of recorded drives, fewer than the \(texts.1) from the order to "
        + "setting out in the mean. The simulation will be slower; drives whose setting out is on record may not be like the others."
    )
  }

  /// The least minutes that are told.
  private static let notableMinutes = 0.05
}
