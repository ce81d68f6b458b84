/// The JSON Schema (draft 2020-12) of `scenario.yaml`, made from the table of keys that the decoder uses.
public enum ScenarioSchema {
  /// The schema with descriptions in English.
  public static var json: String { json(in: .en) }

  /// Returns the schema with descriptions in a language.
  public static func json(in language: TextLanguage) -> String {
    let body = SchemaWriter(language: language).record(Shapes.scenario, depth: 1)
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://dunjing.org/schema/dunjing-1.json",
        "title": "Dunjing scenario",
      \(body.dropFirst(2))
      """
  }
}

/// Writes the shapes of records and values as JSON Schema.
private struct SchemaWriter {
  let language: TextLanguage

  func record(_ shape: RecordShape, depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    let properties = shape.keys.map { key in
      "\(indent)  \"\(key.name)\": \(described(key, depth: depth + 1))"
    }
    let required = shape.keys.filter(\.isRequired).map { "\"\($0.name)\"" }.joined(separator: ", ")
    return """
      {
      \(indent)"type": "object",
      \(indent)"additionalProperties": false,
      \(indent)"required": [\(required)],
      \(indent)"properties": {
      \(properties.joined(separator: ",\n"))
      \(indent)}
      \(String(indent.dropLast(2)))}
      """
  }

  private func described(_ key: KeyShape, depth: Int) -> String {
    let description = "\"description\": \(JSONText.quoted(key.description(in: language)))"
    let fallback = key.fallback?.json.map { ", \"default\": \($0)" } ?? ""
    return "{\(description)\(fallback), "
      + value(key.value, depth: depth).dropFirst().drop { $0.isWhitespace }
  }

  private func value(_ shape: ValueShape, depth: Int) -> String {
    switch shape {
    case .number(let range): number("number", range)
    case .integer(let range): number("integer", range)
    case .flag: "{\"type\": \"boolean\"}"
    case .text, .timeOfDay, .day: "{\"type\": [\"string\", \"number\"]}"
    case .localizedText, .distribution: "{\"type\": [\"string\", \"number\", \"object\"]}"
    case .choice(let choices):
      "{\"enum\": [\(choices.map { "\"\($0.name)\"" }.joined(separator: ", "))]}"
    case .choices(let choices):
      "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"enum\": [\(choices.map(JSONText.quoted).joined(separator: ", "))]}}"
    case .literal(let text): "{\"const\": \"\(text)\"}"
    case .weights(let count):
      "{\"type\": \"array\", \"items\": {\"type\": \"number\"}, \"minItems\": \(count), \"maxItems\": \(count)}"
    case .numbers(let range):
      "{\"type\": \"array\", \"minItems\": 1, \"items\": \(number("number", range))}"
    case .texts, .integers: "{\"type\": [\"array\", \"string\"]}"
    case .record(let shape): record(shape, depth: depth + 1)
    case .list(let shape): "{\"type\": \"array\", \"items\": \(record(shape, depth: depth + 1))}"
    case .table(let shape):
      "{\"anyOf\": [{\"type\": [\"string\", \"object\"]}, "
        + "{\"type\": \"array\", \"items\": \(record(shape, depth: depth + 1))}]}"
    case .keyed(let shape):
      "{\"type\": \"object\", \"additionalProperties\": \(record(shape, depth: depth + 1))}"
    case .keyedNumbers(let range):
      "{\"type\": \"object\", \"additionalProperties\": \(number("number", range))}"
    case .either(let choices):
      "{\"anyOf\": [\(choices.map { value($0, depth: depth) }.joined(separator: ", "))]}"
    }
  }

  private func number(_ type: String, _ range: NumberRange) -> String {
    let low =
      range.low <= -1e12 ? "" : ", \"\(range.excludesLow ? "exclusiveMinimum" : "minimum")\": \(range.low)"
    let high = range.high >= 1e12 ? "" : ", \"maximum\": \(range.high)"
    return "{\"type\": \"\(type)\"\(low)\(high)}"
  }
}
