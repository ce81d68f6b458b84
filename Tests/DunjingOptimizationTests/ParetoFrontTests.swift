import DunjingOptimization
import DunjingRandom
import Testing

struct ParetoFrontTests {
  @Test func `The front is that of the definition, for random points in two to four objectives`() {
    var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 5))
    for objectives in 2...4 {
      let directions: [ObjectiveDirection] = (0..<objectives).map { $0 == 1 ? .maximize : .minimize }
      // Few distinct values, so that there are ties and equal points.
      let values = (0..<60).map { _ in (0..<objectives).map { _ in Double(stream.nextInteger(below: 6)) } }
      let costs = values.map { $0.enumerated().map { $0.offset == 1 ? -$0.element : $0.element } }
      let expected = costs.indices.filter { point in
        !costs.contains { other in
          zip(other, costs[point]).allSatisfy { $0 <= $1 } && other != costs[point]
        }
      }
      #expect(ParetoFront(directions: directions, values: values).members == expected)
    }
  }

  @Test func `A difference that chance may have made dominates nothing`() {
    let values = [[1.0, 1], [1.2, 1.2], [3, 3]]
    let errors = [[0.2, 0.2], [0.2, 0.2], [0.2, 0.2]]
    let directions: [ObjectiveDirection] = [.minimize, .minimize]
    #expect(ParetoFront(directions: directions, values: values).members == [0])
    #expect(ParetoFront(directions: directions, values: values, standardErrors: errors).members == [0, 1])
    // 1.645 · 0.2 √2 = 0.465: at a level of one half every difference counts again.
    let lenient = ParetoFront(directions: directions, values: values, standardErrors: errors, level: 0.5)
    #expect(lenient.members == [0])
  }

  @Test func `A point without a value is left out`() {
    let front = ParetoFront(directions: [.minimize, .maximize], values: [[.nan, 9], [1, 2], [2, 3]])
    #expect(front.members == [1, 2])
  }

  @Test func `Volumes of small fronts are those found by hand`() {
    let plane = ParetoFront(directions: [.minimize, .minimize], values: [[1, 3], [2, 1], [5, 0]])
    // Below (4, 4): 3 · 1 + 2 · 2; the point at 5 is not below it.
    #expect(plane.hypervolume(reference: [4, 4]) == 7)
    let turned = ParetoFront(directions: [.maximize, .minimize], values: [[-1, 3], [-2, 1], [-5, 0]])
    #expect(turned.hypervolume(reference: [-4, 4]) == 7)
    let space = ParetoFront(
      directions: [.minimize, .minimize, .minimize], values: [[0, 0, 1], [1, 1, 0]])
    // Boxes 2 · 2 · 1 and 1 · 1 · 2, of which 1 · 1 · 1 is common.
    #expect(space.hypervolume(reference: [2, 2, 2]) == 5)
    #expect(ParetoFront(directions: [.maximize], values: [[3], [5]]).hypervolume(reference: [1]) == 4)
  }

  @Test func `The volume in three objectives is that of a count of cells`() {
    var stream = RandomStream(seed: 8, purpose: StreamPurpose(rawValue: 6))
    for _ in 0..<20 {
      let values = (0..<12).map { _ in (0..<3).map { _ in Double(stream.nextInteger(below: 8)) } }
      var cells = 0
      for cell in 0..<512 {
        let corner = [cell / 64, cell / 8 % 8, cell % 8].map(Double.init)
        cells += values.contains { zip($0, corner).allSatisfy { $0 <= $1 } } ? 1 : 0
      }
      let front = ParetoFront(directions: [.minimize, .minimize, .minimize], values: values)
      #expect(front.hypervolume(reference: [8, 8, 8]) == Double(cells))
    }
  }
}
