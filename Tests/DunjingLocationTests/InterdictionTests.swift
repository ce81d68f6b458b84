import DunjingCbc
import DunjingLinear
import DunjingLocation
import DunjingNumerics
import DunjingRandom
import Testing

@Suite struct InterdictionTests {
  private func matrix(_ rows: Int, _ columns: Int, seed: UInt64) -> [[Double]] {
    let places = RandomPlaces(sites: rows, points: columns, seed: seed, isWhole: true)
    return (0..<rows).map { row in (0..<columns).map { places.travel[row, $0] } }
  }

  /// All ways to give each row a column of its own.
  private func assignments(_ rows: Int, _ columns: [Int]) -> [[Int]] {
    if rows == 0 { return [[]] }
    return columns.flatMap { first in
      assignments(rows - 1, columns.filter { $0 != first }).map { [first] + $0 }
    }
  }

  @Test(arguments: 1...10)
  func `assignments are the best of all`(seed: UInt64) throws {
    var costs = matrix(4, 5, seed: seed)
    if seed % 3 == 0 { (costs[0][1], costs[2][3]) = (.infinity, .infinity) }
    let all = assignments(4, Array(0..<5)).map { choice in choice.enumerated().map { costs[$0][$1] } }
    let least = all.map { $0.reduce(0, +) }.min() ?? .nan
    #expect(Assignment(costs: costs)?.total == least)
    let bottleneck = all.compactMap { $0.max() }.min() ?? .nan
    let plan = try #require(BottleneckAssignment(minutes: costs))
    #expect(plan.bottleneck == bottleneck && Set(plan.posts).count == 4)
    #expect(plan.total == all.filter { $0.max() == bottleneck }.map { $0.reduce(0, +) }.min())
  }

  @Test func `too few posts seal nothing`() {
    #expect(BottleneckAssignment(minutes: [[1], [2]]) == nil)
    #expect(Assignment(costs: [[1, .infinity], [2, .infinity]]) == nil)
    #expect(Assignment(costs: [])?.total == 0)
  }

  /// A ladder: two ways from 0 to the exits 4 and 5, with a bridge between them.
  private let ladder = [[1, 2], [0, 3, 4], [0, 3, 5], [1, 2], [1], [2]]

  @Test func `a target is cut off by the fewest nodes`() {
    let target = [0.0, 2, 2, 3, 4, 4]
    let near = Encirclement(
      roads: ladder, start: 0, exits: [4, 5], targetMinutes: target, policeMinutes: [9, 1, 1, 9, 1, 1])
    #expect(near.status == .sealed && near.nodes == [1, 2] && near.targetMinutes == [2, 2])
    let late = Encirclement(
      roads: ladder, start: 0, exits: [4, 5], targetMinutes: target, policeMinutes: [9, 1, 1, 9, 1, 1],
      delayMinutes: 1.5)
    #expect(late.nodes == [4, 5])
    let lost = Encirclement(
      roads: ladder, start: 0, exits: [4, 5], targetMinutes: target, policeMinutes: [0, 1, 5, 1, 1, 5])
    #expect(lost.status == .escapes && lost.nodes.isEmpty)
  }

  @Test func `the same minute counts only if allowed`() {
    func status(_ allowsTies: Bool) -> Encirclement.Status {
      Encirclement(
        roads: [[1], [0]], start: 0, exits: [1], targetMinutes: [0, 2], policeMinutes: [0, 2],
        allowsTies: allowsTies
      ).status
    }
    #expect(status(false) == .escapes && status(true) == .sealed)
  }

  @Test(arguments: 1...20)
  func `the cut is the least of all`(seed: UInt64) {
    var numbers = RandomStream(seed: seed, purpose: StreamPurpose(rawValue: 9))
    var roads = [[Int]](repeating: [], count: 9)
    for _ in 0..<14 {
      let (a, b) = (numbers.nextInteger(below: 9), numbers.nextInteger(below: 9))
      if a != b, !roads[a].contains(b) {
        roads[a].append(b)
        roads[b].append(a)
      }
    }
    let canHold = (0..<9).map { $0 != 0 && numbers.nextTrial(probability: 0.7) }
    let plan = Encirclement(
      roads: roads, start: 0, exits: [7, 8], targetMinutes: [Double](repeating: 5, count: 9),
      policeMinutes: canHold.map { $0 ? 1 : 9 })
    func isCut(_ nodes: [Int]) -> Bool {
      var isSeen = Set(nodes + [0])
      var line = [0]
      while let node = line.popLast() {
        for next in roads[node] where isSeen.insert(next).inserted { line.append(next) }
      }
      return !(isSeen.subtracting(nodes).contains(7) || isSeen.subtracting(nodes).contains(8))
    }
    let holdable = (0..<9).filter { canHold[$0] }
    let least = (0...holdable.count).first { size in subsets(holdable, size).contains(where: isCut) }
    #expect(plan.status == (least == nil ? .escapes : .sealed))
    if let least { #expect(plan.nodes.count == least && isCut(plan.nodes)) }
  }

  @Test(arguments: [true, false])
  func aPostThatComesAtTheSameMinuteHoldsTheNodeOnlyWhereTiesAreInTime(allowsTies: Bool) {
    let late = Encirclement(
      roads: [[1], []], start: 0, exits: [1], targetMinutes: [0, 4], policeMinutes: [9, 3],
      allowsTies: allowsTies)
    #expect((late.assignment(postMinutes: [[9, 4]]) != nil) == allowsTies)
    #expect(late.assignment(postMinutes: [[9, 3]])?.posts == [0])
  }
}
