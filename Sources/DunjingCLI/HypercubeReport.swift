import Dunjing
import Foundation

/// What `dunjing analyze hypercube` writes; fractions are of all dispatches, minutes those of the file.
struct HypercubeReport: Encodable {
  let method: String
  let line: String
  let arrivalRate: Double
  let capacity: Double
  /// What arrives as a share of the capacity.
  let load: Double
  let workloads: [Double]
  /// By unit and then by atom.
  let dispatchFractions: [[Double]]
  let interAreaFraction: Double
  /// With or without a queue.
  let probabilityAllBusy: Double
  /// That incidents wait.
  let probabilityQueue: Double
  /// The mean number waiting.
  let meanQueueLength: Double
  let busyCountProbabilities: [Double]?
  let meanTravelMinutes: Double?
  let meanTravelMinutesByUnit: [Double?]?
  let meanTravelMinutesByAtom: [Double?]?
  /// Share of incidents reached in time by the unit sent.
  let shareReachedInTime: Double?
  let shareReachedInTimeByAtom: [Double?]?
  /// Share of demand with an idle unit in reach.
  let availableCoverage: Double?
  let availableCoverageByAtom: [Double]?
  /// Share of incidents for two units that get one.
  let singleShareOfPairs: Double?

  init(_ solution: HypercubeSolution, of file: HypercubeFile) {
    let coverage = file.targetMinutes.flatMap { solution.availableCoverage(within: $0) }
    self.init(
      solution, of: file, method: "exact", coverage: coverage,
      counts: solution.busyCountProbabilities, pairs: solution.singleShareOfPairs)
  }

  init(_ solution: ApproximateHypercubeSolution, of file: HypercubeFile) {
    let coverage = file.targetMinutes.flatMap { solution.availableCoverage(within: $0) }
    self.init(solution, of: file, method: "approximate", coverage: coverage, counts: nil, pairs: nil)
  }

  private init(
    _ solution: some DispatchMeasures, of file: HypercubeFile, method: String, coverage: [Double]?,
    counts: [Double]?, pairs: Double?
  ) {
    (self.method, line) = (method, file.line.rawValue)
    arrivalRate = file.arrivalRates.reduce(0, +) + (file.pairRates ?? []).reduce(0, +)
    capacity = file.serviceRates.reduce(0, +)
    load = arrivalRate / capacity
    workloads = solution.workloads
    dispatchFractions = solution.dispatchFractions
    interAreaFraction = solution.interAreaFraction
    probabilityAllBusy = solution.waitingProbability
    probabilityQueue = file.line == .infinite ? probabilityAllBusy * load : 0
    meanQueueLength = file.line == .infinite ? probabilityAllBusy * load / (1 - load) : 0
    busyCountProbabilities = counts
    meanTravelMinutes = solution.meanTravelTime
    meanTravelMinutesByUnit = file.travelMinutes.map { _ in solution.meanTravelTimesByUnit }
    meanTravelMinutesByAtom = file.travelMinutes.map { _ in solution.meanTravelTimesByAtom }
    shareReachedInTime = file.targetMinutes.flatMap { solution.shareReached(within: $0) }
    shareReachedInTimeByAtom = file.targetMinutes.map { solution.sharesReached(within: $0) }
    availableCoverageByAtom = coverage
    availableCoverage = coverage.map { zip($0, solution.incidentShares).reduce(0) { $0 + $1.0 * $1.1 } }
    singleShareOfPairs = pairs
  }

  func text(in language: TextLanguage) -> String {
    let separator = language == .zh ? "：" : ": "
    let head = [modelLine.text(in: language)] + summary.map { $0.0.text(in: language) + separator + $0.1 }
    let title = language == .zh ? "单元  负荷率  出警份额  平均路程（分）" : "unit  workload  dispatches  mean travel (min)"
    let rows = workloads.indices.map { unit -> String in
      let travel = meanTravelMinutesByUnit?[unit].map { String(format: "%.2f", $0) } ?? "–"
      let number = String(format: "%4d", unit)
      return
        "\(number)  \(percent(workloads[unit]))  \(percent(dispatchFractions[unit].reduce(0, +)))  \(travel)"
    }
    return (head + [title] + rows).joined(separator: "\n")
  }

  private var modelLine: LocalizedText {
    let isZero = line == HypercubeFile.Line.zero.rawValue
    let name = PartHour.Method(rawValue: method)?.name ?? LocalizedText(zh: method, en: method)
    return LocalizedText(
      zh: "模型：\(name.zh)，\(isZero ? "全忙时不排队" : "全忙时排队等候")",
      en: "model: \(name.en), \(isZero ? "no line while all are busy" : "incidents wait while all are busy")")
  }

  private var summary: [(LocalizedText, String)] {
    let minutes = meanTravelMinutes.map { String(format: "%.3f", $0) }
    let lines: [(zh: String, en: String, value: String?)] = [
      ("到达工作占能力", "load", percent(load)),
      ("全部单元都忙的概率", "probability that all units are busy", percent(probabilityAllBusy)),
      ("非首选单元出警份额", "dispatches not by the first unit", percent(interAreaFraction)),
      ("平均路程（分）", "mean travel (min)", minutes),
      ("按时到达份额", "reached in time", shareReachedInTime.map(percent)),
      ("有空闲单元可及的需求", "demand with an idle unit in reach", availableCoverage.map(percent)),
      ("需两个单元而只得一个", "incidents for two units that get one", singleShareOfPairs.map(percent))
    ]
    return lines.compactMap { line in line.value.map { (LocalizedText(zh: line.zh, en: line.en), $0) } }
  }

  private func percent(_ share: Double) -> String { String(format: "%5.1f %%", share * 100) }
}
