import Foundation
import Testing

@Suite struct SubmitCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    let outcome = try program.run(
      ["plan", "study", "--out", "work", "--replications", "7", "--unit-seconds", "1e-9"])
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// A folder with programs that stand for those of Slurm: an array may have indices up to 4, and jobs have the number 17.
  private func fakeSlurm(sbatch: String = "cp \"$2\" submitted.sh; echo 17") throws -> [String: String] {
    let folder = program.url("bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("scontrol", "echo 'MaxArraySize            = 5'"), ("sbatch", sbatch)] {
      try program.write("#!/bin/sh\n\(text)\n", to: "bin/\(name)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.url("bin/\(name)").path)
    }
    return ["PATH": "\(folder.path):/usr/bin:/bin"]
  }

  @Test func `an array has no more tasks than Slurm allows, and none without work`() throws {
    defer { program.remove() }
    let environment = try fakeSlurm()
    // Of four shards the second has units 2 and 6.
    #expect(try program.run(["run", "work", "--shard", "2/4"]).status == 0)
    let outcome = try program.run(
      ["submit", "work", "--partition", "long", "--memory", "900", "--minutes", "8"], environment: environment
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "Slurm job 17 is submitted; how far it is: dunjing status work\n")
    let script = try String(contentsOf: program.url("submitted.sh"), encoding: .utf8)
    for line in ["--array=1,3-4", "--partition=long", "--mem=900M", "--time=8", "--requeue", "--ntasks=1"] {
      #expect(script.contains("#SBATCH \(line)\n"), "\(line)")
    }
    #expect(script.contains("--shard \"$SLURM_ARRAY_TASK_ID/4\""))
    #expect(try String(contentsOf: program.url("work/submit.slurm"), encoding: .utf8) == script)
  }

  @Test func `who submits what was submitted is told so`() throws {
    defer { program.remove() }
    let environment = try fakeSlurm()
    #expect(try program.run(["submit", "work"], environment: environment).status == 0)
    let second = try program.run(["submit", "work"], environment: environment)
    #expect(second.status == 64)
    #expect(second.errors.contains("work was sent to slurm 17 from "))
    #expect(try program.run(["submit", "work", "--again"], environment: environment).status == 0)
  }

  @Test func `what Slurm refuses can be submitted again`() throws {
    defer { program.remove() }
    let environment = try fakeSlurm(sbatch: "echo 'invalid partition specified' >&2; exit 1")
    let outcome = try program.run(["submit", "work"], environment: environment)
    #expect(outcome.status == 64)
    #expect(outcome.errors == "error: sbatch failed (exit code 1): invalid partition specified\n")
    #expect(try program.run(["submit", "work"], environment: fakeSlurm()).status == 0)
  }

  @Test func `without Slurm or GNU parallel it says what to do`() throws {
    defer { program.remove() }
    for (engine, name) in [("slurm", "scontrol"), ("parallel", "parallel")] {
      let outcome = try program.run(
        ["submit", "work", "--engine", engine], environment: ["PATH": program.url("none").path])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("there is no program \(name), which the engine \(engine) needs"))
      #expect(try program.run(["submit", "work", "--engine", engine, "--print"]).status == 0)
    }
    #expect(!program.exists("work/submitted.json"))
    #expect(!program.exists("work/logs") && !program.exists("work/submit.parallel"))
    let hosts = try program.run(["submit", "work", "--engine", "parallel", "--print", "--hosts", "none"])
    #expect(hosts.status == 64 && hosts.errors.hasPrefix("error: --hosts: there is no file none; "))
  }

  @Test func `a script for GNU parallel retries, and goes to the machines of a file`() throws {
    defer { program.remove() }
    try program.write("8/node1\n", to: "my hosts")
    let script = try program.run(
      [
        "submit", "work", "--engine", "parallel", "--print", "--hosts", "my hosts", "--jobs", "3", "--shards",
        "2"
      ]
    ).output
    let lines = script.split(separator: "\n").suffix(3)
    #expect(zip(lines, ["--shard 1/2", "--shard 2/2", "END"]).allSatisfy { $0.hasSuffix($1) })
    #expect(script.contains("--jobs 3"))
    #expect(script.contains("--sshloginfile '\(program.url("my hosts").path)'"))
    #expect(script.contains("--retries 3"))
  }

  @Test func `an engine that complains at length is heard to its end`() throws {
    defer { program.remove() }
    let much = "head -c 200000 /dev/zero | tr '\\0' x >&2; echo 17"
    let outcome = try program.run(["submit", "work"], environment: fakeSlurm(sbatch: much))
    #expect(outcome.status == 0 && outcome.output.hasPrefix("Slurm job 17 is submitted"))
  }

  @Test func `paths with braces are what they are`() throws {
    defer { program.remove() }
    try FileManager.default.moveItem(at: program.url("work"), to: program.url("a{}b {1}"))
    let script = try program.run(["submit", "a{}b {1}", "--engine", "parallel", "--print", "--shards", "2"])
      .output
    let command = script.split(separator: "\n").dropLast().last.map(String.init) ?? ""
    #expect(command.contains("a{}b {1}'") && command.hasSuffix("--shard 2/2"))
    try FileManager.default.moveItem(at: program.url("a{}b {1}"), to: program.url("a\"b"))
    let slurm = try program.run(["submit", "a\"b", "--print"])
    #expect(slurm.status == 64 && slurm.errors.contains("Slurm cannot write logs to a folder with a quote"))
  }

  @Test func `the local engine plays here, and what is complete is not sent out`() throws {
    defer { program.remove() }
    #expect(
      try program.run(["submit", "work", "--engine", "local"]).output == "7 units played, 0 there before.\n")
    let outcome = try program.run(["submit", "work"], locale: "zh_CN.UTF-8")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("完成 7/7 个工作单元"))
  }
}
