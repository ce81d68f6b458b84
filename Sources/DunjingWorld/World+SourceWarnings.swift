import DunjingScenario

extension World {
  /// Rows of the table of sources about records that the study does not have, as after a group of units was renamed.
  var straySourceWarning: LocalizedText? {
    let keys = scenario.sources.filter(\.isStray).map(\.key)
    guard !keys.isEmpty else { return nil }
    let most = 5
    let (names, more) = (keys.prefix(most), keys.count - most)
    return LocalizedText(
      zh: "来源表 sources 中 \(names.joined(separator: "、"))\(more > 0 ? " 等 \(keys.count) 行" : "")所指的记录不在研究中，"
        + "这些来源不起作用；请删去，或把键改成现有的编号。",
      en:
        "The table of sources speaks of records that the study does not have: \(names.joined(separator: ", "))"
        + (more > 0 ? " and \(more) more" : "")
        + ". Delete these rows, or write the id that the record has now into their keys.")
  }
}
