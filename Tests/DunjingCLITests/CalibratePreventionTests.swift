import Foundation
import Testing

/// `dunjing calibrate prevention`.
@Suite struct CalibratePreventionTests {
  private let command = ["calibrate", "prevention", "study", "--quick", "--samples", "32", "--threads", "1"]

  @Test func `it prints sentences and writes numbers and pages`() throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(command + ["--out", "out", "--language", "en"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("The hours of the officers sent down"))
    #expect(program.exists("out/prevention.json") && program.exists("out/prevention.en.html"))
    #expect(!program.exists("out/prevention.zh.html"))
    let again = try program.run(command + ["--out", "out", "--language", "en"])
    #expect(again.status != 0 && again.errors.contains("--overwrite"))
    #expect(try program.run(command + ["--out", "out", "--language", "zh", "--overwrite"]).status == 0)
    #expect(program.exists("out/prevention.zh.html") && !program.exists("out/prevention.en.html"))
  }

  @Test func `threads do not change what it writes`() throws {
    let program = try Program()
    defer { program.remove() }
    let one = try program.run(command + ["--json"])
    let two = try program.run(command.dropLast() + ["2", "--json"])
    #expect(one.status == 0 && !one.output.isEmpty && one.output == two.output)
    #expect(one.output.contains("\"schema\" : \"dunjing-prevention/1\""))
  }

  @Test func `half of the falls is asked for unless told otherwise`() throws {
    let program = try Program()
    defer { program.remove() }
    let cases: [(arguments: [String], text: String)] = [
      ([], "give 50% of every fall"), (["--attribution", "100"], "give 100% of every fall"),
      (["--attribution", "25:75"], "give 25%–75% of every fall")
    ]
    for (arguments, text) in cases {
      let outcome = try program.run(command + ["--tolerance", "50", "--language", "en"] + arguments)
      #expect(outcome.output.contains(text), "\(outcome.output)")
    }
  }

  @Test func `with mediation that is always short no largest fall with time to mediate is claimed`() throws {
    let program = try Program()
    defer { program.remove() }
    let short = command + ["--set", "community.mediationHoursPerYear=300"]
    let english = try program.run(short + ["--language", "en"]).output
    let headline = String(english.prefix { $0 != "\n" })
    #expect(headline.contains("mediation is short of hours before the plan"), "\(english)")
    #expect(headline.contains("no largest fall with time to mediate exists"))
    #expect(headline.contains("simulate before quoting, with the keys in prevention.json"))
    #expect(!headline.contains("as long as") && !english.contains("at most –"))
    let chinese = try program.run(short + ["--language", "zh"]).output
    #expect(chinese.prefix { $0 != "\n" }.contains("化解都缺工时"), "\(chinese)")
    #expect(chinese.prefix { $0 != "\n" }.contains("引用前须仿真"))
  }

  @Test(arguments: [
    (["--target", "order"], "write it as in order=27.4"),
    (["--target", "theft=3"], "no incident kind theft"),
    (["--target", "order=3", "--target", "order=4"], "given twice"),
    (["--target", "order=0"], "--target has to be a number between"),
    (["--attribution", "75:25"], "write it as in 50 or 25:75"),
    (["--attribution", "120"], "--attribution has to be a number between"),
    (["--treatment", "sink00"], "is the baseline"),
    (["--treatment", "sink99"], "the study has no sink99"),
    (["--tolerance", "x"], "--tolerance has to be a number"),
    (["--out", "study"], "is the folder of a study"),
    (["--set", "hazardKinds=[]"], "no hazards of the study")
  ])
  func `what cannot be done is told, and what to type instead`(arguments: [String], text: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(command + arguments)
    #expect(outcome.status != 0 && outcome.errors.contains(text), "\(outcome.errors)")
    let chinese = try program.run(command + arguments, locale: "zh_CN.UTF-8")
    #expect(chinese.errors.contains("错误："), "\(chinese.errors)")
  }

  @Test func `its help names the options`() throws {
    let program = try Program()
    defer { program.remove() }
    let help = try program.run(["calibrate", "prevention", "--help"]).output
    for option in ["--target", "--treatment", "--attribution", "--tolerance", "--samples", "--seed", "--out"]
    {
      #expect(help.contains(option))
    }
  }
}
