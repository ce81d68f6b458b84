import DunjingKernel
import DunjingScenario
import DunjingWorld

/// Which shocks are on, and which have not been recovered from.
struct ShockState: Sendable {
  /// Shocks that are on.
  private(set) var active = 0
  /// How many shocks keep each facility from work.
  private(set) var losses: [Int]
  /// Incidents that waited when each shock began.
  private var waitingBefore: [Int]
  /// When each shock ended that has not been recovered from; infinite for the others.
  private(set) var unrecovered: [Double]

  init(_ world: World) {
    losses = world.scenario.facilities.map { _ in 0 }
    waitingBefore = world.shocks.map { _ in 0 }
    unrecovered = world.shocks.map { _ in .infinity }
  }

  /// Whether any shock is on.
  var isOn: Bool { active > 0 }

  /// Whether a facility cannot be used.
  func isLost(_ facility: Int) -> Bool { losses[facility] > 0 }

  mutating func begin(_ shock: Int, waiting: Int) {
    active += 1
    waitingBefore[shock] = waiting
  }

  mutating func end(_ shock: Int, at time: Double) {
    active -= 1
    unrecovered[shock] = time
  }

  mutating func lose(_ facilities: [Int], by change: Int) {
    for facility in facilities { losses[facility] += change }
  }

  /// The seconds since the end of shocks that are over now that so few wait as before; they are forgotten.
  mutating func recovered(waiting: Int, at time: Double) -> [Double] {
    var seconds: [Double] = []
    for shock in unrecovered.indices where unrecovered[shock] < .infinity && waiting <= waitingBefore[shock] {
      seconds.append(time - unrecovered[shock])
      unrecovered[shock] = .infinity
    }
    return seconds
  }
}

// Shocks: more incidents, a mass event, facilities that are lost, roads that are closed.
extension Simulator {
  mutating func scheduleShocks() {
    for (index, shock) in world.shocks.enumerated() {
      schedule(.shock, 2 * index, at: shock.start)
      schedule(.shock, 2 * index + 1, at: shock.end)
    }
  }

  mutating func beginShock(_ index: Int) {
    let shock = world.shocks[index]
    shocks.begin(index, waiting: waitingCount)
    noteShock(.shockBegan, index)
    switch shock.effect {
    case .surge: break
    case .massEvent(let kind, let grid, let units):
      receiveMassEvent(kind: kind, grid: grid, units: units, seconds: shock.end - shock.start, shock: index)
    case .facilityLoss(let facilities):
      shocks.lose(facilities, by: 1)
      updateDuty()
    case .roadCut(let tables): drive(on: tables, areCut: true)
    }
  }

  mutating func endShock(_ index: Int) {
    shocks.end(index, at: queue.now)
    noteShock(.shockEnded, index)
    switch world.shocks[index].effect {
    case .surge, .massEvent: break
    case .facilityLoss(let facilities):
      shocks.lose(facilities, by: -1)
      updateDuty()
    case .roadCut: drive(on: world.travel, areCut: false)
    }
    noteRecovery()
  }

  /// From now on units find their ways on other roads, and stand at their posts while some are closed; those on their
  /// way to an incident go on as they are.
  private mutating func drive(on tables: [TravelTable], areCut: Bool) {
    stopIdling()
    roadsAreCut = areCut
    travel = tables
    resumeIdling()
    for line in waiting.indices { recheckWaiting(line) }
  }

  /// Looks whether the city has recovered from shocks: no more incidents wait than before.
  mutating func noteRecovery() {
    for seconds in shocks.recovered(waiting: waitingCount, at: queue.now) {
      recorder.recovered(seconds: seconds)
    }
  }
}
