import DunjingRandom

extension DefaultCatalog {
  /// Three windows from 8 to 16 h with a lunch gap from 12 to 13 h; 11 minutes for a visit in the mean.
  public static let windows = ServiceWindows(
    visitsPerResidentYear: 0.5, windowsPerStation: 3, openingMinute: 480,
    hourWeights: [1.2, 1.5, 1.3, 0.9, 0, 0.9, 1.2, 1],
    serviceMinutes: .logNormal(median: 9.188, sigma: 0.6), businessShares: [0.5, 0.3, 0.2],
    longWaitMinutes: 20)
}
