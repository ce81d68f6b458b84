import ArgumentParser
import Dunjing

/// `dunjing schema`: the JSON Schema of scenario.yaml, or the reference of its keys.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of scenario.yaml for editors, or the reference of its keys.",
    discussion: """
      An editor that knows the schema completes keys and marks what is wrong. Examples:

        dunjing schema > scenario.schema.json
        dunjing schema --markdown --language zh
      """)

  @Flag(help: "Print the reference of all keys as Markdown.")
  var markdown = false

  @Option(help: "Language of the descriptions: zh or en.")
  var language: TextLanguage = .en

  @Flag(help: "Print JSON, which is what this command always prints.")
  var json = false

  func run() throws {
    print(markdown ? ScenarioReference.markdown(in: language) : ScenarioSchema.json(in: language))
  }
}

extension TextLanguage: ExpressibleByArgument {}
