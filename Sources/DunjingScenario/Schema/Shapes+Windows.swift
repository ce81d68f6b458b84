extension Shapes {
  static let windows = RecordShape(
    "windows",
    windowVisitKeys + [
      .key(
        "windowsPerStation", .integer(.between(1, 100)), zh: "每个派出所的窗口数。", en: "Windows at each station.",
        unit: .windows, default: .integer(DefaultCatalog.windows.windowsPerStation)),
      .key(
        "serviceMinutes", .distribution, zh: "在窗口办理一次的时间，不含等候。",
        en: "Time of one visit at the window, the wait not included.", unit: .minutes,
        default: .rule(
          zh: "对数正态，中位数 9.188，sigma 0.6（均值 11）", en: "log-normal, median 9.188, sigma 0.6 (mean 11)")),
      .key(
        "businessShares", .numbers(.share),
        zh: "各类业务占来访的比例，和为 1；分业务排队时一类一个窗口，个数等于 windowsPerStation。",
        en:
          "Share of the visits by business, adding up to 1; one window each while queues are separate, so as many as "
          + "windowsPerStation.", unit: .share,
        default: .rule(
          zh: "三个窗口时 [0.5, 0.3, 0.2]，其他须给出", en: "[0.5, 0.3, 0.2] for three windows; others have to be given")
      ),
      .key(
        "longWaitMinutes", .number(.between(0, 1440)), zh: "等候超过此时间计为超限。",
        en: "A wait above it counts as long.", unit: .minutes,
        default: .number(DefaultCatalog.windows.longWaitMinutes), effect: .evaluation)
    ])

  private static let windowVisitKeys: [KeyShape] = [
    .key(
      "visitsPerResidentYear", .number(NumberRange(low: 0, high: 100, excludesLow: true)),
      zh: "每名居民每年到窗口的次数；按统计期内每年的工作日（周一至周五）平均分到各日，各所按辖区居民数。",
      en:
        "Visits of a resident in a year, spread evenly over the weekdays that the measured period has per year, and over "
        + "stations by the residents of their districts.", unit: .visits,
      default: .number(DefaultCatalog.windows.visitsPerResidentYear)),
    .key(
      "opensAt", .timeOfDay, zh: "窗口开门的时刻；等候不取决于它。", en: "When the windows open; no wait depends on it.",
      default: .text("08:00"), effect: .information),
    .key(
      "hourWeights", .numbers(.nonnegative),
      zh: "自开门起各小时的相对来访量，最后一个小时止于关门；权重为 0 的小时（如午休）无人来，窗口继续办理等候者，关门后也办完。",
      en:
        "Relative numbers of visits in each hour from the opening, the last one up to closing. Nobody comes in an hour of "
        + "weight 0, such as lunch; windows go on serving those who wait, then and after closing.",
      unit: .weight,
      default: .numbers(DefaultCatalog.windows.hourWeights))
  ]
}
