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
  }

  @Argument(help: "What to run.") var model: Model
  @Option(help: "Customers or calls of a replication.") var count = 10_000_000
  @Option(help: "Replications, divided among the threads.") var replications = 1
  @Option(help: "Threads.") var threads = 1
  @Option(help: "Seed.") var seed: UInt64 = 1

  func run() throws {
    let start = DispatchTime.now().uptimeNanoseconds
    let outcome = play()
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    print("{\"work\": \(outcome.work), \"seconds\": \(seconds), \"value\": \(outcome.value)}")
  }

  private func play() -> Outcome {
    switch model {
    case .mm1: replicate { SingleServer.run(customers: count, seed: seed, replication: $0) }
    case .priority: replicate { PriorityClasses.run(customers: count, seed: seed, replication: $0) }
    case .dispatch: replicate { SingleServer.run(customers: count, seed: seed, replication: $0) }
    }
  }

  /// Plays the replications on the threads and returns their total work and mean value.
  private func replicate(_ body: @Sendable (Int) -> Outcome) -> Outcome {
    guard threads > 1 else { return Outcome(of: (0..<replications).map(body)) }
    var outcomes = [Outcome](repeating: Outcome(), count: replications)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: replications) { slots[$0] = body($0) }
    }
    return Outcome(of: outcomes)
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
