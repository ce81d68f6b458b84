/// Who goes where: each task gets one worker, at the least total cost.
///
/// The linear sum assignment problem by shortest augmenting paths; source: R. Jonker & A. Volgenant (1987), "A shortest
/// augmenting path algorithm for dense and sparse linear assignment problems", in the form without initialization.
public struct Assignment: Sendable, Equatable {
  /// The worker of each task.
  public let workers: [Int]
  /// The sum of the costs.
  public let total: Double

  /// Assigns tasks (rows) to workers (columns); nil if not every task can have a worker of its own.
  /// - Parameter costs: what each task costs with each worker; infinite where it cannot be.
  /// - Precondition: the rows are equally long and no cost is minus infinity or not a number.
  /// - Complexity: O(tasks² · workers).
  public init?(costs: [[Double]]) {
    let workerCount = costs.first?.count ?? 0
    precondition(
      costs.allSatisfy { $0.count == workerCount && $0.allSatisfy { $0 > -Double.infinity } },
      "each task needs a cost with each worker")
    var paths = AugmentingPaths(workerCount: workerCount, taskCount: costs.count)
    for task in costs.indices {
      guard paths.assign(task, costs) else { return nil }
    }
    var workers = [Int](repeating: -1, count: costs.count)
    for (worker, task) in paths.taskOfWorker.enumerated() where task >= 0 { workers[task] = worker }
    self.workers = workers
    total = workers.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] }
  }
}

/// The state of the shortest augmenting paths: prices of tasks and workers, and who has whom.
private struct AugmentingPaths {
  var taskOfWorker: [Int]
  private var taskPrice: [Double]
  private var workerPrice: [Double]

  init(workerCount: Int, taskCount: Int) {
    taskOfWorker = [Int](repeating: -1, count: workerCount)
    taskPrice = [Double](repeating: 0, count: taskCount)
    workerPrice = [Double](repeating: 0, count: workerCount)
  }

  /// Gives a task a worker and moves others as needed; false if there is no way.
  mutating func assign(_ task: Int, _ costs: [[Double]]) -> Bool {
    let count = taskOfWorker.count
    var search = Search(count: count)
    var (current, reached) = (task, 0.0)
    repeat {
      for worker in 0..<count where !search.isDone[worker] {
        let through = reached + costs[current][worker] - taskPrice[current] - workerPrice[worker]
        if through < search.distance[worker] {
          (search.distance[worker], search.previous[worker]) = (through, search.order.last ?? -1)
        }
      }
      guard let next = search.takeNearest() else { return false }
      (reached, current) = (search.distance[next], taskOfWorker[next])
    } while current >= 0
    raisePrices(task, search, reached)
    var worker = search.order.last ?? -1
    while worker >= 0 {
      let before = search.previous[worker]
      taskOfWorker[worker] = before < 0 ? task : taskOfWorker[before]
      worker = before
    }
    return true
  }

  private mutating func raisePrices(_ task: Int, _ search: Search, _ reached: Double) {
    taskPrice[task] += reached
    for worker in search.order.dropLast() {
      taskPrice[taskOfWorker[worker]] += reached - search.distance[worker]
      workerPrice[worker] -= reached - search.distance[worker]
    }
  }

  /// A search for the nearest worker without a task.
  private struct Search {
    var distance: [Double]
    var previous: [Int]
    var isDone: [Bool]
    /// The workers reached, the nearest first.
    var order: [Int] = []

    init(count: Int) {
      distance = [Double](repeating: .infinity, count: count)
      previous = [Int](repeating: -1, count: count)
      isDone = [Bool](repeating: false, count: count)
    }

    mutating func takeNearest() -> Int? {
      let open = distance.indices.filter { !isDone[$0] && distance[$0] < .infinity }
      guard let next = open.min(by: { distance[$0] < distance[$1] }) else { return nil }
      isDone[next] = true
      order.append(next)
      return next
    }
  }
}
