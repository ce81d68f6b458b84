import ArgumentParser
import Dunjing

/// `dunjing schema`: the JSON Schema of scenario.yaml.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of scenario.yaml, for editors.")

  @Flag(help: "Print JSON, which is what this command always prints.")
  var json = false

  func run() throws {
    print(ScenarioSchema.json)
  }
}
