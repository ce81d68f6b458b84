import DunjingKernel
import DunjingRandom

/// `priority`: ten servers at load 0.9, three classes of equal rate; work is counted in events. The mean wait over
/// the classes is 0.6687 services, as without priorities (Cobham, 1954).
struct PriorityClasses {
  private enum Kind {
    static let departure: UInt8 = 0
    static let arrival: UInt8 = 1
  }

  private var queue = EventQueue()
  private var lines = [WaitingLine](repeating: WaitingLine(), count: 3)
  private var arrivals: [RandomStream]
  private var services: RandomStream
  private var idle = 10
  private var served = 0
  private var waited = 0.0

  private init(seed: UInt64, replication: Int) {
    arrivals = (0..<3).map {
      RandomStream(seed: seed, replication: replication, purpose: .init(rawValue: 1), entity: $0)
    }
    services = RandomStream(seed: seed, replication: replication, purpose: .init(rawValue: 2))
  }

  static func run(customers: Int, seed: UInt64, replication: Int) -> Outcome {
    var model = PriorityClasses(seed: seed, replication: replication)
    let events = model.run(customers: customers)
    return Outcome(work: events, value: model.waited / Double(model.served))
  }

  private mutating func run(customers: Int) -> Int {
    var events = 0
    var arrived = 0
    for kind in 0..<3 { scheduleArrival(of: kind, after: 0) }
    while let event = queue.next() {
      events += 1
      if event.kind == Kind.arrival {
        if arrived < customers {
          arrived += 1
          scheduleArrival(of: event.subject, after: event.time)
        }
        if idle > 0 {
          idle -= 1
          serve(at: event.time)
        } else {
          lines[event.subject].append(event.time)
        }
      } else if let first = lines.indices.first(where: { !lines[$0].isEmpty }) {
        waited += event.time - lines[first].removeFirst()
        serve(at: event.time)
      } else {
        idle += 1
      }
    }
    return events
  }

  private mutating func scheduleArrival(of kind: Int, after time: Double) {
    queue.schedule(Kind.arrival, for: kind, at: time + arrivals[kind].nextExponential() / 3)
  }

  private mutating func serve(at time: Double) {
    served += 1
    queue.schedule(Kind.departure, for: 0, at: time + services.nextExponential())
  }
}
