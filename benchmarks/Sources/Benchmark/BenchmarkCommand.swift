import ArgumentParser
import Dispatch

/// Runs one benchmark in this process and prints its work, its seconds and what theory knows, as JSON.
@main
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Runs one benchmark and prints work, seconds and the value that theory knows, as JSON.",
    discussion: "Example: benchmark mm1 --count 10000000")

  enum Model: String, CaseIterable, ExpressibleByArgument {
    case mm1
    case priority
    case dispatch
    case windows
    case study
    case breakdown
    case hypercube
    case interiorPoint = "interior-point"
    case gaussianProcess = "gaussian-process"
    case roads
  }

  @Argument(help: "What to run.") var model: Model
  @Option(help: "Customers, calls or visitors of a replication.") var count = 10_000_000
  @Option(help: "Replications, divided among the threads.") var replications = 1
  @Option(help: "Threads.") var threads = 1
  @Option(help: "Seed.") var seed: UInt64 = 1
  @Option(help: "Units of `hypercube`.") var units = 18
  @Option(help: "Atoms of `hypercube`.") var atoms = 100
  @Option(help: "Load of `hypercube`, as a share of what its units can do.") var load = 0.65
  @Option(help: "Variables of `interior-point`.") var size = 1_000
  @Flag(help: "Units of `hypercube` that are not alike.") var unequal = false
  @Option(help: "Nodes of `roads`.") var nodes = 54_000
  @Option(help: "Posts of `roads`.") var posts = 200
  @Option(help: "A file to which `hypercube` writes its instance, `roads` its arcs.") var write: String?
  @Option(help: "Evaluated points of `gaussian-process`.") var points = 500
  @Option(help: "Candidates of `gaussian-process`.") var candidates = 10_000
  @Option(help: "Coordinates of `gaussian-process`.") var dimension = 6
  @Option(help: "The folder of the study that `study` and `breakdown` play.") var scenario =
    "scenarios/baicheng"

  func run() throws {
    switch model {
    case .mm1: report { SingleServer.run(customers: count, seed: seed, replication: $0) }
    case .priority: report { PriorityClasses.run(customers: count, seed: seed, replication: $0) }
    case .dispatch: report { LatticeDispatch.run(calls: count, seed: seed, replication: $0) }
    case .windows: report { ProvinceWindows.run(visitors: count, seed: seed, replication: $0) }
    case .study:
      let study = try Study(path: scenario)
      report { study.run(seed: seed, replication: $0) }
    case .hypercube:
      print(
        try HypercubeBenchmark.figures(
          units: units, atoms: atoms, load: load, unequal: unequal, threads: threads, seed: seed, file: write)
      )
    case .roads: print(try RoadSearchBenchmark.figures(nodes: nodes, posts: posts, seed: seed, file: write))
    case .interiorPoint: print(InteriorPointBenchmark.figures(size: size, seed: seed))
    case .gaussianProcess:
      print(
        GaussianProcessBenchmark.figures(
          points: points, candidates: candidates, dimension: dimension, iterations: max(replications, 5),
          seed: seed))
    case .breakdown: print(try StudyBreakdown(path: scenario).figures(seed: seed))
    }
  }

  private func report(_ body: @escaping @Sendable (Int) -> Outcome) {
    let start = DispatchTime.now().uptimeNanoseconds
    let outcome = play(body)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    print("{\"work\": \(outcome.work), \"seconds\": \(seconds), \"value\": \(outcome.value)}")
  }

  /// Plays the replications, each thread every so many of them, and returns their total work and mean value.
  private func play(_ body: @escaping @Sendable (Int) -> Outcome) -> Outcome {
    guard threads > 1 else { return Outcome(of: (0..<replications).map(body)) }
    var shares = [Outcome](repeating: Outcome(), count: threads)
    shares.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for number in stride(from: thread, to: replications, by: threads) {
          let outcome = body(number)
          slots[thread].work += outcome.work
          slots[thread].value += outcome.value / Double(replications)
        }
      }
    }
    return Outcome(work: shares.reduce(0) { $0 + $1.work }, value: shares.reduce(0) { $0 + $1.value })
  }
}

extension Outcome {
  /// The total work and the mean value of replications.
  init(of replications: [Outcome]) {
    self.init(
      work: replications.reduce(0) { $0 + $1.work },
      value: replications.reduce(0) { $0 + $1.value } / Double(replications.count))
  }
}
