import DunjingFitting
import DunjingScenario

extension DemandCalibration {
  /// Every estimate, in the order of the kinds, then grids, speed and near repeats.
  public var estimates: [CalibratedEstimate] {
    kinds.flatMap(estimates(of:)) + gridEstimates + speedEstimates + nearEstimates
  }

  private func estimates(of kind: KindCalibration) -> [CalibratedEstimate] {
    let path = "incidentKinds.\(kind.id)"
    var result = [rate(of: kind, path), hours(of: kind, path)].flatMap { $0 }
    for (name, weights) in [("weekdayWeights", kind.weekdays), ("monthWeights", kind.months)] {
      result += weights.map { profile($0, "\(path).\(name)", kind.count) } ?? []
    }
    if let share = kind.urgentShare {
      result.append(
        CalibratedEstimate(
          key: "\(path).urgentShare", estimate: share, count: kind.count,
          method: LocalizedText(
            zh: "记录级别更紧急的比例，Jeffreys 先验", en: "share recorded as more urgent, Jeffreys' prior"),
          quality: LocalizedText(""), distribution: .beta, group: "\(path).urgentShare"))
    }
    return result + scene(of: kind, path)
  }

  private func rate(of kind: KindCalibration, _ path: String) -> [CalibratedEstimate] {
    let quality = kind.dispersion.map {
      let text = "\(DemandText.number($0.index)), p = \(DemandText.number($0.probability))"
      return LocalizedText(zh: "日数离散指数 \(text)", en: "index of dispersion of days \(text)")
    }
    let isShare = levelFactor != nil
    // Shares of one total are drawn together, so that it stays.
    return [
      CalibratedEstimate(
        key: "\(path).exogenousPerYear", estimate: kind.exogenousPerYear, count: kind.count,
        method: isShare ? Self.shareMethod : Self.countMethod, quality: quality ?? LocalizedText(""),
        distribution: isShare ? .dirichlet : .gamma,
        group: isShare ? "incidentKinds.exogenousPerYear" : path + ".exogenousPerYear")
    ]
  }

  private static let countMethod = LocalizedText(
    zh: "记录数除以加权天数，减去由隐患、引发和重复而来的部分；区间按离散指数放宽",
    en:
      "count by weighted days, less what grows from hazards, climbs and repeats; interval widened by the dispersion"
  )

  private static let shareMethod = LocalizedText(
    zh: "记录中的比例乘以研究原有的总量，减去由隐患、引发和重复而来的部分；区间是比例的，不含总量的误差",
    en:
      "recorded share of the number that the study had, less what grows from hazards, climbs and repeats; the interval is that of the "
      + "share, without errors of the number")

  private func hours(of kind: KindCalibration, _ path: String) -> [CalibratedEstimate] {
    profile(kind.hours, path + ".hourWeights", Int(kind.hourCounts.reduce(0, +)))
  }

  private func profile(_ weights: [ParameterEstimate], _ path: String, _ count: Int) -> [CalibratedEstimate] {
    guard count > 0 else { return [] }
    return weights.enumerated().map { index, estimate in
      CalibratedEstimate(
        key: "\(path)[\(index)]", estimate: estimate, count: count,
        method: LocalizedText(
          zh: "Dirichlet–多项分布，向全部类别的曲线收缩", en: "Dirichlet–multinomial, drawn to the profile of all kinds"),
        quality: LocalizedText(""), distribution: .dirichlet, group: path)
    }
  }

  private func scene(of kind: KindCalibration, _ path: String) -> [CalibratedEstimate] {
    guard let scene = kind.scene else { return [] }
    let family = scene.fit.family.rawValue
    let quality = scene.quality.map {
      let text = "A² = \(DemandText.number($0.statistic)), p = \(DemandText.number($0.probability))"
      return LocalizedText(zh: "Anderson–Darling \(text)", en: "Anderson–Darling \(text)")
    }
    let rounding = scene.unit.map {
      LocalizedText(
        zh: "，按 \(DemandText.number($0)) 分钟取整", en: ", rounded to \(DemandText.number($0)) minutes")
    }
    return scene.parameters.map { name, estimate in
      CalibratedEstimate(
        key: "\(path).sceneMinutes.\(family).\(name)", estimate: estimate, count: scene.minutes.count,
        method: LocalizedText(
          zh: "最大似然，AIC 选择分布" + (rounding?.zh ?? ""),
          en: "maximum likelihood, family by AIC" + (rounding?.en ?? "")),
        quality: quality ?? LocalizedText(""), distribution: .logNormal, group: "\(path).sceneMinutes")
    }
  }

  private var gridEstimates: [CalibratedEstimate] {
    guard let grids else { return [] }
    let quality = grids.dispersion.map {
      LocalizedText(
        zh: "离散指数 \(DemandText.number($0.index))", en: "index of dispersion \(DemandText.number($0.index))")
    }
    return grids.cells.indices.map { index in
      CalibratedEstimate(
        key: "grids.\(grids.cells[index].id).demandWeight", estimate: grids.weight(index),
        count: Int(grids.cells[index].count),
        method: LocalizedText(
          zh: "Gamma–Poisson 经验贝叶斯，向预期份额收缩", en: "gamma–Poisson empirical Bayes, drawn to the expected share"),
        quality: quality ?? LocalizedText(""), distribution: .gamma, group: "grids.demandWeight")
    }
  }

  private var speedEstimates: [CalibratedEstimate] {
    guard let speed else { return [] }
    return drivingEstimates(speed) + accessEstimates(speed) + departureEstimates(speed)
  }

  private func drivingEstimates(_ speed: SpeedCalibration) -> [CalibratedEstimate] {
    guard speed.fit.status == .fitted else { return [] }
    let fit = speed.fit
    let method = LocalizedText(
      zh: "稳健最小二乘，" + (fit.isLogarithmic ? "对数尺度" : "分钟尺度") + "，距最近设施",
      en: "robust least squares on " + (fit.isLogarithmic ? "the log scale" : "minutes")
        + ", distance to the nearest facility")
    func estimate(_ key: String, _ value: ParameterEstimate, _ distribution: EstimateDistribution)
      -> CalibratedEstimate
    {
      CalibratedEstimate(
        key: key, estimate: value, count: fit.count, method: method,
        quality: LocalizedText(""), distribution: distribution, group: "travel")
    }
    let names = ["night", "peak", "day"]
    return [estimate("travel.modes.car.speedKilometersPerHour", fit.meanSpeed, .logNormal)]
      + zip(names, fit.speeds).map { estimate("travel.speed.\($0)", $1, .logNormal) }
      + [estimate("travel.constantMinutes", fit.constant, .normal)]
  }

  private func accessEstimates(_ speed: SpeedCalibration) -> [CalibratedEstimate] {
    guard speed.isKnown else { return [] }
    let method =
      speed.startsAtOrder
      ? LocalizedText(
        zh: "行驶时间中不随路程变化的部分，减去签收和出警准备",
        en: "minutes that every drive takes however short, less acknowledgement and turnout")
      : LocalizedText(zh: "行驶时间中不随路程变化的部分", en: "minutes that every drive takes however short")
    return [
      CalibratedEstimate(
        key: "dispatch.accessSeconds", estimate: speed.accessSeconds, count: speed.fit.count, method: method,
        quality: LocalizedText(""), distribution: .gamma, group: "dispatch.accessSeconds")
    ]
  }

  private func departureEstimates(_ speed: SpeedCalibration) -> [CalibratedEstimate] {
    guard let departure = speed.departure else { return [] }
    return [
      CalibratedEstimate(
        key: "dispatch.acknowledgeSeconds", estimate: departure.acknowledgeSeconds, count: departure.count,
        method: Self.method(departure), quality: LocalizedText(""), distribution: .gamma,
        group: "dispatch.acknowledgeSeconds", mark: departure.isAtMost ? .assumed : .derived)
    ]
  }

  private static func method(_ departure: DepartureCalibration) -> LocalizedText {
    if departure.isRecorded {
      return LocalizedText(
        zh: "记录中派警到出警的平均用时，减去研究的出警准备", en: "mean from the order to setting out, less the turnout of the study"
      )
    }
    guard departure.isAtMost else {
      return LocalizedText(
        zh: "行驶时间中不随路程变化的部分，减去研究的出警准备",
        en: "minutes that every drive takes however short, less the turnout of the study")
    }
    let most = DemandText.number(DepartureCalibration.mostSeconds)
    return LocalizedText(
      zh: "假定的上限 \(most) 秒：行驶时间中不随路程变化的部分减去研究的出警准备还要更长",
      en:
        "assumed to be \(most) s at most: minutes that every drive takes however short, less the turnout of the study, are longer"
    )
  }

  private var nearEstimates: [CalibratedEstimate] {
    guard let near = nearRepeats, near.isBeyondChance else { return [] }
    let hawkes = near.hawkes
    let method = LocalizedText(
      zh: "时空自激过程最大似然（EM 后牛顿法）", en: "self-exciting process in time and place, maximum likelihood")
    let quality = LocalizedText("LR = \(DemandText.number(hawkes.likelihoodRatio))")
    let rows = [
      ("nearRepeats.branchingRatio", Optional(hawkes.branchingRatio)),
      ("nearRepeats.decayPerDay", hawkes.decay),
      ("nearRepeats.reachKilometers", hawkes.reach)
    ]
    return rows.compactMap { key, estimate in
      estimate.map {
        CalibratedEstimate(
          key: key, estimate: $0, count: near.count, method: method, quality: quality,
          distribution: .logNormal,
          group: "nearRepeats")
      }
    }
  }
}
