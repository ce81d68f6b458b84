import DunjingFitting
import DunjingScenario

extension CalibrationWriter {
  /// Writes the speed of cars and its factors by hour.
  mutating func writeSpeed() {
    guard let speed = calibration.speed else { return }
    let fit = speed.fit
    guard fit.status == .fitted else {
      warn(zh: "记录的行驶时间不随距离增加，车速未写入。", en: "Recorded drives do not grow with distance: no speed was written.")
      return
    }
    let car = revision.original.scenario.travel.modes.first { $0.id == "car" }
    guard car?.classSpeeds.isEmpty ?? true else {
      warn(
        zh: "研究按道路等级给出车速，未改写；估计值见 calibration.json。",
        en: "The study has speeds by road class, which were left alone; the estimate is in calibration.json.")
      return
    }
    let mean = speed.written(fit.meanSpeed).value
    set("travel.modes.car.speedKilometersPerHour", DemandText.number(mean))
    let factors = (0..<24).map { speed.written(fit.speeds[SpeedCalibration.group(ofHour: $0)]).value / mean }
    set("travel.modes.car.hourFactors", DemandText.list(factors))
    warnOfExcess(speed)
  }

  /// Says what became of the minutes that every drive takes however short, where the study has more or fewer of them.
  private mutating func warnOfExcess(_ speed: SpeedCalibration) {
    guard speed.excessMinutes.magnitude >= Self.notableMinutes else { return }
    let (constant, held) = (
      DemandText.number(speed.fit.constant.value), DemandText.number(speed.heldMinutes)
    )
    guard speed.excessMinutes > 0 else {
      return warn(
        zh: "每次出动不随路程变化的用时，记录为 \(constant) 分钟，研究中签收和出警为 \(held) 分钟：仿真会偏慢，请核对 turnoutSeconds。",
        en:
          "Minutes of every drive however short: \(constant) on record, \(held) in the study as acknowledgement and turnout. The "
          + "simulation will be slower; check turnoutSeconds.")
    }
    let excess = DemandText.number(speed.excessMinutes)
    let (line, kilometers) = (
      DemandText.number(speed.fit.meanSpeed.value), DemandText.number(speed.meanKilometers)
    )
    warn(
      zh:
        "每次出动不随路程变化的用时，记录为 \(constant) 分钟，研究中签收和出警为 \(held) 分钟；其余 \(excess) 分钟已按平均路程 \(kilometers) 公里摊入车速（不摊入时为 \(line) 公里/小时）。",
      en:
        "Minutes of every drive however short: \(constant) on record, \(held) in the study as acknowledgement and turnout. The "
        + "other \(excess) are spread over the mean way of \(kilometers) km, in the speed (without them \(line) km/h)."
    )
  }

  /// The least minutes that are told.
  private static let notableMinutes = 0.05
}
