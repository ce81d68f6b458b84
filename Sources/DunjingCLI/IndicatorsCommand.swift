import ArgumentParser
import Dunjing
import Foundation

/// `dunjing indicators`: every indicator with its unit and definition.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: String(
      zh: "列出各项指标：id、单位和定义，中英文对照。", en: "Lists the indicators: id, unit and definition, in both languages."),
    discussion: String(
      zh: """
        这些 id 用于 --indicators、--minimize、--limit 和 --where。
        """,
      en: """
        These ids are what --indicators, --minimize, --limit and --where take.
        """,
      examples: """
        dunjing indicators
        dunjing indicators --json
        """))

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    guard json else {
      for indicator in Indicator.allCases {
        print(indicator.heading)
        print("  " + indicator.explanation.zh)
        print("  " + indicator.explanation.en)
      }
      return
    }
    print(try JSONFile.text(Indicator.allCases.map(IndicatorRecord.init)))
  }
}

extension Indicator {
  /// Its id and unit.
  var heading: String { "\(rawValue)  [\(unit.rawValue)]" }

  /// Its name and definition.
  var explanation: LocalizedText {
    LocalizedText(zh: "\(name.zh)：\(definition.zh)", en: "\(name.en): \(definition.en)")
  }

  /// Its id, and what it is called in both languages.
  var names: [String] { [rawValue, name.zh, name.en] }
}

private struct IndicatorRecord: Encodable {
  let id: String
  let unit: String
  let channel: String
  let direction: String
  let name: LocalizedText
  let definition: LocalizedText

  init(_ indicator: Indicator) {
    id = indicator.rawValue
    unit = indicator.unit.rawValue
    channel = indicator.channel.rawValue
    direction = indicator.direction.rawValue
    name = indicator.name
    definition = indicator.definition
  }
}
