import Foundation
import Testing

/// `dunjing locate` on the smallest shipped study and on a graph.
@Suite struct LocateCommandTests {
  private struct Report: Decodable {
    let sites: [String]
    let objective: Double?
    let bound: Double?
    let status: String
    let seconds: Double
    let unreachable: [String]?
    let plans: [Plan]?

    struct Plan: Decodable {
      let sites: [String]
    }
  }

  private func report(_ program: Program, _ arguments: [String], status: Int32 = 0) throws -> Report {
    let outcome = try program.run(["locate"] + arguments + ["--json"])
    #expect(outcome.status == status && outcome.errors.isEmpty)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: ["mclp", "lscp", "p-median", "p-center", "mexclp", "malp", "dsm", "backup"])
  func everyModelAnswers(model: String) throws {
    let program = try Program()
    defer { program.remove() }
    let radius = model.hasPrefix("p-") ? [] : ["--radius-minutes", "3"]
    let found = try report(
      program, ["study", "--model", model, "--sites", "4", "--fixed", "kind:station"] + radius)
    #expect(found.status == "optimal" && found.bound == found.objective)
    #expect(found.sites.count <= 4 && Set(found.sites).isSuperset(of: ["s1", "s2"]))
  }

  @Test func aPlanIsDrawnOnAPage() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["locate", "study", "--model", "mclp", "--sites", "4", "--fixed", "kind:station"]
    #expect(try program.run(command + ["--report", "plan.html", "--language", "en"]).status == 0)
    let page = try String(contentsOf: program.url("plan.html"), encoding: .utf8)
    #expect(page.contains("where to stand") && page.contains("<svg") && page.contains("chosen site"))
    let graph = ["locate", "--or-library", "none.txt", "--model", "p-median", "--report", "plan.html"]
    #expect(try program.run(graph).status != 0)
  }

  @Test func aTreatmentOfThePlanHasTheSkillsOfTheStudyAndNothingOfNoPlan() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["locate", "study", "--model", "p-median", "--fixed", "kind:station", "--language", "en"]
    let written = try program.run(
      command + ["--sites", "4", "--write-treatment", "more", "--report", "more.html"])
    #expect(
      written.status == 0 && written.output.contains("skills: [") && written.output.contains("movingShare: 0")
    )
    #expect(program.exists("more.html"))
    let nothing = try program.run(command + ["--sites", "2", "--write-treatment", "more"])
    #expect(nothing.status != 0 && nothing.errors.contains("adds no site"))
    let beside = try program.run(
      command + ["--sites", "2", "--write-treatment", "more", "--report", "none.html"])
    #expect(beside.status == 64 && !program.exists("none.html"))
    let spaced = try program.run(
      command + ["--sites", "4", "--write-treatment", "more sites", "--report", "none.html"])
    #expect(spaced.status == 64 && spaced.errors.contains("'more sites'") && !program.exists("none.html"))
    let again = try program.run(command + ["--sites", "4", "--report", "more.html"])
    #expect(again.status == 64 && again.errors.contains("more.html already exists"))
    #expect(try program.run(command + ["--sites", "4", "--report", "more.html", "--overwrite"]).status == 0)
    let tooFew = try program.run(command + ["--sites", "1"])
    #expect(tooFew.status != 0 && tooFew.errors.contains("--fixed names 2 sites"))
  }

  @Test func theOrderOfStandbyIsFoundBySimulation() throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run([
      "locate", "standby", "study", "--budget", "3", "--replications", "2", "--objective",
      "responseMeanFromCall",
      "--json"
    ])
    #expect(outcome.status == 0 && outcome.output.contains("\"evaluations\" : 3"))
    let wrong = try program.run([
      "locate", "standby", "study", "--objective", "windowVisits", "--language", "en"
    ]
    )
    #expect(wrong.status != 0 && wrong.errors.contains("--objective"))
  }

  @Test func theBestPlansDiffer() throws {
    let program = try Program()
    defer { program.remove() }
    let found = try report(program, ["study", "--model", "p-median", "--sites", "3", "--top", "4"])
    #expect(Set(found.plans?.map(\.sites) ?? []).count == 4)
  }

  @Test func pointsThatNobodyReachesAreNamed() throws {
    let program = try Program()
    defer { program.remove() }
    let found = try report(
      program, ["study", "--model", "lscp", "--radius-minutes", "0.5", "--candidates", "facilities"],
      status: 67)
    #expect(found.status == "infeasible" && found.sites.isEmpty && found.unreachable?.isEmpty == false)
    let command = [
      "locate", "study", "--model", "lscp", "--radius-minutes", "0.5", "--candidates", "facilities"
    ]
    let text = try program.run(command + ["--json"]).output
    #expect(text.contains("\"objective\" : null") && text.contains("\"bound\" : null"))
    let words = try program.run(command + ["--language", "en"])
    #expect(words.status == 67 && words.output.contains("no plan satisfies the rules"))
    #expect(words.output.contains("No candidate reaches: ") && words.output.contains("Widen the radius"))
    for option in [["--write-treatment", "more"], ["--report", "none.html"]] {
      let refused = try program.run(command + option)
      #expect(
        refused.status == 67 && refused.output.isEmpty
          && refused.errors.hasPrefix("error: there is no plan to"))
    }
    #expect(!program.exists("none.html"))
  }

  @Test func anImpossibleNumberOfSitesIsAnsweredByTheLeastOne() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["locate", "study", "--model", "lscp", "--radius-minutes", "2", "--language", "en"]
    let few = try program.run(command + ["--sites", "1"]).output
    let start = try #require(few.range(of: "takes at least ")?.upperBound)
    let needed = String(few[start...].prefix { $0.isNumber })
    #expect(try program.run(command + ["--sites", needed]).output.contains("optimal (proven)"))
    #expect(few.contains("--sites is 1"))
  }

  @Test func anOptionThatTheModelHasNoUseForIsTold() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["locate", "study", "--sites", "3", "--language", "en"]
    let median = try program.run(command + ["--model", "p-median", "--radius-minutes", "3"])
    #expect(
      median.errors
        == "warning: the model p-median has no use for --radius-minutes; it changes nothing.\n")
    #expect(median.status == 0)
    let covering = try program.run(command + ["--model", "mclp", "--radius-minutes", "3"])
    #expect(covering.status == 0 && covering.errors.isEmpty)
  }

  @Test func aListOfTheBestPlansSaysWhereItEnds() throws {
    let program = try Program()
    defer { program.remove() }
    let command = [
      "locate", "study", "--model", "p-median", "--sites", "2", "--top", "3", "--candidates", "facilities",
      "--fixed", "s1", "--language", "en"
    ]
    let output = try program.run(command).output
    #expect(output.contains("Plan 1\nStatus: optimal (proven)"))
    let ends = output.contains("There are no more than")
    #expect(ends != output.contains("Plan 3\nStatus: the best of the others (proven)"))
  }

  @Test func aGraphOfTheORLibraryNeedsNoNumber() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("4 3 1\n1 2 2\n2 3 2\n2 4 5\n", to: "star.txt")
    let found = try report(program, ["--or-library", "star.txt", "--model", "p-median"])
    #expect(found.sites == ["2"] && found.objective == 9)
    try program.write("4 1 1\n1 9 2\n", to: "broken.txt")
    let broken = try program.run(["locate", "--or-library", "broken.txt", "--model", "p-median"])
    #expect(broken.status == 65)
    #expect(
      broken.errors.hasPrefix(
        "broken.txt:2:1: error: the edge names a node that there is not; write nodes from 1 to 4\n"))
    let chinese = try program.run(
      ["locate", "--or-library", "broken.txt", "--model", "p-median"], locale: "zh_CN.UTF-8")
    #expect(chinese.errors.hasPrefix("broken.txt:2:1: 错误：这条边的节点不存在；请写 1 到 4 的节点\n"))
    #expect(try program.run(["locate", "--or-library", "none.txt", "--model", "p-median"]).status == 74)
  }

  @Test func exitsAreSealed() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["interdict", "study", "--exits", "g00,g03", "--posts", "s1,s2"]
    let found = try report(program, command)
    #expect(found.status == "optimal" && Set(found.sites) == ["s1", "s2"])
    let few = try report(program, ["interdict", "study", "--exits", "g00,g03", "--posts", "s1"], status: 67)
    #expect(few.status == "infeasible")
  }

  @Test func aPlanBecomesATreatment() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["locate", "study", "--model", "p-median", "--sites", "4", "--fixed", "kind:station"]
    let lines = try program.run(command + ["--write-treatment", "located"]).output
      .split(separator: "\n").map(String.init)
    let file = program.url("study/scenario.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for key in ["facilities:", "units:", "treatments:"] {
      let start = try #require(lines.firstIndex(of: key))
      let records = lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
      text = text.replacing("\n\(key)\n", with: "\n\(key)\n\(records.joined(separator: "\n"))\n")
    }
    try Data(text.utf8).write(to: file)
    let outcome = try program.run(["validate", "study", "--json"])
    #expect(outcome.status == 0 && outcome.output.contains("\"located\""))
    let run = [
      "run", "study", "--out", "out", "--replications", "1", "--threads", "1", "--treatments",
      "sink00,located"
    ]
    #expect(try program.run(run).status == 0)
  }

  @Test(arguments: [
    (["--model", "p-median"], "the model p-median needs --sites."),
    (["--model", "mclp", "--sites", "0"], "--sites has to be a whole number between 1 and 1000000, not 0."),
    (
      ["--model", "mclp", "--sites", "2", "--fixed", "x,s1, y"],
      "--fixed: there is no candidate x, y; write ids of facilities or grids, or kind:station and the like."
    ),
    (
      ["--model", "dsm", "--sites", "2", "--radius-minutes", "5", "--long-radius-minutes", "3"],
      "--long-radius-minutes is 3; it has to be at least the short radius (5 minutes)."
    ),
    (
      ["--model", "mclp", "--sites", "2", "--fixed", "s1", "--forbidden", "s1"],
      "s1 cannot be both in --fixed and in --forbidden."
    ),
    (
      ["--model", "mclp", "--sites", "2", "--radius-minutes", ""],
      "what follows --radius-minutes is empty"
    ),
    (
      ["--model", "mclp", "--sites", "2", "--radius-minutes", "3", "--worths", "0.5,0.3"],
      "--worths are for several radii;"
    ),
    (["--model", "mclp", "--sites", "2", "--mode", "x"], "--mode: the study has no x; it has "),
    (
      ["--model", "lscp", "--radius-minutes", "1,2"], "only mclp takes more than one --radius-minutes."
    )
  ])
  func aFaultIsTold(options: [String], text: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["locate", "study"] + options)
    #expect(outcome.status == 64 && outcome.errors.hasPrefix("error: \(text)"))
  }
}
