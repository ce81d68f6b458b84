import DunjingScenario

/// What the store reads of `results.json`.
struct RunResults: Decodable {
  static let fileName = "results.json"
  static let currentSchema = "dunjing-results/1"

  let schema: String
  let name: LocalizedText
  let scenarioHash: String
  let seed: UInt64
  let replications: Int
  let confidence: Double
  let baseline: String
  let treatments: [Treatment]

  struct Treatment: Decodable {
    let id: String
    let name: LocalizedText
    let indicators: [String: [String: ResultValue]]
    let comparisons: [String: [String: ResultValue]]
  }

  /// The treatments with their indicators by id; nil where an indicator lacks what every one has.
  func storedTreatments() -> [StoredTreatment]? {
    let percent = Int((confidence * 100).rounded())
    let stored = treatments.map { treatment in
      let indicators = treatment.indicators.sorted { $0.key < $1.key }.compactMap { id, record in
        StoredIndicator(id, record, treatment.comparisons[id] ?? [:], percent: percent)
      }
      return StoredTreatment(id: treatment.id, name: treatment.name, indicators: indicators)
    }
    let isWhole = zip(stored, treatments).allSatisfy { $0.indicators.count == $1.indicators.count }
    return isWhole ? stored : nil
  }
}

extension StoredIndicator {
  fileprivate init?(
    _ id: String, _ record: [String: ResultValue], _ comparison: [String: ResultValue], percent: Int
  ) {
    guard case .text(let unit)? = record["unit"], let mean = record["mean"],
      let halfWidth = record["halfWidth\(percent)"]
    else { return nil }
    self.init(
      id: id, unit: unit, mean: mean.number, halfWidth: halfWidth.number,
      difference: comparison["difference"]?.number,
      simultaneousHalfWidth: comparison["simultaneousHalfWidth\(percent)"]?.number,
      relative: comparison["relative"]?.number, isSignificant: comparison["significant"]?.flag,
      growsWithoutBound: record["growsWithoutBound"]?.flag ?? false)
  }
}

/// One value of an indicator's record.
enum ResultValue: Decodable {
  case number(Double)
  case text(String)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let number = try? container.decode(Double.self) {
      // First, as nearly all values are numbers.
      self = .number(number)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var flag: Bool? { if case .flag(let value) = self { value } else { nil } }
}
