import ArgumentParser
import Dunjing

/// `dunjing schema`: the JSON Schema of scenario.yaml.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of scenario.yaml, for editors.")

  func run() throws {
    print(ScenarioSchema.json)
  }
}
