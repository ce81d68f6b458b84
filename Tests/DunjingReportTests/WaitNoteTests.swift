import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// Where callers wait, page one counts from the call, and says which units they wait for.
@Suite struct WaitNoteTests {
  /// The fixture with a share of incidents that queue, and units that are busy.
  private func findings(queued: Double, busy: [Double]) -> Findings {
    var result = Fixture.result()
    for index in result.treatments.indices {
      for place in result.treatments[index].estimates.indices
      where result.treatments[index].estimates[place].indicator == .queuedShare {
        result.treatments[index].estimates[place].mean = queued
      }
      result.treatments[index].workloads = [
        GroupWorkload(id: "car", name: LocalizedText(zh: "值班车", en: "Car"), utilization: [0.1, 0.2]),
        GroupWorkload(id: "street", name: LocalizedText(zh: "街面单元", en: "Street unit"), utilization: busy)
      ].compactMap { $0 }
    }
    return Findings(result: result, scenario: Fixture.scenario())
  }

  @Test func `the busiest units are named where they are busy most of the time`() {
    let busy = WaitNote.text(findings(queued: 0.4, busy: [0.7, 0.9])).plain
    #expect(busy.zh.contains("；最忙的是街面单元（2 个，80% 的在岗时间在处警）。"), "\(busy.zh)")
    #expect(busy.en.contains("; the busiest are “Street unit” (2, on incidents 80% of their time on duty)."))
    let calm = WaitNote.text(findings(queued: 0.4, busy: [0.3, 0.4])).plain
    #expect(!calm.zh.contains("最忙") && calm.zh.contains("能处该类警情又可到该处的单元都不空闲时就要等待"))
    #expect(WaitNote.text(findings(queued: 0.05, busy: [0.9])).isEmpty)
  }

  @Test func `units that a plan adds are told beside those of the baseline`() throws {
    var result = findings(queued: 0.4, busy: [0.7, 0.9]).result
    let base = try #require(result.treatments.firstIndex { $0.id == result.baseline })
    result.treatments[base].workloads[1].units = 1
    let more = Findings(result: result, scenario: Fixture.scenario())
    let text = WaitNote.text(more).plain
    #expect(text.zh.contains("街面单元（2 个，基线 1 个，80% 的在岗时间在处警）"), "\(text.zh)")
    #expect(text.en.contains("(2, 1 under the baseline, on incidents 80%"))
    let cells = WorkloadTable.blocks(more).flatMap { block -> [DataTable.Cell] in
      if case .table(let table) = block { table.rows.map { $0.cells[0] } } else { [] }
    }
    #expect(cells.map(\.value.zh) == ["2", "2"] && cells.map { $0.note?.zh } == [nil, "(1)"])
  }

  /// The note with other changes of the plan of page one: of waits, and of attainment.
  private func note(
    waits: Double, reached: Double, clock: ClockOrigin = .dispatch
  ) -> String {
    var result = findings(queued: 0.4, busy: [0.2]).result
    for index in result.treatments.indices {
      for place in result.treatments[index].comparisons.indices {
        switch result.treatments[index].comparisons[place].indicator {
        case .queuedShare: result.treatments[index].comparisons[place].difference = waits
        case .withinTarget: result.treatments[index].comparisons[place].difference = reached
        default: break
        }
      }
    }
    var scenario = Fixture.scenario()
    scenario.targets.clockOrigin = clock
    return WaitNote.text(Findings(result: result, scenario: scenario)).plain.zh
  }

  @Test func `attainment that moves against waits is explained by its clock`() {
    #expect(note(waits: -0.17, reached: -0.01).contains("等待减少不计入达标率，所以它下降与等待减少并不矛盾"))
    #expect(note(waits: 0.17, reached: 0.01).contains("等待增加不计入达标率，所以它上升"))
    #expect(!note(waits: -0.17, reached: 0.01).contains("不计入达标率"))
    #expect(!note(waits: -0.17, reached: 0).contains("不计入达标率"))
    #expect(!note(waits: -0.17, reached: -0.01, clock: .call).contains("不计入达标率"))
  }

  @Test func `the gain is counted from the call where callers wait`() {
    func answer(_ queued: Double) -> String {
      LocalizedText.sentences(AnswerSection.sentences(findings(queued: queued, busy: [0.2]))).plain.zh
    }
    #expect(answer(0.4).contains("与基线相比，平均到场时间（自报警起）"), "\(answer(0.4))")
    #expect(answer(0.05).contains("与基线相比，到场达标率"))
  }

  @Test func `what is said of waits stands in the table of gains and costs`() throws {
    func heads(_ queued: Double) -> [String] {
      BalanceTable.blocks(findings(queued: queued, busy: [0.2])).flatMap { block -> [String] in
        if case .table(let table) = block { table.rows.map(\.head.zh) } else { [] }
      }
    }
    #expect(heads(0.4).contains { $0.contains("自报警起") } && heads(0.4).contains { $0.contains("待派比例") })
    #expect(!heads(0.05).contains { $0.contains("自报警起") })
  }
}
