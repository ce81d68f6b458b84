import DunjingKernel
import DunjingRandom

/// `mm1`: one server at load 0.9; work is counted in events. The mean wait is nine services (Erlang).
struct SingleServer {
  private enum Kind {
    static let departure: UInt8 = 0
    static let arrival: UInt8 = 1
  }

  private var queue = EventQueue()
  private var line = WaitingLine()
  private var arrivals: RandomStream
  private var services: RandomStream
  private var isBusy = false
  private var served = 0
  private var waited = 0.0

  private init(seed: UInt64, replication: Int) {
    arrivals = RandomStream(seed: seed, replication: replication, purpose: .init(rawValue: 1))
    services = RandomStream(seed: seed, replication: replication, purpose: .init(rawValue: 2))
  }

  static func run(customers: Int, seed: UInt64, replication: Int) -> Outcome {
    var model = SingleServer(seed: seed, replication: replication)
    let events = model.run(customers: customers)
    return Outcome(work: events, value: model.waited / Double(model.served))
  }

  private mutating func run(customers: Int) -> Int {
    var events = 0
    var arrived = 0
    queue.schedule(Kind.arrival, for: 0, at: arrivals.nextExponential() / 0.9)
    while let event = queue.next() {
      events += 1
      if event.kind == Kind.arrival {
        arrived += 1
        if arrived < customers {
          queue.schedule(Kind.arrival, for: 0, at: event.time + arrivals.nextExponential() / 0.9)
        }
        if isBusy { line.append(event.time) } else { serve(at: event.time) }
      } else if line.isEmpty {
        isBusy = false
      } else {
        waited += event.time - line.removeFirst()
        serve(at: event.time)
      }
    }
    return events
  }

  private mutating func serve(at time: Double) {
    isBusy = true
    served += 1
    queue.schedule(Kind.departure, for: 0, at: time + services.nextExponential())
  }
}
