import ArgumentParser
import Dunjing

/// `dunjing schema`: the JSON Schema of scenario.yaml, or the reference of its keys.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: String(
      zh: "输出供编辑器使用的 scenario.yaml 的 JSON Schema，或各键的说明。",
      en: "Prints the JSON Schema of scenario.yaml for editors, or the reference of its keys."),
    discussion: String(
      zh: """
        编辑器有了它就能补全键名、标出错误。
        """,
      en: """
        An editor that knows the schema completes keys and marks what is wrong.
        """,
      examples: """
        dunjing schema > scenario.schema.json
        dunjing schema --markdown --language zh
        """))

  @Flag(help: ArgumentHelp(zh: "以 Markdown 输出全部键的说明。", en: "Print the reference of all keys as Markdown."))
  var markdown = false

  @Option(help: ArgumentHelp(zh: "说明的语言：zh 或 en。", en: "Language of the descriptions: zh or en."))
  var language: TextLanguage = .en

  @Flag(
    help: ArgumentHelp(zh: "输出 JSON；此命令总是如此。", en: "Print JSON, which is what this command always prints."))
  var json = false

  func run() throws {
    print(markdown ? ScenarioReference.markdown(in: language) : ScenarioSchema.json(in: language))
  }
}

extension TextLanguage: ExpressibleByArgument {}
