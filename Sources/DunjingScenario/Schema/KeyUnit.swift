/// The unit of a number.
enum KeyUnit: Sendable {
  case seconds, minutes, hours, days
  case kilometersPerHour, meters, position
  case share, probability, factor, weight
  case officers, people, units, incidents, hazards, beats, passes
  case hoursPerYear, perYear, perDay, perResidentYear
  case perClock, perWeek, perMonths
  case weekday, priority, count, seed, asIndicator, asKey
  case visits, windows

  /// The unit in words.
  var text: LocalizedText {
    duration ?? ratio ?? counted ?? LocalizedText("–")
  }

  private var duration: LocalizedText? {
    switch self {
    case .seconds: LocalizedText(zh: "秒", en: "seconds")
    case .minutes: LocalizedText(zh: "分钟", en: "minutes")
    case .hours: LocalizedText(zh: "小时", en: "hours")
    case .days: LocalizedText(zh: "天", en: "days")
    case .kilometersPerHour: LocalizedText(zh: "公里/小时", en: "km/h")
    case .meters: LocalizedText(zh: "米", en: "meters")
    case .position: LocalizedText(zh: "公里或度", en: "kilometers or degrees")
    case .hoursPerYear: LocalizedText(zh: "小时/年", en: "hours per year")
    case .perYear: LocalizedText(zh: "起/年", en: "per year")
    case .perDay: LocalizedText(zh: "起/天", en: "per day")
    case .perResidentYear: LocalizedText(zh: "起/人·年", en: "per resident and year")
    default: nil
    }
  }

  private var ratio: LocalizedText? {
    switch self {
    case .share: LocalizedText(zh: "比例", en: "share")
    case .probability: LocalizedText(zh: "概率", en: "probability")
    case .factor: LocalizedText(zh: "倍数", en: "factor")
    case .weight: LocalizedText(zh: "权重", en: "weight")
    case .perClock: LocalizedText(zh: "每小时一个", en: "one for each hour from 0 h")
    case .perWeek: LocalizedText(zh: "周一至周日各一个", en: "one for each weekday from Monday")
    case .perMonths: LocalizedText(zh: "1 至 12 月各一个", en: "one for each month from January")
    default: nil
    }
  }

  private var counted: LocalizedText? {
    switch self {
    case .officers: LocalizedText(zh: "名", en: "officers")
    case .people: LocalizedText(zh: "人", en: "people")
    case .units: LocalizedText(zh: "个单元", en: "units")
    case .incidents: LocalizedText(zh: "起", en: "incidents")
    case .hazards: LocalizedText(zh: "处/年", en: "hazards per year")
    case .beats: LocalizedText(zh: "个警务区", en: "beats")
    case .passes: LocalizedText(zh: "次", en: "passes")
    case .visits: LocalizedText(zh: "次/人·年", en: "visits per resident and year")
    case .windows: LocalizedText(zh: "个窗口", en: "windows")
    case .weekday: LocalizedText(zh: "0 = 周一 … 6 = 周日", en: "0 = Monday … 6 = Sunday")
    case .priority: LocalizedText(zh: "级，1 最急", en: "level, 1 is the most urgent")
    case .count: LocalizedText(zh: "次", en: "count")
    case .asIndicator: LocalizedText(zh: "同指标", en: "as the indicator")
    case .asKey:
      LocalizedText(
        zh: "同该键；键中有 * 时为倍数", en: "as the key; multiples of the values where the key has a *")
    case .seed: LocalizedText(zh: "整数", en: "whole number")
    default: nil
    }
  }
}
