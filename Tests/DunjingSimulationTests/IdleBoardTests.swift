import DunjingRandom
import DunjingScenario
import DunjingSimulation
import Testing

@Suite struct IdleBoardTests {
  private typealias Position = (x: Double, y: Double, delay: Double, pace: Double)

  @Test(arguments: [0, 1, 2, 7, 50], [Metric.manhattan, .euclidean])
  func theSoonestUnitIsThatOfAPlainSearch(units: Int, metric: Metric) {
    var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 1))
    var board = IdleBoard(unitCount: units)
    var positions: [Position] = []
    for unit in 0..<units {
      let position = (
        stream.nextUnit() * 10, stream.nextUnit() * 10, stream.nextUnit() * 60, 30 + stream.nextUnit()
      )
      positions.append(position)
      board.move(unit, toX: position.0, position.1)
      board.setPace(unit, position.3)
    }
    for _ in 0..<200 {
      let ready = (0..<units).filter { _ in stream.nextTrial(probability: 0.4) }
      for unit in 0..<units { board.withdraw(unit) }
      for unit in ready { board.offer(unit, delay: positions[unit].delay) }
      let (x, y) = (stream.nextUnit() * 10, stream.nextUnit() * 10)
      board.scan(toX: x, y, metric: metric)
      func seconds(_ unit: Int) -> Double {
        let (dx, dy) = (positions[unit].x - x, positions[unit].y - y)
        let distance = metric == .manhattan ? abs(dx) + abs(dy) : (dx * dx + dy * dy).squareRoot()
        return positions[unit].delay + distance * positions[unit].pace
      }
      let best = ready.min { seconds($0) < seconds($1) }
      #expect(board.soonest?.unit == best)
      #expect(board.soonest?.seconds == best.map(seconds))
    }
  }

  @Test func tiesGoToTheLowerIndex() {
    var board = IdleBoard(unitCount: 6)
    for unit in [5, 4, 3, 2] { board.offer(unit, delay: 1) }
    board.scan(toX: 1, 1, metric: .manhattan)
    #expect(board.soonest?.unit == 2)
    board.withdraw(2)
    board.scan(toX: 1, 1, metric: .manhattan)
    #expect(board.soonest?.unit == 3)
  }

  @Test func aUnitThatIsAwayIsIdleAndCannotBeSent() {
    var board = IdleBoard(unitCount: 1)
    board.offer(0, delay: .infinity, isSettled: false)
    board.scan(toX: 0, 0, metric: .euclidean)
    #expect(board.isIdle(0) && board.isUnsettled(0) && board.soonest == nil)
    board.withdraw(0)
    #expect(!board.isIdle(0))
  }
}
