import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// A present that cannot last as the study describes it is told before anything else, and nothing is then advised for sure.
@Suite struct PresentNoteTests {
  /// The fixture with departments under the baseline that have some loads, and headquarters as a whole with another.
  private func result(_ loads: [Double], whole: Double = 0.8) throws
    -> ExperimentResult
  {
    var result = Fixture.result()
    let base = try #require(result.treatments.firstIndex { $0.id == result.baseline })
    for (place, load) in loads.enumerated() {
      // Whoever has too much work before has no less with fewer officers.
      for index in result.treatments.indices {
        result.treatments[index].departments[place].utilization = load
      }
    }
    let estimate = try #require(
      result.treatments[base].estimates.firstIndex { $0.indicator == .departmentUtilization })
    result.treatments[base].estimates[estimate].mean = whole
    return result
  }

  private func answer(_ result: ExperimentResult) -> LocalizedText {
    .sentences(AnswerSection.sentences(Findings(result: result, scenario: Fixture.scenario()))).plain
  }

  @Test func `a present that can last is not told of`() throws {
    #expect(try PresentNote.text(Findings(result: result([0.99]), scenario: Fixture.scenario())).isEmpty)
    #expect(try answer(result([0.99])).zh.hasPrefix("建议下沉 **20%**"))
  }

  @Test func `headquarters with more work than hours come first, with their numbers`() throws {
    let text = try answer(result([2.25, 3.13], whole: 1.269))
    #expect(
      text.zh.hasPrefix(
        "**所填的现状不能成立**：基线下机关总的工作量为能力的 126.9%，反诈经侦（313%）、刑侦（225%）的工作办不完，积压只增不减。"
          + "各方案的得失都由此算起，**以下比较不能作为依据**。请先核对每起警情给部门带来的工时、部门的固定工作量和人数（dunjing validate 逐个部门列出）。"
          + "仅按所填数字，宜下沉 **20%**"), "\(text.zh)")
    #expect(
      text.en.hasPrefix(
        "**The present state as described cannot be real**: under the baseline headquarters as a whole has 126.9% of the work "
          + "that it can do, Anti-fraud, economic (313%) and Criminal investigation (225%) cannot get their work done, and the "
          + "backlog only grows."), "\(text.en)")
    #expect(
      text.en.contains("so that **the comparison below is no ground to decide**. First check the hours"))
    #expect(text.en.contains("By these numbers alone best is to send down **20%**"))
  }

  @Test func `some departments with more work than hours are told too, with less weight`() throws {
    let text = try answer(result([1.03]))
    #expect(
      text.zh.hasPrefix(
        "**所填的现状不能长久**：基线下刑侦（103%）的工作办不完，积压只增不减。各方案的代价由此算起，只能作参考。请先核对"))
    #expect(text.en.contains("cannot get its work done") && text.en.contains("is a hint at most."))
  }

  @Test func `a small department that falls behind does not make the present one that cannot last`() throws {
    // Eight officers of 341, then 75 of them.
    let few = try result(Array(repeating: 0.8, count: 8) + [1.2])
    #expect(PresentNote.text(Findings(result: few, scenario: Fixture.scenario())).isEmpty)
    let more = try result(Array(repeating: 0.8, count: 7) + [1.2, 1.2])
    #expect(!PresentNote.text(Findings(result: more, scenario: Fixture.scenario())).isEmpty)
  }

  @Test func `a backlog that grows without bound is enough`() throws {
    var some = try result([0.98])
    for index in some.treatments.indices { some.treatments[index].departments[0].growingReplications = 30 }
    #expect(answer(some).zh.hasPrefix("**所填的现状不能长久**：基线下刑侦（98%，积压仍在增长）的工作办不完"))
  }

  @Test func `nothing is called certain where the present cannot last`() throws {
    let (sound, unsound) = (try answer(result([0.9])), try answer(result([1.2])))
    #expect(sound.zh.contains("把握较大") && sound.en.contains("fairly certain"))
    #expect(!unsound.zh.contains("把握") && !unsound.en.contains("certain") && !unsound.zh.contains("建议"))
    #expect(unsound.zh.contains("以上只在本模型及其假设之内成立。"))
  }

  @Test func `a study of mechanisms advises no plan for sure either`() throws {
    var some = try result([1.2], whole: 1.1)
    some.treatments.removeAll { !["s0", "s20-package"].contains($0.id) }
    for index in some.treatments.indices {
      let mean = some.treatments[index].id == "s0" ? 9000.0 : 8000
      some.treatments[index].harmByReplication = (0..<30).map { mean + Double($0 * (index + 2) % 5) }
      for place in some.treatments[index].estimates.indices
      where some.treatments[index].estimates[place].indicator == .harmIndex {
        some.treatments[index].estimates[place].mean = mean
      }
    }
    let text = answer(some)
    #expect(text.zh.hasPrefix("**所填的现状不能成立**") && !text.zh.contains("建议"))
    #expect(text.zh.contains("仅按所填数字，宜采用方案“**20% 加配套机制**”"))
    #expect(text.en.contains("By these numbers alone best is to adopt"))
  }

  @Test func `where only the baseline was played it is told all the same`() throws {
    var alone = try result([1.2])
    alone.treatments.removeAll { $0.id != alone.baseline }
    #expect(answer(alone).zh.hasPrefix("**所填的现状不能长久**") && answer(alone).zh.contains("只有基线一个方案"))
  }

  @Test func `incidents that nobody may go to ask for other numbers to be checked`() throws {
    var some = Fixture.result()
    for index in some.treatments.indices {
      (some.treatments[index].unstableReplications, some.treatments[index].unservedShare) = (30, 0.2)
    }
    let text = PresentNote.text(Findings(result: some, scenario: Fixture.scenario()))
    #expect(text.zh.contains("（20.0% 的警情任何单元都不能去，一直等待）") && text.zh.hasSuffix("请先核对处警单元的驻点、辖区和技能。"))
    #expect(text.en.hasSuffix("First check the posts, areas and skills of units."))
  }
}
