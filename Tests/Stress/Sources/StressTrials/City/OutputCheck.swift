import Dunjing

/// Renders everything that is written about a result, and looks for numbers that are none.
enum OutputCheck {
  static func check(_ result: ExperimentResult, _ document: String, _ scenario: Scenario) throws(Broken) {
    try check(document, "results.json")
    for file in ResultTables(result).files { try check(file.text, file.name) }
    let report = Report(
      result: result, scenario: scenario, provenance: Provenance(build: "stress", version: "0"))
    for language in Language.allCases { try check(report.html(in: language), "report in \(language)") }
  }

  private static func check(_ text: String, _ name: String) throws(Broken) {
    let words = text.utf8.split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
    }
    for word in words where (3...8).contains(word.count) {
      let isNumberless = ["nan", "inf", "infinity"].contains { name in
        word.elementsEqual(name.utf8) { $0 | 32 == $1 }
      }
      if isNumberless { throw Broken(text: "\(name) has \(String(decoding: word, as: UTF8.self))") }
    }
  }
}
