import DunjingScenario
import Testing

@testable import DunjingScenario

/// Longitudes and latitudes in degrees, minutes and seconds.
@Suite struct DegreeTextTests {
  @Test(arguments: [
    "113°53′8.8″", "113°53'8.8\"", "113°53'8.8''", "113 ° 53 ′ 8.8 ″", "113度53分8.8秒", "东经113°53′8.8″",
    "东经：113度53分8.8秒",
    "113°53′8.8″E", "E113°53′8.8″", "113 53 8.8 E", "E 113 53 8.8", "113°53′8.8", "１１３°５３’８．８”",
    "113º53´8.8″", "经度113°53′8.8″",
    "+113°53′8.8″"
  ])
  func oneDegreeIsWrittenInManyWays(text: String) {
    #expect(DegreeText(text)?.value == 113.8857778 && DegreeText(text)?.hasMinutes == true)
  }

  @Test(arguments: [
    ("113°53.147′", 113.8857833), ("113°53′", 113.8833333), ("W0°7′30″", -0.125), ("-0°7′30″", -0.125),
    ("33°52′S", -33.8666667),
    ("南纬33°52′", -33.8666667), ("113 53.147 E", 113.8857833)
  ])
  func minutesMayHaveDecimalsAndWestAndSouthAreNegative(text: String, value: Double) {
    #expect(DegreeText(text)?.value == value && DegreeText(text)?.hasMinutes == true)
  }

  @Test(arguments: [("124.05°E", 124.05), ("124.05°", 124.05), ("124.05度", 124.05), ("87.6298W", -87.6298)])
  func degreesWithoutMinutesAreNotConverted(text: String, value: Double) {
    #expect(DegreeText(text)?.value == value && DegreeText(text)?.hasMinutes == false)
  }

  /// Minutes and seconds of 60, decimals before the last number, blanks without a direction, marks in disorder or missing, two
  /// directions or two signs, and plain numbers.
  @Test(arguments: [
    "113°60′8″", "113°53′60″", "113.5°53′", "113°5.5′8″", "113 53 8.8", "113 53", "53′113°", "113°8″",
    "113°53", "113 53′8″",
    "E113°53′W", "-113°53′W", "--113°53′", "181°0′E", "90°1′N", "E", "°", "113°53′8″9", "113°x′", "东门",
    "113.88", "", "1e2"
  ])
  func whatCanBeReadInTwoWaysIsNotRead(text: String) {
    #expect(DegreeText(text) == nil)
  }

  @Test(arguments: [
    "113°53′8.8″,30°24′49.5″", "113°53′8.8″，30°24′49.5″", "113°53′8.8″ 30°24′49.5″", "113°53′8.8″30°24′49.5″",
    "东经113°53′8.8″，北纬30°24′49.5″", "北纬30°24′49.5″东经113°53′8.8″", "30°24′49.5″N 113°53′8.8″E",
    "N30 24 49.5 E113 53 8.8",
    "30 24 49.5 N, 113 53 8.8 E", "(113度53分8.8秒；30度24分49.5秒)", "经度113°53′8.8″、纬度30°24′49.5″"
  ])
  func bothAreReadOutOfOneCell(text: String) throws {
    let found = try #require(CombinedPosition(text))
    #expect(found.hasMinutes)
    #expect(found.longitudeFirst(inColumnOfLatitudeFirst: false) == Position(x: 113.8857778, y: 30.41375))
    // A text with directions has its order whatever that of its column.
    let other = found.longitudeFirst(inColumnOfLatitudeFirst: true)
    #expect((other.x == 113.8857778) == (found.isLatitudeFirst != nil))
  }

  @Test(arguments: [
    "113°53′8.8″", "N30 24", "30 24N", "E113°53′ E30°24′", "E113°53′,30°24′", "113 53, 30 24",
    "113°53'8.830°24'49.5", "14",
    "113°60′,30°24′", "113°53′,30°24′,5"
  ])
  func oneDegreeOrThreeAreNoPosition(text: String) {
    #expect(CombinedPosition(text) == nil)
  }

  private func study(grids: String, _ facilities: String = "名称,类别,经度,纬度\n城关派出所,派出所,113.88,30.41\n") throws
    -> ImportedTables
  {
    try OfficeTables.study(["网格.csv": grids, "驻点.csv": facilities])
  }

  private func rows(_ study: ImportedTables) -> [[Substring]] {
    study.tables[.grids]?.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")[1...2].map { $0 }
    } ?? []
  }

  @Test func columnsMayMixBothFormsAndHowManyWereConvertedIsToldOnce() throws {
    let study = try study(
      grids: "编号,东经,北纬,人口\n1,113°53′8.8″,30°24′49.5″,5\n2,113.88306,30.42749,5\n3,113°53'8.8\",30.41,5\n",
      "名称,类别,经度,纬度\n城关派出所,派出所,113°53′8.8″,30°24′49.5″\n")
    #expect(rows(study) == [["113.8857778", "30.41375"], ["113.88306", "30.42749"], ["113.8857778", "30.41"]])
    #expect(study.tables[.facilities]?.contains(",station,113.8857778,30.41375,") == true)
    #expect(study.notes.filter { $0.zh.contains("度分秒") }.map(\.zh) == ["3 处位置按度分秒写，已换算成度"])
    #expect(
      study.notes.contains {
        $0.en == "3 positions in degrees, minutes and seconds converted to decimal degrees"
      })
  }

  @Test func oneColumnMayMixThemToo() throws {
    let study = try study(
      grids:
        "编号,坐标,人口\n1,113°53′8.8″ 30°24′49.5″,5\n2,\"30.42749,113.88306\",5\n3,N30°24′49.5″E113°53′8.8″,5\n")
    #expect(
      rows(study) == [["113.8857778", "30.41375"], ["113.88306", "30.42749"], ["113.8857778", "30.41375"]])
    #expect(study.notes.contains { $0.zh.hasPrefix("2 处位置按度分秒写") })
  }

  /// London, where neither the ranges nor the headings say that numbers are degrees, or which comes first.
  @Test func minutesAndDirectionsSayWhatNumbersDoNot() throws {
    let facilities = "name,kind,position\nCentral,station,51°30′N 0°7′30″W\n"
    let study = try study(
      grids: "id,position,population\n1,51°30′N 0°7′30″W,5\n2,51.6N 0.25W,5\n", facilities)
    #expect(rows(study) == [["-0.125", "51.5"], ["-0.25", "51.6"]] && study.isInDegrees)
  }

  @Test func slipsAreRefusedWithTheirPlace() {
    #expect {
      try study(
        grids:
          "编号,东经,北纬,人口\n1,113°75′8.8″,30°24′49.5″,5\n2,北纬30°24′,30°24′60″,5\n3,113 53 8.8,30.4,5\n4,113.8,30.4,5\n"
      )
    } throws: { error in
      let issues = (error as? InvalidScenario)?.issues ?? []
      return issues.map { [$0.line, $0.column] } == [[2, 3], [3, 3], [3, 12], [4, 3]]
        && issues[0].remedy.zh == "请写 -180 至 180 的度数，例如 113.8853 或 113°53′7″"
        && issues[0].remedy.en == "write degrees from -180 to 180, such as 113.8853 or 113°53′7″"
    }
  }

  @Test func theTwoColumnsMaySeemSwappedWithMinutesToo() {
    #expect {
      try study(grids: "编号,北纬,东经,人口\n1,113°53′8.8″,30°24′49.5″,5\n")
    } throws: { error in
      let issues = (error as? InvalidScenario)?.issues ?? []
      return issues.first?.problem.zh == "经度、纬度两列似乎对调"
    }
  }
}
