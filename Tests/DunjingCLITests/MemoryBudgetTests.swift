import Dunjing
import Foundation
import Testing

@testable import DunjingCLI

@Suite struct MemoryBudgetTests {
  private let program: Program

  init() throws { program = try Program() }

  private let need = MemoryNeed(
    process: 101_000_000, thread: 18_000_000, replication: 6_000_000, report: 190_000_000)

  @Test func `fewer threads are told in both languages`() {
    let text = MemoryText(need, limit: 330_000_000, for: .run).fewer(1, of: 2, replications: 2)
    #expect(
      text.en
        == "this uses 1 of 2 threads: all would need about 339 MB of memory, and 330 MB are available. The result does not "
        + "depend on it.")
    #expect(text.zh == "使用 1 个线程，而不是 2 个：2 个线程约需内存 339 MB，可用 330 MB。结果不变。")
  }

  @Test func `a refusal says what costs what and what to do`() {
    let text = MemoryText(need, limit: 200_000_000, for: .run).refusal(replications: 2).text
    #expect(
      text.en
        == """
        too little memory: this needs about 321 MB, and 200 MB are available. The program and the study take 101 MB, \
        the simulation on one thread 18 MB, the results of 2 replications 12 MB and tables and reports 190 MB. Play fewer replications \
        (--replications) or treatments (--treatments), or divide the run with dunjing plan and send it to more machines with \
        dunjing submit; if more is available than that, say so with --memory, in MB.
        """)
    #expect(
      text.zh
        == """
        内存不足：约需 321 MB，可用 200 MB。其中程序与研究 101 MB，一个线程的推演 18 MB，2 次重复的结果 12 MB，表格与报告 190 MB。\
        请减少重复次数（--replications）或方案（--treatments），或用 dunjing plan 划分、dunjing submit 分到多台机器；\
        若可用内存不对，用 --memory 指明（单位 MB）。
        """)
  }

  @Test func `a planned experiment has no results to keep`() {
    let work = MemoryNeed(process: 101_000_000, thread: 18_000_000, replication: 0, report: 0)
    let text = MemoryText(work, limit: 100_000_000, for: .units).refusal(replications: 0).text
    #expect(
      text.en.contains("take 101 MB and the simulation on one thread 18 MB. Use a machine with more memory"))
    #expect(text.zh.contains("程序与研究 101 MB，一个线程的推演 18 MB。请换一台内存更大的机器"))
  }

  @Test func `the most replications there may be are warned of`() {
    let text = MemoryText(need, limit: 400_000_000, for: .run).warning(threads: 1, replications: 100)
    #expect(
      text.en
        == """
        if this goes on to the maximum of 100 replications, it needs about 909 MB of memory, and 400 MB are available. What is \
        finished is kept; lower maximumReplications, or divide the run with dunjing plan.
        """)
    #expect(text.zh.hasPrefix("若重复次数增至上限 100 次，约需内存 909 MB，可用 400 MB。"))
  }

  /// What one thread needs, in MB, as a run says that is given too little.
  private func memoryOfOneThread(_ arguments: [String]) throws -> Int {
    let errors = try program.run(arguments + ["--out", "none", "--memory", "1"]).errors
    let match = try #require(errors.firstMatch(of: /needs about (\d+) MB/), "\(errors)")
    return try #require(Int(match.1))
  }

  @Test func `with memory for fewer threads the results are the same`() throws {
    defer { program.remove() }
    let arguments = ["run", "study", "--replications", "64", "--no-replay", "--threads"]
    let free = try program.run(arguments + ["2", "--out", "free"])
    try #require(free.status == 0, "\(free.errors)")
    #expect(!free.errors.contains("threads"))
    // Room for one thread, and a little for what differs from one process to the next.
    let memory = try memoryOfOneThread(arguments + ["64"]) + 4
    let tight = try program.run(arguments + ["64", "--out", "tight", "--memory", "\(memory)"])
    try #require(tight.status == 0, "\(tight.errors)")
    let threads = try #require(tight.errors.firstMatch(of: /uses (\d+) of 64 threads/), "\(tight.errors)")
    #expect(try #require(Int(threads.1)) < 16)
    for name in ["results.json", "replications/00063.json", "tables/indicators.csv"] {
      let files = try ["free", "tight"].map { try Data(contentsOf: program.url("\($0)/\(name)")) }
      #expect(files[0] == files[1], "\(name)")
    }
  }

  @Test func `a run that does not fit writes nothing`() throws {
    defer { program.remove() }
    let arguments = ["run", "study", "--out", "out", "--memory", "2"]
    let english = try program.run(arguments)
    #expect(english.status == 64)
    #expect(english.errors.hasPrefix("error: too little memory: this needs about "))
    #expect(english.errors.contains("the results of 10 replications"))
    #expect(try program.run(arguments, locale: "zh_CN.UTF-8").errors.hasPrefix("错误：内存不足：约需 "))
    #expect(!program.exists("out"))
  }

  @Test func `with memory for fewer states a sweep has the same results`() throws {
    defer { program.remove() }
    let command = ["sweep", "study", "--set", "community.visitHours=1,2", "--replications", "6", "--threads"]
    let errors = try program.run(command + ["64", "--out", "none", "--memory", "1"]).errors
    let needed = try #require(errors.firstMatch(of: /needs about (\d+) MB/), "\(errors)")
    let memory = try #require(Int(needed.1)) + 4
    #expect(try program.run(command + ["2", "--out", "free"]).status == 0)
    let tight = try program.run(command + ["64", "--out", "tight", "--memory", "\(memory)"])
    #expect(tight.status == 0 && tight.errors.contains(/uses \d+ of 64 threads/), "\(tight.errors)")
    let files = try ["free", "tight"].map { try Data(contentsOf: program.url("\($0)/sweep.csv")) }
    #expect(files[0] == files[1])
  }

  @Test(arguments: [
    ["optimize", "study"], ["sweep", "study", "--set", "community.visitHours=1,2"]
  ])
  func `a comparison of plans that does not fit writes nothing`(arguments: [String]) throws {
    defer { program.remove() }
    let tight = arguments + ["--out", "out", "--memory", "2"]
    let english = try program.run(tight)
    #expect(english.status == 64)
    let parts =
      /error: too little memory: .* the simulation on one thread [0-9.]+ [kMG]B\. Use a machine with more memory, or fewer/
    #expect(english.errors.contains(parts), "\(english.errors)")
    #expect(try program.run(tight, locale: "zh_CN.UTF-8").errors.hasPrefix("错误：内存不足：约需 "))
    #expect(!program.exists("out"))
    // Who only prepares a folder plays nothing.
    #expect(try program.run(tight + ["--prepare"]).status == 0)
  }

  /// The pilot is precise enough at once here, so that no more is played.
  @Test func `a pilot that fits is played, with a warning of what may follow`() throws {
    defer { program.remove() }
    let arguments = ["run", "study", "--precision", "1", "--no-replay", "--threads", "1"]
    let memory = try memoryOfOneThread(arguments) + 4
    let outcome = try program.run(
      arguments + [
        "--out", "out", "--memory", "\(memory)", "--set", "experiment.precision.maximumReplications=10000"
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Warning: if this goes on to the maximum of 10000 replications"))
    let ample = try program.run(arguments + ["--out", "ample", "--memory", "100000"])
    #expect(ample.status == 0 && !ample.errors.contains("Warning: if this goes on"), "\(ample.errors)")
  }

  @Test func `a shard that does not fit plays nothing`() throws {
    defer { program.remove() }
    try #require(try program.run(["plan", "study", "--out", "work", "--replications", "3"]).status == 0)
    let refused = try program.run(["run", "work", "--shard", "1/1", "--memory", "2"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("Use a machine with more memory"))
    #expect(try program.run(["status", "work"]).output.contains("0 of 1 units are done"))
    #expect(try program.run(["run", "work", "--shard", "1/1", "--memory", "100000"]).status == 0)
  }

  @Test(arguments: [["--memory", "0"], ["--memory", "-5"], ["--memory", "1GB"], ["--threads", "4097"]])
  func `what is typed wrongly is said`(option: [String]) throws {
    defer { program.remove() }
    let outcome = try program.run(["run", "study", "--out", "out"] + option)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("error: \(option[0]) has to be a whole number between 1 and "))
  }
}
