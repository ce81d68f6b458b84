extension ScenarioValidator {
  /// Windows have to stand somewhere, to be open within a day, and to have visitors and a business each.
  func checkWindows() {
    guard let windows = scenario.windows else { return }
    if !scenario.facilities.contains(where: { $0.kind == .station }) {
      log.add(.windowsWithoutStation, keyPath: "windows")
    }
    if scenario.grids.allSatisfy({ $0.population == 0 }) && !scenario.grids.isEmpty {
      log.add(.windowsWithoutResidents, keyPath: "windows")
    }
    checkOpeningHours(windows)
    checkShares(windows)
    checkDistribution(windows.serviceMinutes, "windows", "serviceMinutes")
  }

  private func checkOpeningHours(_ windows: ServiceWindows) {
    if !windows.hourWeights.contains(where: { $0 > 0 }) {
      log.add(.weightsWithoutSum, keyPath: "windows.hourWeights")
    }
    if windows.closingMinute > 1440 {
      log.add(
        .openPastMidnight(minutes: windows.closingMinute - 1440), keyPath: "windows.hourWeights")
    }
  }

  private func checkShares(_ windows: ServiceWindows) {
    let shares = windows.businessShares
    guard !log.refuses("windows.windowsPerStation") else { return }
    guard shares.count == windows.windowsPerStation else {
      log.add(
        .sharesWithoutWindows(found: shares.count, windows: windows.windowsPerStation),
        keyPath: "windows.businessShares")
      return
    }
    let sum = shares.reduce(0, +)
    if abs(sum - 1) > 1e-6 { log.add(.shareSum(sum), keyPath: "windows.businessShares") }
  }
}
