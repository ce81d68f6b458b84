import Testing

@testable import DunjingScenario

/// The encoding of tables that do not say one.
@Suite struct UndeclaredEncodingTests {
  @Test func chineseBytesAreReadAsSuch() throws {
    let text = "编号,名称\n1,站前派出所（新）\n2,朱镕基街\n"
    let bytes = try #require(TextEncoding.gb18030.encode(text))
    #expect(TextEncoding.recognized(bytes) == .gb18030)
    #expect(TextEncoding.recognized(Array(text.utf8)) == .utf8)
    #expect(TextEncoding.recognized(Array("id,x\n1,2\n".utf8)) == .utf8)
  }

  /// Accented letters of Latin-1 before ASCII letters are pairs of GBK, but rare ones.
  @Test func europeanBytesAreNotTakenForChinese() {
    let text = "id,name\n1,Müller\n2,Zürich Süd\n3,Gärtnerplatz\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect((try? TextEncoding.gb18030.decode(bytes).get()) != nil)
    #expect(TextEncoding.recognized(bytes) == .utf8)
  }

  /// A table of another encoding is refused as one that is not UTF-8, not read as rare Chinese characters.
  @Test func tablesThatAreNeitherAreRefused() {
    let bytes = "id,name\n1,Müller\n2,Zürich Süd\n".unicodeScalars.map { UInt8($0.value) }
    let error = #expect(throws: InvalidScenario.self) {
      _ = try RawTable(ImportTable(name: "t.csv", bytes: bytes), encoding: nil)
    }
    #expect(
      error?.description.hasPrefix("t.csv:2:1: error: the file is not UTF-8; correct this line") == true)
  }

  @Test func aStudyWithAnUndeclaredTableIsReadAndChangedInItsEncoding() throws {
    let yaml = """
      schema: dunjing/1
      name: {zh: 甲, en: A}
      time: {zone: Asia/Shanghai, start: "2024-01-01", horizonDays: 7}
      coordinates: local
      grids: grids.csv
      facilities: facilities.csv
      treatments: [{id: sink00, sinkRatio: 0}]
      experiment: {replications: 2, seed: 1, baseline: sink00}

      """
    let facilities = "id,name_zh,kind,x,y\ns1,站前派出所,station,0,0\nw1,广场工作站,streetWorkstation,1,0\n"
    let encoded = try #require(TextEncoding.gb18030.encode(facilities))
    let bundle = ScenarioBundle(files: [
      "scenario.yaml": Array(yaml.utf8), "grids.csv": Array("id,x,y,population\na,0,0,900\nb,1,0,800\n".utf8),
      "facilities.csv": encoded
    ])
    #expect(try bundle.load().scenario.facilities[0].name.zh == "站前派出所")
    let files = try StudyTables(bundle).files
    let table = try #require(files.first { $0.name == "facilities.csv" })
    #expect(String(decoding: table.bytes, as: UTF8.self).contains("站前派出所"))
  }
}
