@testable import DunjingScenario

/// The tables of an office, each by the name of its file: one grid and one station where a test has none of its own.
enum OfficeTables {
  private static let least = [
    "网格.csv": "网格号,经度,纬度,人口\n1,124.05,43.16,2000\n",
    "驻点.csv": "名称,类别,经度,纬度\n城关派出所,派出所,124.05,43.16\n"
  ]

  /// Imports tables in the order of their names, beside the least that there has to be.
  static func study(_ tables: [String: String], _ settings: TablesImport = TablesImport()) throws
    -> ImportedTables
  {
    try settings.tables(
      least.merging(tables) { $1 }.sorted { $0.key < $1.key }.map {
        ImportTable(name: $0.key, bytes: Array($0.value.utf8))
      })
  }
}
