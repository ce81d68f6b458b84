import DunjingRandom

/// A queue of units with lists played event by event: who may not go never goes, and a unit that becomes free takes the
/// first in line that it may take. Services are exponential with mean one.
struct PlayedQueue {
  let rates: [Double]
  let lists: [[Int]]
  let units: Int

  /// The busy share of each unit and the share of each atom's incidents that wait.
  struct Shares {
    var workloads: [Double]
    var waits: [Double]
  }

  /// Plays a number of arrivals.
  func shares(arrivals: Int, seed: UInt64) -> Shares {
    var stream = RandomStream(seed: seed, purpose: StreamPurpose(rawValue: 1))
    let total = rates.reduce(0, +)
    var time = 0.0
    var next = stream.nextExponential() / total
    var ends = [Double](repeating: .infinity, count: units)
    var (busy, counts, waited) = (ends.map { _ in 0.0 }, rates.map { _ in 0 }, rates.map { _ in 0 })
    var line: [Int] = []
    var left = arrivals
    while left > 0 {
      let first = ends.indices.min { ends[$0] < ends[$1] } ?? 0
      let now = min(next, ends[first])
      for unit in ends.indices where ends[unit] < .infinity { busy[unit] += now - time }
      time = now
      if next <= ends[first] {
        left -= 1
        next = time + stream.nextExponential() / total
        let atom = atom(at: stream.nextUnit() * total)
        counts[atom] += 1
        if let unit = lists[atom].first(where: { ends[$0] == .infinity }) {
          ends[unit] = time + stream.nextExponential()
        } else {
          waited[atom] += 1
          line.append(atom)
        }
      } else if let place = line.firstIndex(where: { lists[$0].contains(first) }) {
        line.remove(at: place)
        ends[first] = time + stream.nextExponential()
      } else {
        ends[first] = .infinity
      }
    }
    return Shares(
      workloads: busy.map { $0 / time }, waits: zip(waited, counts).map { Double($0) / Double(max(1, $1)) })
  }

  private func atom(at position: Double) -> Int {
    var sum = 0.0
    for (atom, rate) in rates.enumerated() {
      sum += rate
      if position < sum { return atom }
    }
    return rates.count - 1
  }
}
