import Dunjing

/// What the folder of tables says of the study that they were written from.
struct TablesRecord: Codable {
  var schema = "dunjing-tables/1"
  var study: String
  /// The hash of the study, by which changes of it since are known.
  var scenarioHash: String

  /// The name of the file.
  static let name = "dunjing-tables.json"

  init(study: String, _ tables: StudyTables) {
    (self.study, scenarioHash) = (study, tables.bundleHash)
  }

  /// The text of the file.
  func text() throws -> String { try JSONFile.text(self) + "\n" }
}
