import Dunjing

/// `backtest.json`: what was simulated beside what was recorded.
struct BacktestRecord: Encodable {
  /// One measure; times in minutes.
  struct Comparison: Encodable {
    let measure: BacktestMeasure
    let incidents: Int
    let recorded: Levels
    let simulated: Levels
    let difference: IntervalRecord?
    let distance: Double
    /// Simulated minutes of these incidents that they wait for a unit to be free, in the mean.
    let simulatedWait: Double
  }

  struct Group: Encodable {
    let id: String
    /// The share of its time on duty that it works on incidents; nil if it is never on duty.
    let workShare: Double?
  }

  struct Levels: Encodable {
    let mean: Double
    let median: Double
    let p90: Double
  }

  struct Facility: Encodable {
    let id: String
    let firstArrivals: Double
  }

  struct LeftOut: Encodable {
    let reason: RecordGap
    let records: Int
    let rows: [Int]
  }

  struct Snap: Encodable {
    let medianMeters: Double
    let greatestMeters: Double
    let beyond500Meters: Int
  }

  let study: LocalizedText
  let seed: UInt64
  let version: String
  let build: String
  let treatment: String
  let firstDay: CalendarDay
  let days: Int
  let incidents: Int
  let replications: Int
  let unreached: Double
  let serviceHours: Double
  let meanTravelMinutes: Double?
  /// Minutes of travel if a unit at the nearest facility with units had set out to each incident, in the mean.
  let nearestTravelMinutes: Double?
  let snap: Snap
  let comparisons: [Comparison]
  let waitingShare: Double
  let units: [Group]
  let facilities: [Facility]
  let leftOut: [LeftOut]

  init(_ test: Backtest, _ result: BacktestResult) {
    let scenario = test.world.scenario
    study = scenario.name
    treatment = scenario.treatments[test.treatment].id
    (seed, version, build) = (test.seed, Version.text, BuildIdentity.text)
    let meters = test.snapMeters
    snap = Snap(
      medianMeters: meters[meters.count / 2], greatestMeters: meters[meters.count - 1],
      beyond500Meters: meters.count { $0 > 500 })
    (firstDay, days) = (test.firstDay, test.days)
    (incidents, replications, unreached) = (result.incidents, result.replications, result.unreached)
    (serviceHours, meanTravelMinutes) = (result.serviceHours, result.meanTravelMinutes)
    nearestTravelMinutes = result.nearestTravelMinutes
    comparisons = result.comparisons.map { comparison in
      let levels = comparison.levels
      return Comparison(
        measure: comparison.measure, incidents: comparison.count,
        recorded: Levels(mean: levels[0].recorded, median: levels[1].recorded, p90: levels[2].recorded),
        simulated: Levels(mean: levels[0].simulated, median: levels[1].simulated, p90: levels[2].simulated),
        difference: comparison.difference.map { IntervalRecord($0) },
        distance: comparison.distance, simulatedWait: comparison.waitMinutes)
    }
    waitingShare = result.waitingShare
    units = zip(scenario.units, result.workShares).map { Group(id: $0.id, workShare: $1) }
    facilities = scenario.facilities.indices.map {
      Facility(id: scenario.facilities[$0].id, firstArrivals: result.firstArrivals[$0])
    }
    leftOut = test.leftOut.map {
      LeftOut(reason: $0.reason, records: $0.rows.count, rows: Array($0.rows.prefix(100)))
    }
  }
}

/// `backtest.csv`: a row for each incident that was played.
struct BacktestTable {
  let text: String

  init(_ test: Backtest, _ result: BacktestResult) {
    let measures = BacktestMeasure.allCases
    let head = ["row", "received"] + measures.map { "\($0.rawValue)Simulated" }
    let rows = test.records.enumerated().map { number, record in
      ([String(record.row), record.received?.text ?? ""]
        + measures.map { measure in
          result.simulated[measure]?[number].map { String(($0 * 1_000).rounded() / 1_000) } ?? ""
        }).joined(separator: ",")
    }
    text = ([head.joined(separator: ",")] + rows).map { $0 + "\n" }.joined()
  }
}
