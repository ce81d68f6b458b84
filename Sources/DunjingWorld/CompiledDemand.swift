import DunjingRandom
import DunjingScenario

/// A grid as the simulator sees it.
public struct CompiledGrid: Sendable {
  /// Its class.
  public let areaClass: AreaClass
  /// Response target in seconds.
  public let targetSeconds: Double
  /// The facility index of its station; −1 where the scenario has none.
  public let station: Int
  /// Share of the city's demand.
  public let demandShare: Double
  /// The index of its county.
  public let county: Int

  static func all(
    of scenario: Scenario, in geography: Geography, stations: [Int], counties: CountyIndex
  ) -> [CompiledGrid] {
    let index = Dictionary(uniqueKeysWithValues: scenario.facilities.enumerated().map { ($1.id, $0) })
    let total = scenario.grids.map(\.demandWeight).reduce(0, +)
    let stationsOfCounty = counties.all.indices.map { county in
      stations.filter { counties.ofFacility[$0] == county }
    }
    return scenario.grids.enumerated().map { number, grid in
      let position = geography.gridPositions[number]
      let county = counties.ofGrid[number]
      let nearest = grid.station == nil ? nearest(stationsOfCounty[county], to: position, geography) : nil
      return CompiledGrid(
        areaClass: grid.areaClass, targetSeconds: scenario.targets.minutes(for: grid.areaClass) * 60,
        station: grid.station.flatMap { index[$0] } ?? nearest ?? -1,
        demandShare: total > 0 ? grid.demandWeight / total : 0, county: county)
    }
  }

  private static func nearest(
    _ stations: [Int], to position: (x: Double, y: Double), _ geography: Geography
  ) -> Int? {
    stations.min { distance(position, geography, $0) < distance(position, geography, $1) }
  }

  private static func distance(
    _ position: (x: Double, y: Double), _ geography: Geography, _ facility: Int
  ) -> Double {
    let place = Int(geography.placeOfFacility[facility])
    let (dx, dy) = (geography.x[place] - position.x, geography.y[place] - position.y)
    return dx * dx + dy * dy
  }
}

/// An incident kind as the simulator sees it; times in seconds.
public struct CompiledKind: Sendable {
  /// Arrivals that do not grow from hazards, by hour from the start of the run; nil when there are none.
  public let arrivals: PiecewiseRate?
  /// Priority and the share of more urgent ones.
  public let priority: Int
  /// Share of incidents at `urgentPriority`.
  public let urgentShare: Double
  /// Priority of the urgent share.
  public let urgentPriority: Int
  /// Time on scene, in minutes.
  public let sceneMinutes: Distribution
  /// Paperwork that keeps the first unit busy, in seconds.
  public let paperworkSeconds: Double
  /// Units always needed.
  public let units: Int
  /// Probability that one more is needed.
  public let secondUnitProbability: Double
  /// Skills needed, as bits.
  public let skills: UInt64
  /// Work begotten: department and hours.
  public let followUps: [(department: Int, hours: Distribution)]
  /// Draws the hour of the day of an incident that grew from a hazard; nil when all hours are alike.
  public let hourSampler: AliasTable?
  /// Harm of one incident, in units of the harm index.
  public let harm: Double
  /// How patrol deters those that do not grow from hazards or climbs; nil where it does not.
  public let deterrence: (effect: Double, fadeSeconds: Double)?
  /// Probability that it comes again.
  public let repeatShare: Double
  /// Mean seconds until it comes again.
  public let repeatMeanSeconds: Double
  /// Whether residents may call their community officer instead of the call center.
  public let usesContactCard: Bool

  /// Units that an incident needs on average.
  public var meanUnits: Double { Double(units) + secondUnitProbability }

  static func all(of scenario: Scenario, calendar: Calendar) -> [CompiledKind] {
    let skills = SkillBits(scenario)
    let departments = Dictionary(uniqueKeysWithValues: scenario.departments.enumerated().map { ($1.id, $0) })
    return scenario.incidentKinds.map { kind in
      CompiledKind(
        arrivals: arrivals(kind, calendar: calendar, surges: scenario.shocks), priority: kind.priority,
        urgentShare: kind.urgentShare,
        urgentPriority: kind.urgentPriority, sceneMinutes: kind.sceneMinutes,
        paperworkSeconds: kind.paperworkMinutes * 60, units: kind.units,
        secondUnitProbability: kind.secondUnitProbability, skills: skills.bits(of: kind.skills),
        followUps: kind.followUps.compactMap { followUp in
          departments[followUp.department].map {
            (
              $0,
              Distribution.gamma(
                mean: followUp.hours, coefficientOfVariation: scenario.headquarters.caseVariation)
            )
          }
        },
        hourSampler: Set(kind.hourWeights).count > 1 ? AliasTable(weights: kind.hourWeights) : nil,
        harm: kind.harm, deterrence: kind.deterrence.map { ($0.effect, $0.fadeMinutes * 60) },
        repeatShare: kind.repeatShare, repeatMeanSeconds: kind.repeatMeanDays * World.daySeconds,
        usesContactCard: scenario.community.contactCards.kinds.contains(kind.id))
    }
  }

  private static func arrivals(
    _ kind: IncidentKind, calendar: Calendar, surges: [Shock]
  ) -> PiecewiseRate? {
    guard kind.exogenousPerYear > 0 else { return nil }
    let perSecond = kind.exogenousPerYear / (365 * World.daySeconds)
    var rates: [Double] = []
    rates.reserveCapacity(calendar.days * 24)
    for day in 0..<calendar.days {
      let factor =
        kind.weekdayWeights[Int(calendar.weekday[day])] * kind.monthWeights[Int(calendar.month[day])]
      for hour in 0..<24 {
        rates.append(perSecond * factor * kind.hourWeights[hour])
      }
    }
    for surge in surges {
      guard case .surge(let kinds, let factor) = surge.effect, kinds.isEmpty || kinds.contains(kind.id) else {
        continue
      }
      raise(&rates, by: factor, from: calendar.hour(of: surge), hours: surge.hours)
    }
    return PiecewiseRate(rates: rates, step: 3_600, isCyclic: false)
  }

  /// Multiplies the rates of some time; of an hour that it covers in part, that part.
  private static func raise(_ rates: inout [Double], by factor: Double, from start: Double, hours: Double) {
    let end = start + hours
    for hour in max(0, Int(start))..<max(0, min(rates.count, Int(end.rounded(.up)))) {
      let part = min(end, Double(hour + 1)) - max(start, Double(hour))
      rates[hour] *= 1 + (factor - 1) * max(0, part)
    }
  }
}

/// Skills as bits, in order of first mention.
struct SkillBits {
  private let names: [String]

  init(_ scenario: Scenario) {
    var names: [String] = []
    for skill in scenario.incidentKinds.flatMap(\.skills)
      + scenario.units.flatMap({ $0.skills + $0.mergedSkills })
    where !names.contains(skill) {
      names.append(skill)
    }
    self.names = names
  }

  func bits(of skills: [String]) -> UInt64 {
    var bits: UInt64 = 0
    for skill in skills {
      if let position = names.firstIndex(of: skill) {
        bits |= 1 << UInt64(position)
      }
    }
    return bits
  }
}

/// A hazard kind as the simulator sees it; times in days.
public struct CompiledHazard: Sendable {
  /// Hazards arising per second.
  public let ratePerSecond: Double
  /// Incubation in days.
  public let incubationDays: Distribution
  /// Probability that one effective visit finds it.
  public let detection: Double
  /// Probability that mediation closes it.
  public let closure: Double
  /// Incident kinds it becomes, with cumulative shares.
  public let becomes: [(kind: Int, cumulative: Double)]
  /// Share that needs a department outside the police.
  public let jointShare: Double
  /// Officer-hours of mediation.
  public let mediationHours: Double

  static func all(of scenario: Scenario) -> [CompiledHazard] {
    let kinds = Dictionary(uniqueKeysWithValues: scenario.incidentKinds.enumerated().map { ($1.id, $0) })
    return scenario.hazardKinds.map { hazard in
      var sum = 0.0
      let becomes = hazard.becomes.compactMap { outcome -> (kind: Int, cumulative: Double)? in
        sum += outcome.share
        return kinds[outcome.kind].map { ($0, sum) }
      }
      return CompiledHazard(
        ratePerSecond: hazard.arrivalsPerYear / (365 * World.daySeconds),
        incubationDays: hazard.incubationDays, detection: hazard.detectionPerVisit, closure: hazard.closure,
        becomes: becomes, jointShare: hazard.jointShare, mediationHours: hazard.mediationHours)
    }
  }
}

/// A climb from one incident kind to another.
public struct CompiledClimb: Sendable {
  /// The later kind.
  public let to: Int
  /// Probability.
  public let probability: Double
  /// Mean delay in seconds.
  public let meanDelaySeconds: Double

  static func all(of scenario: Scenario) -> [[CompiledClimb]] {
    let kinds = Dictionary(uniqueKeysWithValues: scenario.incidentKinds.enumerated().map { ($1.id, $0) })
    return scenario.incidentKinds.map { kind in
      scenario.climbs.filter { $0.from == kind.id }.compactMap { climb in
        kinds[climb.to].map {
          CompiledClimb(
            to: $0, probability: climb.probability, meanDelaySeconds: climb.meanDelayDays * World.daySeconds)
        }
      }
    }
  }
}
