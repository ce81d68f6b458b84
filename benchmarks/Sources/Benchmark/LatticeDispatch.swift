import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingSimulation

/// `dispatch`: fifty units on a lattice, the nearest idle one is sent, and returns before it is free; work is counted
/// in calls. The mean response is 1.69 by an independent program.
struct LatticeDispatch {
  private enum Kind {
    static let free: UInt8 = 0
    static let call: UInt8 = 1
  }

  private struct Call {
    var time, x, y: Double
  }

  private var queue = EventQueue()
  private var board = IdleBoard(unitCount: 50)
  private var calls: RandomStream
  private var points: RandomStream
  private var scenes: RandomStream
  private var positions: [(x: Double, y: Double)] = []
  private var waiting: [Call] = []
  private var served = 0
  private var reached = 0
  private var response = 0.0

  private init(seed: UInt64, replication: Int) {
    calls = RandomStream(seed: seed, replication: replication, purpose: .init(rawValue: 1))
    points = RandomStream(seed: seed, replication: replication, purpose: .init(rawValue: 2))
    scenes = RandomStream(seed: seed, replication: replication, purpose: .init(rawValue: 3))
    for column in 0..<10 {
      for row in 0..<5 { positions.append((5 + 10 * Double(column), 10 + 20 * Double(row))) }
    }
    for (unit, position) in positions.enumerated() {
      board.move(unit, toX: position.x, position.y)
      board.setPace(unit, 0.1)
      board.offer(unit, delay: 0)
    }
  }

  static func run(calls: Int, seed: UInt64, replication: Int) -> Outcome {
    var model = LatticeDispatch(seed: seed, replication: replication)
    model.run(calls: calls)
    return Outcome(work: model.reached, value: model.response / Double(model.reached))
  }

  private mutating func run(calls limit: Int) {
    var arrived = 0
    queue.schedule(Kind.call, for: 0, at: calls.nextExponential() / 0.95)
    while let event = queue.next() {
      if event.kind == Kind.call {
        arrived += 1
        if arrived < limit {
          queue.schedule(Kind.call, for: 0, at: event.time + calls.nextExponential() / 0.95)
        }
        let call = Call(time: event.time, x: points.nextUnit() * 100, y: points.nextUnit() * 100)
        board.scan(toX: call.x, call.y, metric: .manhattan)
        if let nearest = board.soonest {
          send(nearest.unit, to: call, travel: nearest.seconds)
        } else {
          waiting.append(call)
        }
      } else {
        becomeFree(event.subject)
      }
    }
  }

  private mutating func becomeFree(_ unit: Int) {
    guard served < waiting.count else {
      board.offer(unit, delay: 0)
      return
    }
    let call = waiting[served]
    served += 1
    if served == waiting.count {
      waiting.removeAll(keepingCapacity: true)
      served = 0
    }
    send(unit, to: call, travel: (abs(positions[unit].x - call.x) + abs(positions[unit].y - call.y)) / 10)
  }

  private mutating func send(_ unit: Int, to call: Call, travel: Double) {
    board.withdraw(unit)
    response += queue.now + travel - call.time
    reached += 1
    queue.schedule(Kind.free, for: unit, at: queue.now + 2 * travel + scenes.nextExponential() * 30)
  }
}
