import Testing

@testable import DunjingReport

@Suite struct TextColumnsTests {
  @Test func wideCharactersTakeTwoColumns() {
    #expect(DisplayWidth.of("run 1") == 5)
    #expect(DisplayWidth.of("屯警，ＡＢ") == 10)
    #expect(DisplayWidth.of("61.2% ±0.40") == 11)
    // A letter with an accent of its own character, and a space of no width.
    #expect(DisplayWidth.of("e\u{301}") == 1 && DisplayWidth.of("\u{200B}") == 0)
  }

  @Test func columnsAreAligned() {
    var table = TextColumns([("方案", .left), ("n", .right), ("名称", .left)])
    table.add(["a", "10", "现状"])
    table.add(["下沉20", "5", "x"])
    #expect(table.text == "方案     n  名称\na       10  现状\n下沉20   5  x")
  }

  @Test func aNameCannotBreakTheTable() {
    var table = TextColumns([("name", .left)])
    table.add(["a\nb\u{1B}[31m"])
    #expect(table.text == "name\na\u{FFFD}b\u{FFFD}[31m")
  }
}
