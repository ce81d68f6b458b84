extension ScenarioDecoder {
  /// The service windows; nil where the scenario has none.
  func windows() -> ServiceWindows? {
    let cursor = root.record("windows", Shapes.windows)
    guard cursor.node != nil else { return nil }
    let base = DefaultCatalog.windows
    let count = cursor.integer("windowsPerStation", base.windowsPerStation)
    let hasUsualShares = count == base.windowsPerStation || log.refuses("windows.windowsPerStation")
    if !hasUsualShares && !cursor.has("businessShares") {
      log.add(.sharesWithoutWindows(found: 0, windows: count), keyPath: "windows.businessShares")
    }
    return ServiceWindows(
      visitsPerResidentYear: cursor.number("visitsPerResidentYear", base.visitsPerResidentYear),
      windowsPerStation: count,
      openingMinute: cursor.has("opensAt") ? cursor.minuteOfDay("opensAt") : base.openingMinute,
      hourWeights: cursor.numbers("hourWeights", base.hourWeights),
      serviceMinutes: cursor.distribution("serviceMinutes", base.serviceMinutes),
      businessShares: cursor.numbers("businessShares", hasUsualShares ? base.businessShares : nil),
      longWaitMinutes: cursor.number("longWaitMinutes", base.longWaitMinutes))
  }
}
