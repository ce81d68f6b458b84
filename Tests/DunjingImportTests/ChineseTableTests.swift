import DunjingScenario
import Foundation
import Testing

/// Tables of a Chinese office: headers in Chinese, saved in GB 18030.
@Suite struct ChineseTableTests {
  private func table(_ name: String, _ text: String) -> ImportTable {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    return ImportTable(name: name, bytes: Array(text.data(using: encoding) ?? Data()))
  }

  private func bundle(_ settings: NetworkImport) throws -> ImportedBundle {
    try settings.bundle(
      nodes: table("n.csv", "节点,X,Y,区县,警情,人口\n一,0,0,东区,2,900\n二,1,0,西区,1,500\n"),
      edges: table("e.csv", "起点,终点,长度（千米）\n一,二,1.5\n"), facilities: table("f.csv", "编号,节点\n站,一\n"))
  }

  @Test(arguments: [TextEncoding.gb18030, .gbk])
  func chineseHeadersAreGuessed(encoding: TextEncoding) throws {
    var settings = NetworkImport()
    settings.encoding = encoding
    let scenario = try load(try bundle(settings)).scenario
    #expect(scenario.grids.map(\.id) == ["一", "二"])
    #expect(scenario.grids.map(\.county) == ["东区", "西区"])
    #expect(scenario.grids.map(\.population) == [900, 500])
    #expect(scenario.grids.map(\.demandWeight) == [2, 1])
    #expect(scenario.roads?.edges.map(\.lengthMeters) == [1_500])
    #expect(scenario.facilities.map(\.id) == ["站"])
  }

  @Test func anotherEncodingIsNamedWithTheOption() {
    #expect {
      try bundle(NetworkImport())
    } throws: { error in
      let text = (error as? InvalidScenario)?.description ?? ""
      return text.hasPrefix("n.csv:1:1: error: the file is not UTF-8;") && text.contains("--encoding GB18030")
    }
  }
}
