import DunjingScenario
import DunjingWorld
import Foundation
import FoundationXML
import Testing

@testable import DunjingExperiment
@testable import DunjingReport

@Suite struct ReplayTests {
  private func experiment() throws -> Experiment {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    scenario.time.warmUpDays = 3
    scenario.time.horizonDays = 4
    return Experiment(World(compiling: try scenario.validated()))
  }

  private func page(_ language: Language, day: Int = 2) throws -> (replay: DayReplay, html: String) {
    let experiment = try experiment()
    let replay = experiment.replay(treatment: 1, replication: 3, day: day)
    return (replay, ReplayPage(replay, scenario: experiment.world.scenario).html(in: language))
  }

  private struct Data: Decodable {
    var size: [Int]
    var cells: [Int]
    var posts: [Int]
    var places: [Int]
    var units: [[Int]]
    var incidents: [[Int]]
    var words: [String: String]
  }

  private func data(in page: String) throws -> (data: Data, text: String) {
    let match = try #require(page.firstMatch(of: /id="replay-data">(.*?)<\/script>/))
    let text = String(match.output.1)
    return (try JSONDecoder().decode(Data.self, from: Foundation.Data(text.utf8)), text)
  }

  @Test func `the data of the page say what the day says`() throws {
    let (replay, html) = try page(.en)
    let (data, text) = try data(in: html)
    #expect(text.utf8.count < 20_000 && !text.contains(/[<>&]/))
    #expect(data.units.count == replay.units.count && data.incidents.count == replay.incidents.count)
    for (numbers, course) in zip(data.units, replay.units) {
      let durations = stride(from: 5, to: numbers.count, by: 4).map { numbers[$0] }
      #expect(numbers.count == 2 + 4 * course.stages.count && numbers[1] == course.stages.first?.start)
      #expect(numbers[1] + durations.reduce(0, +) == course.stages.last?.end)
      #expect(
        stride(from: 2, to: numbers.count, by: 4).map { numbers[$0] }
          == course.stages.map(\.activity.rawValue))
    }
    for (numbers, incident) in zip(data.incidents, replay.incidents) {
      #expect(numbers[1] == incident.priority && numbers[2] == incident.received)
      #expect(numbers[3] == incident.firstArrival.map { $0 - incident.received } ?? -1)
      #expect(numbers[4] == incident.closed.map { $0 - incident.received } ?? -1)
    }
  }

  @Test func `everything is on the map`() throws {
    let (data, _) = try data(in: try page(.zh).html)
    for list in [data.posts, data.places] {
      #expect(!list.isEmpty)
      for (number, value) in list.enumerated() { #expect(value >= 0 && value <= data.size[number % 2]) }
    }
    for cell in stride(from: 0, to: data.cells.count, by: 4) {
      #expect(data.cells[cell] >= 0 && data.cells[cell] + data.cells[cell + 2] <= data.size[0])
      #expect(data.cells[cell + 1] >= 0 && data.cells[cell + 1] + data.cells[cell + 3] <= data.size[1])
    }
    let known = data.places.count / 2
    for unit in data.units {
      for stage in stride(from: 2, to: unit.count, by: 4) {
        #expect(unit[stage + 1] < known && unit[stage + 2] < known)
      }
    }
    // Twelve grids side by side are three rows of ground.
    #expect(data.cells.count == 3 * 4)
  }

  @Test(arguments: Language.allCases)
  func `the page is well-formed and says what it shows`(language: Language) throws {
    let (replay, html) = try page(language)
    #expect(XMLParser(data: Foundation.Data(html.utf8)).parse())
    let caption = try #require(html.firstMatch(of: /<p class="caption">(.*?)<\/p>/)).output.1
    let words =
      language == .zh
      ? ["下沉20%", "2024-01-02，周二", "重复编号 3", "种子 \(replay.seed)", "按直线画"]
      : ["20 %", "Tuesday, 2024-01-02", "replication 3", "seed \(replay.seed)", "straight lines"]
    for word in words { #expect(caption.contains(word), "\(word)") }
    for word in ["eval(", "fetch(", "import(", "XMLHttpRequest", "http:", "src="] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `key frames are labeled with the counts of the day`() throws {
    let (replay, html) = try page(.en)
    let svg = try #require(html.firstMatch(of: /<figure[\s\S]*?<\/figure>/)).output
    let texts = svg.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.output.1) }
    var expected: [String] = []
    for time in ReplayFrame.times {
      let counts = replay.counts(at: time)
      expected.append(ReplayWords.clock(time))
      expected += ReplayMark.allCases.map { "\($0.count(in: counts))" }
    }
    #expect(Array(texts.prefix(expected.count)) == expected)
    #expect(texts.suffix(6).elementsEqual(ReplayMark.allCases.map(\.label.en)))
  }

  @Test func `a report replays the treatment of its maps on its first weekday`() throws {
    var experiment = try experiment()
    experiment.replications = 2
    let result = experiment.run(threads: 2)
    let replay = try #require(Report.replay(of: experiment, result))
    let shown = Findings(result: result, scenario: experiment.world.scenario).shown?.id
    #expect(experiment.world.scenario.treatments[replay.treatment].id == shown)
    #expect(replay.day == 1 && replay.replication == 0)
    #expect(replay == experiment.replay(treatment: replay.treatment, replication: 0, day: 1))
    func html(_ replay: DayReplay?) -> String {
      Report(
        result: result, scenario: experiment.world.scenario, provenance: Provenance(build: "a", version: "1"),
        replay: replay
      ).html(in: .en)
    }
    #expect(html(replay).contains("<section id=\"replay\"") && html(replay).contains("'replay-data'"))
    #expect(!html(nil).contains("replay-data") && html(nil).contains("aria-sort"))
  }

  @Test func `grids that are no cells stand on ground of squares`() throws {
    let positions = (0..<40).map { number in
      let (turn, radius) = (Double(number) * 2.4, Double(number + 1).squareRoot())
      return DayReplay.Position(x: radius * cos(turn), y: radius * sin(turn))
    }
    let replay = DayReplay(
      treatment: 0, replication: 0, seed: 1, day: 1, date: CalendarDay(year: 2024, month: 1, day: 1),
      county: nil,
      grids: Array(0..<40), gridPositions: positions, units: [], incidents: [])
    let map = try #require(ReplayMap(replay, scenario: Fixture.scenario()))
    #expect(map.cells.count > 2 && map.cells.count < 40)
    for spot in positions.map(map.spot) {
      let holding = map.cells.filter {
        (-1...$0.width + 1).contains(spot.x - $0.x) && (-1...$0.height + 1).contains(spot.y - $0.y)
      }
      #expect(!holding.isEmpty)
    }
    #expect(map.cells.allSatisfy { $0.x >= 0 && $0.x + $0.width <= map.width })
  }

  @Test func `symbols at the edge of the map are whole`() throws {
    let corners = [(0.0, 0.0), (400.0, 10.0)].map { DayReplay.Position(x: $0.0, y: $0.1) }
    func course(_ post: DayReplay.Position) -> DayReplay.Course {
      DayReplay.Course(
        unit: 0, post: post, stages: [.init(start: 0, end: 86_400, activity: .atPost, from: post, to: post)])
    }
    // Four at each post: the outer ones of the ring stand beside the map.
    let replay = DayReplay(
      treatment: 0, replication: 0, seed: 1, day: 1, date: CalendarDay(year: 2024, month: 1, day: 1),
      county: nil, grids: [0, 1], gridPositions: corners,
      units: corners.flatMap { Array(repeating: course($0), count: 4) }, incidents: [])
    let map = try #require(ReplayMap(replay, scenario: Fixture.scenario()))
    let frame = ReplayFrame(replay: replay, map: map, time: 0)
    var canvas = Canvas()
    frame.draw(on: &canvas, in: .en)
    let path = try #require(
      canvas.children.map(\.rendered).last { $0.contains("<path") && $0.contains(Palette.gray) })
    let places = path.matches(of: /M([\d.-]+) ([\d.-]+)m/).compactMap { match in
      Double(match.output.1).flatMap { x in Double(match.output.2).map { (x, $0) } }
    }
    let radius = ReplayMark.radius * ReplayMark.scale(units: 8)
    #expect(places.count == 8)
    for (x, y) in places {
      #expect(x >= radius && x <= frame.width - radius && y >= radius && y <= frame.height - radius)
    }
    // More than half of the width is left to the map.
    #expect(places.map(\.0).max().map { $0 > frame.width / 2 } == true)
  }

  private func course(
    _ post: DayReplay.Position, _ activities: [(start: Int, end: Int, activity: DayReplay.Activity)]
  ) -> DayReplay.Course {
    DayReplay.Course(
      unit: 0, post: post,
      stages: activities.map {
        .init(start: $0.start, end: $0.end, activity: $0.activity, from: post, to: post)
      })
  }

  @Test(arguments: [60, 200, 2_000])
  func `a crowd at one post leaves most of the frame to the map`(count: Int) throws {
    let corners = [(0.0, 0.0), (40.0, 10.0)].map { DayReplay.Position(x: $0.0, y: $0.1) }
    let replay = DayReplay(
      treatment: 0, replication: 0, seed: 1, day: 1, date: CalendarDay(year: 2024, month: 1, day: 1),
      county: nil, grids: [0, 1], gridPositions: corners,
      units: (0..<count).map { _ in course(corners[0], [(0, 86_400, .atPost)]) }, incidents: [])
    let map = try #require(ReplayMap(replay, scenario: Fixture.scenario()))
    let frame = ReplayFrame(replay: replay, map: map, time: 0)
    let layout = ReplayLayout(replay)
    #expect(layout.reach <= ReplayFrame.width / 5 + 1e-9 && frame.height > 2 * layout.reach)
    #expect(ReplayData(replay, on: map, in: .en).spacing == layout.spacing)
  }

  @Test func `units of shifts that do not meet share a place`() {
    let post = DayReplay.Position(x: 0, y: 0)
    let day = course(post, [(0, 40_000, .atPost), (40_000, 86_400, .offDuty)])
    let night = course(post, [(0, 40_000, .offDuty), (40_000, 86_400, .atPost)])
    let late = course(post, [(0, 30_000, .offDuty), (30_000, 50_000, .onScene), (50_000, 86_400, .offDuty)])
    #expect(ReplayMap.slots(of: [day, night, day, late, night]) == [0, 0, 1, 2, 1])
  }

  @Test func `units at one post stand apart`() {
    let places = (0..<19).map { ReplayFrame.moved(Point(x: 0, y: 0), to: $0) }
    for (number, place) in places.enumerated() {
      for other in places[..<number] {
        let (x, y) = (place.x - other.x, place.y - other.y)
        #expect(x * x + y * y > 4 * ReplayMark.radius * ReplayMark.radius * 0.9)
      }
    }
  }
}
