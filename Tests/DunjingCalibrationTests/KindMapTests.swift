import DunjingCalibration
import DunjingScenario
import Foundation
import Testing

/// The table that says which kind of the study a recorded one is.
@Suite struct KindMapTests {
  @Test func `a table in GB 18030 is read like one in UTF-8`() throws {
    let text = "recorded,kind\n盗窃,order\n"
    let bytes = Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
    #expect(try KindMap(reading: bytes, name: "kinds.csv").kinds == ["盗窃": "order"])
    #expect(try KindMap(reading: Array(text.utf8), name: "kinds.csv").kinds == ["盗窃": "order"])
  }

  @Test func `all rows that are wrong are told, by their lines`() {
    let text = "recorded,kind\n\"the\nft\",order\nnoise\ntheft,order\ntheft,order\n"
    do {
      _ = try KindMap(reading: Array(text.utf8), name: "k.csv")
      Issue.record("nothing is refused")
    } catch {
      #expect(error.issues.map(\.line) == [4, 6])
    }
  }
}
