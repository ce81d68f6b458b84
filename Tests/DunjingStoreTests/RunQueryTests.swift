import DunjingScenario
import Foundation
import Testing

@testable import DunjingStore

@Suite struct RunQueryTests {
  private func shelf() throws -> RunShelf {
    let shelf = try RunShelf()
    try shelf.addRun("a", study: "A town", hash: "12ab", within: (0.50, 0.75))
    try shelf.addRun("b", study: "A City", hash: "12cd", within: (0.60, 0.63))
    return shelf
  }

  private func names(_ shelf: RunShelf, _ change: (inout RunQuery) -> Void) throws -> [String] {
    var query = RunQuery()
    change(&query)
    return try shelf.answer(query).names
  }

  @Test func studiesAreFoundByNameOrHash() throws {
    let shelf = try shelf()
    defer { shelf.remove() }
    #expect(try names(shelf) { $0.study = "city" } == ["b base", "b more"])
    #expect(try names(shelf) { $0.study = "12AB" } == ["a base", "a more"])
    #expect(try names(shelf) { $0.study = "城" }.count == 4)
    // The middle of a hash is no beginning, and a quote is a character like others.
    var query = RunQuery()
    for study in ["2ab", "' OR '1'='1"] {
      query.study = study
      let answer = try shelf.answer(query)
      #expect(answer.rows.isEmpty && !answer.isStudyKnown)
    }
  }

  @Test func conditionsHoldTogetherForATreatment() throws {
    let shelf = try shelf()
    defer { shelf.remove() }
    #expect(try names(shelf) { $0.treatment = "more" } == ["a more", "b more"])
    let above = RunQuery.Condition("withinTarget", .above, 0.5)
    let below = RunQuery.Condition("withinTarget", .below, 0.63)
    #expect(try names(shelf) { $0.conditions = [above] } == ["a more", "b base", "b more"])
    #expect(try names(shelf) { $0.conditions = [above, below] } == ["b base"])
    #expect(
      try names(shelf) { $0.conditions = [RunQuery.Condition("withinTarget", .atLeast, 0.5), below] } == [
        "a base", "b base"
      ])
    #expect(
      try names(shelf) { $0.conditions = [RunQuery.Condition("withinTarget", .atMost, 0.63)] }.count == 3)
    // The baseline has no change to itself.
    let relative = RunQuery.Condition("withinTarget", .atMost, 0.1, of: .relative)
    #expect(try names(shelf) { $0.conditions = [relative] } == ["b more"])
  }

  @Test func whatHasNoValueComesLast() throws {
    let shelf = try shelf()
    defer { shelf.remove() }
    try shelf.addRun("c")
    let text = try String(contentsOfFile: "\(shelf.path)/c/results.json", encoding: .utf8)
    try shelf.write(text.replacing(#""mean":0.5,"#, with: #""mean":null,"#), to: "c/results.json")
    let falling = ["a more", "c more", "b more", "b base", "a base", "c base"]
    #expect(
      try names(shelf) { $0.order = RunQuery.Order(by: "withinTarget", isAscending: false) } == falling)
    #expect(
      try names(shelf) { $0.order = RunQuery.Order(by: "withinTarget", isAscending: true) } == [
        "a base", "b base", "b more", "a more", "c more", "c base"
      ])
  }

  @Test func onlyTheIndicatorsAskedForAreGiven() throws {
    let shelf = try shelf()
    defer { shelf.remove() }
    var query = RunQuery()
    query.indicators = ["withinTarget", "harmIndex"]
    let rows = try shelf.answer(query).rows
    #expect(rows[0].treatment.indicators.map(\.id) == ["withinTarget", "harmIndex"])
    #expect(rows[1].treatment.indicators.map(\.id) == ["withinTarget"])
    #expect(
      try shelf.answer().contents
        == StoreContents(
          runs: 2, treatments: ["base", "more"], indicators: ["harmIndex", "withinTarget"],
          studies: [.init(zh: "城", en: "A City"), .init(zh: "城", en: "A town")]))
  }
}
