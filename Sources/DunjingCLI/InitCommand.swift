import ArgumentParser
import Dunjing
import Foundation

/// `dunjing init`: a commented study of a made-up place to edit into one's own.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: String(zh: "写出一个带注释的研究，供改成自己的研究。", en: "Writes a commented study to edit into your own."),
    discussion: String(
      zh: """
        各模板都有效，几秒到一分钟即可算完：

          minimal    一个镇区，只有一个文件
          city       一个城市；地点、警员和部门是供替换的表格
          county     一个县，一乡一所
          province   两个市、六个县，各县有自己的警员
        """,
      en: """
        Templates, each valid and played in seconds to a minute:

          minimal    a town in one file
          city       a city; places, officers and departments are tables to replace
          county     a county with a station in each township
          province   six counties in two prefectures, with officers by county
        """,
      examples: """
        dunjing init my-town
        dunjing init my-city --template city --language zh
        """))

  @Argument(
    help: ArgumentHelp(
      zh: "新研究的文件夹；必须不存在或为空。", en: "The folder of the new study; it must not exist, or be empty."))
  var path: String

  @Option(
    help: ArgumentHelp(
      zh: "从哪个模板开始：minimal、city、county 或 province。",
      en: "What to begin with: minimal, city, county or province."))
  var template = TemplateName.minimal

  @Option(help: LanguageOption.ofComments)
  var language = LanguageOption.both

  func run() throws {
    let language = language.messages
    try Reporting.run(in: language) {
      let files = template.template.files(in: language)
      try NewStudyFolder(path).write(files.map { ($0.name, Data($0.text.utf8)) })
      print(text(of: files.map(\.name), in: language))
    }
  }

  /// What was written, and what to type next.
  private func text(of names: [String], in language: TextLanguage) -> String {
    let commands = NewStudyFolder.commands(for: path) + ["dunjing explain treatments.sinkRatio"]
    let width = (names.map(\.count).max() ?? 0) + 2
    let list = names.map {
      "  " + $0.padding(toLength: width, withPad: " ", startingAt: 0) + Self.meaning(of: $0, in: language)
    }
    let (head, next) =
      language == .zh
      ? ("已写入 \(path)（\(template.meaning.zh)）：", "请编辑 scenario.yaml 和各表，数字都是编的例子。接着：")
      : (
        "Written to \(path) (\(template.meaning.en)):",
        "Edit scenario.yaml and the tables; all places are made up. Next:"
      )
    return ([head] + list + [next] + commands.map { "  " + $0 }).joined(separator: "\n")
  }

  private static func meaning(of name: String, in language: TextLanguage) -> String {
    let text =
      switch name {
      case ScenarioBundle.fileName: LocalizedText(zh: "研究本身，每项都有注释", en: "the study, each key with a comment")
      case StudyTemplate.schemaName:
        LocalizedText(zh: "供编辑器补全和检查键名", en: "for editors, which complete and check keys by it")
      case "counties.csv": LocalizedText(zh: "县区及民警数", en: "counties and their officers")
      case "grids.csv":
        LocalizedText(zh: "网格：位置、居民、警情份额", en: "grids: positions, residents, share of incidents")
      case "facilities.csv":
        LocalizedText(zh: "派出所、工作站等设施", en: "stations, workstations and other facilities")
      case "officers.csv": LocalizedText(zh: "警员类别及人数", en: "categories of officers with head counts")
      case "departments.csv": LocalizedText(zh: "机关部门及其工作量", en: "departments and their work")
      default: LocalizedText(zh: "各数的来源", en: "where the numbers come from")
      }
    return text.text(in: language)
  }
}
