import Foundation
import Testing

/// `dunjing optimize` on the smallest shipped study.
@Suite struct OptimizeCommandTests {
  private let brief = [
    "--evaluations", "2", "--replications", "2", "--fresh-replications", "3", "--most-replications", "3",
    "--vary", "sinkRatio=0:0.4", "--treatment", "sink20"
  ]

  private struct Record: Decodable {
    struct Plan: Decodable {
      let officersSunk: Int
      let treatment: String?
    }

    let best: Plan?
    let plans: [Plan]
    let replicationsPlayed: Int
  }

  private func record(_ program: Program, _ folder: String) throws -> Record {
    try JSONDecoder().decode(Record.self, from: Data(contentsOf: program.url("\(folder)/optimize.json")))
  }

  @Test func aSearchEndsWithItsFilesAndGoesOnFromThem() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["optimize", "study", "--out", "out", "--language", "en"] + brief
    let first = try program.run(command)
    #expect(first.status == 0 && first.output.contains("Reports:\n"))
    #expect(first.errors.contains("plans simulated") && program.exists("out/optimize.en.html"))
    let found = try record(program, "out")
    #expect(found.best != nil && found.plans.contains { $0.treatment == "sink40" })
    // A damaged line and a cut one are played again, and nothing else changes.
    let file = program.url("out/history.jsonl")
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.count == found.replicationsPlayed)
    lines[1] = lines[1].replacing("1", with: "2")
    let text = lines.dropLast(2).joined(separator: "\n") + "\n" + lines[lines.count - 2].prefix(40)
    try Data(text.utf8).write(to: file)
    let json = try Data(contentsOf: program.url("out/optimize.json"))
    let again = try program.run(command)
    #expect(again.status == 0 && again.output == first.output)
    let drop = { (data: Data) in
      String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.contains("\"seconds\"") }
    }
    #expect(drop(try Data(contentsOf: program.url("out/optimize.json"))) == drop(json))
    let other = try program.run(
      ["optimize", "study", "--out", "out", "--language", "en", "--treatment", "sink40"] + brief.dropLast(2))
    #expect(other.status == 64 && other.errors.contains("holds another search"))
    let inside = try program.run(["optimize", "study", "--out", "study", "--language", "en"] + brief)
    #expect(inside.status == 64 && inside.errors.contains("holds a study; a search cannot be written"))
  }

  /// A county has no agencies of province or prefecture, so that the officers of its own are those to be found.
  @Test func withoutAgenciesTheRatioOfTheCountyVaries() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["init", "county", "--template", "county"]).status == 0)
    let found = try program.run(["optimize", "county", "--forecast-only", "--language", "en"])
    #expect(found.status == 0 && found.output.contains("sinkRatio.county"), "\(found.errors)\(found.output)")
  }

  @Test func countiesVaryOneByOne() throws {
    let program = try Program()
    defer { program.remove() }
    let unknown = try program.run(
      ["optimize", "study", "--out", "out", "--language", "en"] + brief.dropLast(4)
        + ["--vary", "sinkRatio.agencyByCounty.zz=0:0.4"])
    #expect(unknown.status == 64 && unknown.errors.contains("sinkRatio.agencyByCounty.zz cannot vary"))
  }

  @Test func theAnswerSaysOnWhichAssumptionsItRests() throws {
    let program = try Program()
    defer { program.remove() }
    let file = program.url("study/scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data((text + "\nsources: sources.csv\n").utf8).write(to: file)
    let rows = "key,mark,low,high,name_zh,name_en\nharm.delayDayPerYear,H,1,400,延误权重,weight of delay\n"
    try Data(rows.utf8).write(to: program.url("study/sources.csv"))
    let command = ["optimize", "study", "--out", "out", "--language", "en", "--threads", "2"] + brief
    let first = try program.run(command)
    #expect(first.status == 0 && first.output.contains("weight of delay"), "\(first.errors)")
    let json = try String(contentsOf: program.url("out/optimize.json"), encoding: .utf8)
    #expect(json.contains("\"sensitivity\"") && json.contains("harm.delayDayPerYear"))
    // Played replications are in the history, those of the sensitivity are played again: nothing changes.
    let lines = try String(contentsOf: program.url("out/history.jsonl"), encoding: .utf8)
    #expect(try program.run(command).output == first.output)
    #expect(try String(contentsOf: program.url("out/history.jsonl"), encoding: .utf8) == lines)
    let without = try program.run(command + ["--no-sensitivity"])
    #expect(without.status == 0 && !without.output.contains("weight of delay"))
    #expect(
      !(try String(contentsOf: program.url("out/optimize.json"), encoding: .utf8)).contains("\"assumptions\"")
    )
  }

  @Test func limitsThatClashAreAnsweredByTheLeastRelaxation() throws {
    let program = try Program()
    defer { program.remove() }
    let command =
      ["optimize", "study", "--out", "out", "--language", "en", "--minimize", "officersSunk"] + brief
    let outcome = try program.run(command + ["--limit", "officersSunk <= 1", "--limit", "officersSunk>=2"])
    #expect(outcome.status == 67 && outcome.output.contains("No plan keeps all limits."))
    let forecast = try program.run(
      ["optimize", "study", "--forecast-only", "--language", "en", "--limit", "weightedDelay <= -99%"])
    #expect(forecast.status == 67 && forecast.output.contains("By formulas no plan keeps all limits"))
    #expect(outcome.output.contains("The least relaxation found: "))
    #expect(program.exists("out/optimize.json") && program.exists("out/optimize.en.html"))
    let options = outcome.output.matches(of: /--limit "(officersSunk [<>]= [0-9]+)"/).map { String($0.1) }
    let json = try String(contentsOf: program.url("out/optimize.json"), encoding: .utf8)
    #expect(!options.isEmpty && json.contains("\"relaxedLimits\""))
    // With these in place of the ones that were broken, a plan keeps all limits.
    let kept = ["officersSunk <= 1", "officersSunk >= 2"].map { limit in
      options.first { $0.hasPrefix(limit.prefix(15)) } ?? limit
    }
    let relaxed = try program.run(command + kept.flatMap { ["--limit", $0] })
    #expect(relaxed.status == 0 && !relaxed.output.contains("No plan keeps"), "\(relaxed.output)")
    let chinese = try program.run(
      [
        "optimize", "study", "--out", "out", "--language", "zh", "--minimize", "officersSunk"
      ] + brief)
    #expect(chinese.status == 0 && chinese.output.contains("**不下沉**") == false)
    #expect(chinese.output.contains("不下沉最好"))
  }

  @Test func aSumToBeGreatIsToldAsItWasAskedFor() throws {
    let program = try Program()
    defer { program.remove() }
    let command =
      [
        "optimize", "study", "--out", "out", "--language", "en", "--maximize", "officersSunk",
        "--no-sensitivity"
      ] + brief
    let outcome = try program.run(command)
    #expect(outcome.status == 0 && outcome.errors.contains("best objective against the baseline"))
    #expect(outcome.output.contains("officers sunk rise by") && !outcome.output.contains("fall by"))
    let found = try JSONDecoder().decode(
      Written.self, from: Data(contentsOf: program.url("out/optimize.json")))
    #expect(found.isMaximized && found.objective.map(\.weight) == [1])
    #expect(found.best.difference.mean == Double(found.best.officersSunk) && found.best.officersSunk > 0)
    let page = try String(contentsOf: program.url("out/optimize.en.html"), encoding: .utf8)
    #expect(page.contains("higher is better") && !page.contains("−officersSunk"))
  }

  private struct Written: Decodable {
    struct Term: Decodable { let weight: Double }
    struct Interval: Decodable { let mean: Double }
    struct Plan: Decodable {
      let officersSunk: Int
      let difference: Interval
    }

    let isMaximized: Bool
    let objective: [Term]
    let best: Plan
  }

  @Test(arguments: [
    (["--vary", "sinkRatio=0.4:0"], "--vary: sinkRatio=0.4:0 cannot be read; write sinkRatio=0:0.4"),
    (["--vary", "sinkRatio"], "--vary: sinkRatio cannot be read; write sinkRatio=0:0.4"),
    (["--vary", "switches=0:1"], "--vary: switches is a choice and no share; write --vary switches alone"),
    (["--vary", "switches.mutualAid"], "--vary: switches.mutualAid has nothing to act on in this study"),
    (
      ["--vary", "switches.targetedPatrol"],
      "--vary: this study has nothing prepared for switches.targetedPatrol"
    ),
    (["--vary", "x=0:1"], "--vary: x cannot vary; write some of sinkRatio, "),
    (["--vary", "streetShare=0:1", "--vary", "streetShare=0:0.5"], "--vary: streetShare is given twice."),
    (["--minimize", "harm"], "--minimize: there is no indicator harm; see dunjing indicators."),
    (["--minimize", "3*4*harmIndex"], "--minimize: 3*4*harmIndex cannot be read; "),
    (["--minimize", "harmIndex", "--maximize", "withinTarget"], "give either --minimize or --maximize;"),
    (["--limit", "responseP90 = 5"], "--limit: responseP90 = 5 cannot be read; "),
    (["--limit", "responseP90 <= +5"], "--limit: responseP90 <= +5 cannot be read; "),
    (
      ["--limit", "withinTarget >= 80"],
      "--limit: withinTarget is a share; write its bound in per cent, such as 80%, not 80."
    ),
    (["--limit", "responseP90 <= 10%"], "--limit: responseP90 is no share, so that its bound cannot be 10%;"),
    (["--minimize", "incidentsDispute + nothing"], "--minimize: there is no indicator nothing;"),
    (["--front", "harmIndex"], "--front: harmIndex cannot be read; write two or three indicators"),
    (
      ["--vary", "sinkRatio.station=0:0.4"],
      "--vary: from one end to the other sinkRatio.station moves nobody"
    ),
    (
      ["--vary", "streetShare=0:1"],
      "--vary: streetShare is a share of the officers sent down, and the base treatment sink00 sends nobody; write --vary "
        + "sinkRatio=0:0.4 with it, or take --treatment sink20."
    ),
    (["--replications", "1"], "--replications has to be a whole number between 2 and 10000, not 1."),
    (["--treatment", "none"], "--treatment: ")
  ])
  func aFaultIsTold(options: [String], text: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["optimize", "study", "--out", "out", "--language", "en"] + options)
    #expect(outcome.status == 64 && outcome.errors.hasPrefix("error: \(text)"), "\(outcome.errors)")
    #expect(!program.exists("out"))
  }
}
