import DunjingExperiment
import DunjingScenario

/// The texts of the replay.
enum ReplayWords {
  static let title = LocalizedText(zh: "一天回放", en: "One day, replayed")

  /// The texts that the script of the page shows.
  static let controls: [String: LocalizedText] = [
    "player": LocalizedText(zh: "一天回放：可播放的地图", en: "One day, replayed: a map to play"),
    "map": LocalizedText(zh: "警力和警情的位置", en: "Where units and incidents are"),
    "play": LocalizedText(zh: "播放", en: "Play"),
    "pause": LocalizedText(zh: "暂停", en: "Pause"),
    "speed": LocalizedText(zh: "速度", en: "Speed"),
    "perSecond": LocalizedText(zh: "分钟/秒", en: "min/s"),
    "clock": LocalizedText(zh: "时刻", en: "Time of day"),
    "help": LocalizedText(
      zh: "空格键播放或暂停，左右方向键前后移动一分钟。",
      en: "Space plays and pauses, the left and right arrow keys step by a minute.")
  ]

  /// What is drawn and how to read it.
  static func caption(_ replay: DayReplay, _ scenario: Scenario) -> LocalizedText {
    let treatment = scenario.treatments[replay.treatment].name
    let date = replay.date.text
    let weekday = HourSection.weekdays[replay.date.weekday]
    return .sentences([
      LocalizedText(
        zh:
          "方案“\(treatment.zh)”的一个测量日：第 \(replay.day) 日（\(date)，\(weekday.zh)），重复编号 \(replay.replication)，种子 \(replay.seed)。",
        en:
          "One measured day under “\(treatment.en)”: day \(replay.day) (\(weekday.en), \(date)) of replication "
          + "\(replay.replication), seed \(replay.seed)."),
      county(replay, scenario),
      LocalizedText(
        zh: "这是一次抽样，不是平均，其中的数不宜引用。",
        en: "It is one draw, not a mean: do not quote its numbers."),
      LocalizedText(
        zh: "单元按直线画；巡逻的单元在派警前画在驻点；离岗办其他事的不另画。",
        en:
          "Units are drawn on straight lines; those on patrol stand at their post until they are sent, and absences on "
          + "other work are not drawn."),
      LocalizedText(
        zh: "大菱形是还没有单元到场的一级警情，小点是没有单元的驻点。",
        en:
          "Large diamonds are incidents of priority 1 at which no unit is yet, small dots posts without a unit."
      )
    ])
  }

  private static func county(_ replay: DayReplay, _ scenario: Scenario) -> LocalizedText {
    guard let county = replay.county else { return LocalizedText("") }
    let name = scenario.counties[county].name
    return LocalizedText(
      zh: "只画当日警情最多的县（市、区）：\(name.zh)，以及它自己的单元。",
      en: "Only the county with the most incidents of the day is drawn, \(name.en), with its own units.")
  }

  /// What a key frame shows, for readers who cannot see it.
  static func moment(_ second: Int) -> LocalizedText {
    LocalizedText(zh: "\(clock(second)) 的警力和警情", en: "Units and incidents at \(clock(second))")
  }

  /// What the legend of the key frames is.
  static let symbols = LocalizedText(zh: "图中符号的含义", en: "What the symbols stand for")

  /// A time of day, such as `09:05`.
  static func clock(_ second: Int) -> String { "\(padded(second / 3_600)):\(padded(second / 60 % 60))" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
