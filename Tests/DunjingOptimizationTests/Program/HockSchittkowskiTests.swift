import DunjingOptimization
import Foundation
import Testing

/// Problems of W. Hock & K. Schittkowski (1981), Test Examples for Nonlinear Programming Codes, with the optima they
/// publish and the starts they give.
struct HockSchittkowskiTests {
  private func check(
    _ program: SmoothProgram, from start: [Double], optimum: Double, point: [Double]? = nil,
    _ tolerance: Double = 1e-7
  ) {
    let solution = SequentialQuadratic().minimize(program, from: start)
    #expect(solution.status == .optimal)
    #expect(abs(solution.objective - optimum) <= tolerance * max(1, abs(optimum)))
    #expect(solution.violation <= 1e-6 && solution.residual <= 1e-6)
    #expect(solution.inequalityMultipliers.allSatisfy { $0 >= 0 })
    if let point { #expect(isNear(solution.point, point, 1e-4)) }
  }

  @Test func `Problem 6, an equation along a parabola`() {
    var program = SmoothProgram(variableCount: 2, objective: formula { x in (x[0] - 1).power(2) })
    program.smoothEqualities = [formula { x in 10 * (x[1] - x[0].power(2)) }]
    check(program, from: [-1.2, 1], optimum: 0, point: [1, 1])
  }

  @Test func `Problem 7, a logarithm`() {
    var program = SmoothProgram(
      variableCount: 2,
      objective: formula { x in
        (x[0].power(2) + 1).through({ log($0) }, { 1 / $0 }) - x[1]
      })
    program.smoothEqualities = [formula { x in (x[0].power(2) + 1).power(2) + x[1].power(2) - 4 }]
    check(program, from: [2, 2], optimum: -3.0.squareRoot(), point: [0, 3.0.squareRoot()])
  }

  @Test func `Problem 21, a linear row and bounds`() {
    let program = SmoothProgram(
      variableCount: 2, inequalities: LinearRows([[-10, 1]], [-10]), lower: [2, -50], upper: [50, 50],
      objective: formula { x in 0.01 * x[0].power(2) + x[1].power(2) - 100 })
    check(program, from: [-1, -1], optimum: -99.96, point: [2, 0])
  }

  @Test func `Problem 26, whose bottom is flat`() {
    var program = SmoothProgram(
      variableCount: 3, objective: formula { x in (x[0] - x[1]).power(2) + (x[1] - x[2]).power(4) })
    program.smoothEqualities = [formula { x in (x[1].power(2) + 1) * x[0] + x[2].power(4) - 3 }]
    check(program, from: [-2.6, 2, 2], optimum: 0)
  }

  @Test func `Problem 35, a quadratic program`() {
    let program = SmoothProgram(
      variableCount: 3, inequalities: LinearRows([[1, 1, 2]], [3]), lower: [0, 0, 0],
      objective: formula { x in
        let linear = -8 * x[0] - 6 * x[1] - 4 * x[2] + 9
        let squares = 2 * x[0].power(2) + 2 * x[1].power(2) + x[2].power(2)
        return linear + squares + 2 * x[0] * x[1] + 2 * x[0] * x[2]
      })
    check(program, from: [0.5, 0.5, 0.5], optimum: 1 / 9.0, point: [4 / 3.0, 7 / 9.0, 4 / 9.0])
  }

  @Test func `Problem 43 of J. B. Rosen and S. Suzuki`() {
    var program = SmoothProgram(
      variableCount: 4,
      objective: formula { x in
        let squares = x[0].power(2) + x[1].power(2) + 2 * x[2].power(2) + x[3].power(2)
        return squares - 5 * x[0] - 5 * x[1] - 21 * x[2] + 7 * x[3]
      })
    program.smoothInequalities = [
      formula { x in
        let squares = x[0].power(2) + x[1].power(2) + x[2].power(2) + x[3].power(2)
        return squares + x[0] - x[1] + x[2] - x[3] - 8
      },
      formula { x in
        let squares = x[0].power(2) + 2 * x[1].power(2) + x[2].power(2) + 2 * x[3].power(2)
        return squares - x[0] - x[3] - 10
      },
      formula { x in
        let squares = 2 * x[0].power(2) + x[1].power(2) + x[2].power(2)
        return squares + 2 * x[0] - x[1] - x[3] - 5
      }
    ]
    check(program, from: [0, 0, 0, 0], optimum: -44, point: [0, 1, 2, -1])
    let solution = SequentialQuadratic().minimize(program, from: [0, 0, 0, 0])
    #expect(isNear(solution.inequalityMultipliers, [1, 0, 2], 1e-5))
  }

  @Test func `Problem 65, a ball and a box`() {
    var program = SmoothProgram(
      variableCount: 3, lower: [-4.5, -4.5, -5], upper: [4.5, 4.5, 5],
      objective: formula { x in
        (x[0] - x[1]).power(2) + (x[0] + x[1] - 10).power(2) * (1 / 9.0) + (x[2] - 5).power(2)
      })
    program.smoothInequalities = [formula { x in x[0].power(2) + x[1].power(2) + x[2].power(2) - 48 }]
    check(program, from: [-5, 5, 0], optimum: 0.9535288567, point: [3.650461821, 3.650461821, 4.6204170507])
  }

  @Test func `Problem 71, a product and a sphere`() {
    var program = SmoothProgram(
      variableCount: 4, lower: [1, 1, 1, 1], upper: [5, 5, 5, 5],
      objective: formula { x in x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2] })
    program.smoothEqualities = [
      formula { x in x[0].power(2) + x[1].power(2) + x[2].power(2) + x[3].power(2) - 40 }
    ]
    program.smoothInequalities = [formula { x in -1 * x[0] * x[1] * x[2] * x[3] + 25 }]
    check(program, from: [1, 5, 5, 1], optimum: 17.0140173, point: [1, 4.7429994, 3.8211503, 1.3794082])
  }

  @Test func `Problem 76, three rows`() {
    let program = SmoothProgram(
      variableCount: 4,
      inequalities: LinearRows([[1, 2, 1, 1], [3, 1, 2, -1], [0, -1, -4, 0]], [5, 4, -1.5]),
      lower: [0, 0, 0, 0],
      objective: formula { x in
        let squares = x[0].power(2) + 0.5 * x[1].power(2) + x[2].power(2) + 0.5 * x[3].power(2)
        let products = x[2] * x[3] - x[0] * x[2]
        return squares + products - x[0] - 3 * x[1] + x[2] - x[3]
      })
    check(
      program, from: [0.5, 0.5, 0.5, 0.5], optimum: -4.681818181, point: [3 / 11.0, 23 / 11.0, 0, 6 / 11.0])
  }

  @Test func `Problem 100, seven variables`() {
    var program = SmoothProgram(
      variableCount: 7,
      objective: formula { x in
        let first = (x[0] - 10).power(2) + 5 * (x[1] - 12).power(2) + x[2].power(4)
        let second = 3 * (x[3] - 11).power(2) + 10 * x[4].power(6) + 7 * x[5].power(2)
        return first + second + x[6].power(4) - 4 * x[5] * x[6] - 10 * x[5] - 8 * x[6]
      })
    program.smoothInequalities = [
      formula { x in
        2 * x[0].power(2) + 3 * x[1].power(4) + x[2] + 4 * x[3].power(2) + 5 * x[4] - 127
      },
      formula { x in 7 * x[0] + 3 * x[1] + 10 * x[2].power(2) + x[3] - x[4] - 282 },
      formula { x in 23 * x[0] + x[1].power(2) + 6 * x[5].power(2) - 8 * x[6] - 196 },
      formula { x in
        let squares = 4 * x[0].power(2) + x[1].power(2) + 2 * x[2].power(2)
        return squares - 3 * x[0] * x[1] + 5 * x[5] - 11 * x[6]
      }
    ]
    check(program, from: [1, 2, 0, 4, 0, 1, 1], optimum: 680.6300573)
  }
}
