import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The tables of a run as CSV: UTF-8 with a byte order mark, so that Excel reads Chinese.
public struct ResultTables: Sendable {
  /// File name and content of each table.
  public let files: [(name: String, text: String)]

  /// Prepares the tables of a result.
  public init(_ result: ExperimentResult) {
    files =
      [
        ("indicators.csv", Self.indicators(result)), ("responses.csv", Self.responses(result)),
        ("grids.csv", Self.grids(result)), ("week-hours.csv", Self.weekHours(result)),
        ("departments.csv", Self.departments(result)), ("backlog.csv", Self.backlog(result)),
        ("redeployment.csv", Self.redeployment(result)), ("officer-moves.csv", OfficerMoves.table(result))
      ] + (result.treatments.allSatisfy(\.counties.isEmpty) ? [] : [("counties.csv", Self.counties(result))])
  }

  private static func indicators(_ result: ExperimentResult) -> String {
    var table = CSVText([
      "treatment", "indicator", "name_zh", "name_en", "unit", "mean", "halfWidth", "n", "difference",
      "differenceHalfWidth", "simultaneousHalfWidth", "relative", "significant", "growsWithoutBound"
    ])
    for treatment in result.treatments {
      for estimate in treatment.estimates {
        let comparison = treatment.comparisons.first { $0.indicator == estimate.indicator }
        table.add([
          .text(treatment.id), .text(estimate.indicator.rawValue), .text(estimate.indicator.name.zh),
          .text(estimate.indicator.name.en), .text(estimate.indicator.unit.rawValue), .number(estimate.mean),
          .number(estimate.halfWidth), .number(Double(estimate.count)), .number(comparison?.difference),
          .number(comparison?.halfWidth), .number(comparison?.simultaneousHalfWidth),
          .number(comparison?.relative), .text(comparison.map { $0.isSignificant ? "yes" : "no" } ?? ""),
          .text(treatment.isSteady(estimate.indicator) ? "" : "yes")
        ])
      }
    }
    return table.text
  }

  private static func responses(_ result: ExperimentResult) -> String {
    var table = CSVText(["treatment", "areaClass", "targetMinutes", "fromSeconds", "toSeconds", "incidents"])
    for treatment in result.treatments {
      for response in treatment.responses {
        for (bin, count) in response.counts.enumerated() where count > 0 {
          let isLast = bin == response.counts.count - 1
          table.add([
            .text(treatment.id), .text(response.areaClass.rawValue), .number(response.targetMinutes),
            .number(Double(bin) * response.binSeconds),
            .number(isLast ? nil : Double(bin + 1) * response.binSeconds), .number(count)
          ])
        }
      }
    }
    return table.text
  }

  private static func grids(_ result: ExperimentResult) -> String {
    var table = CSVText([
      "treatment", "grid", "incidentsPerYear", "meanMinutes", "withinTarget", "nearestPostMinutes",
      "seenShare"
    ])
    for treatment in result.treatments {
      for grid in treatment.grids {
        table.add([
          .text(treatment.id), .text(grid.id), .number(grid.incidentsPerYear), .number(grid.meanMinutes),
          .number(grid.withinTarget), .number(grid.nearestPostMinutes), .number(grid.seenShare)
        ])
      }
    }
    return table.text
  }

  private static func weekHours(_ result: ExperimentResult) -> String {
    var table = CSVText(["treatment", "hourOfWeek", "incidents", "busyUnits", "unitsOnDuty", "unitsAvailable"]
    )
    for treatment in result.treatments {
      for (hour, values) in treatment.weekHours.enumerated() {
        table.add([
          .text(treatment.id), .number(Double(hour)), .number(values.incidents), .number(values.busyUnits),
          .number(values.unitsOnDuty), .number(values.unitsAvailable)
        ])
      }
    }
    return table.text
  }

  private static func departments(_ result: ExperimentResult) -> String {
    var table = CSVText([
      "treatment", "department", "name_zh", "name_en", "officers", "taken", "utilization", "delayDays",
      "backlogEndOfficerDays", "growingReplications"
    ])
    for treatment in result.treatments {
      for department in treatment.departments {
        table.add([
          .text(treatment.id), .text(department.id), .text(department.name.zh), .text(department.name.en),
          .number(Double(department.officers)), .number(Double(department.taken)),
          .number(department.load), .number(department.delay), .number(department.backlogEnd),
          .number(Double(department.growingReplications))
        ])
      }
    }
    return table.text
  }

  private static func counties(_ result: ExperimentResult) -> String {
    var table = CSVText([
      "treatment", "county", "name_zh", "name_en", "prefecture_zh", "prefecture_en", "sunk", "toStreet",
      "measure", "mean",
      "difference", "halfWidth"
    ])
    for treatment in result.treatments {
      for county in treatment.counties {
        for value in county.values {
          table.add([
            .text(treatment.id), .text(county.id), .text(county.name.zh), .text(county.name.en),
            .text(county.prefecture.zh), .text(county.prefecture.en), .number(Double(county.sunk)),
            .number(Double(county.toStreet)),
            .text(value.measure.rawValue), .number(value.mean), .number(value.difference),
            .number(value.halfWidth)
          ])
        }
      }
    }
    return table.text
  }

  private static func backlog(_ result: ExperimentResult) -> String {
    var table = CSVText(["treatment", "week", "backlogOfficerDays"])
    for treatment in result.treatments {
      for (week, backlog) in treatment.weeklyBacklog.enumerated() {
        table.add([.text(treatment.id), .number(Double(week + 1)), .number(backlog)])
      }
    }
    return table.text
  }

  private static func redeployment(_ result: ExperimentResult) -> String {
    var table = CSVText([
      "treatment", "agencyOfficers", "countyOfficers", "toCommunity", "toStreet", "unitShiftsPerDay",
      "communityShare", "stationShare"
    ])
    for treatment in result.treatments {
      let summary = treatment.redeployment
      table.add([
        .text(treatment.id), .number(Double(summary.agencyOfficers)), .number(Double(summary.countyOfficers)),
        .number(Double(summary.toCommunity)), .number(Double(summary.toStreet)),
        .number(summary.unitShiftsPerDay), .number(summary.communityShare), .number(summary.stationShare)
      ])
    }
    return table.text
  }
}
