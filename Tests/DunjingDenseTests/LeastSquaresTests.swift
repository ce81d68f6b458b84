import DunjingDense
import DunjingTestSupport
import Foundation
import Testing

@Suite struct LeastSquaresTests {
  private struct Reference: Decodable {
    struct Longley: Decodable {
      let design: [[Double]]
      let observations: [Double]
      let certified: [Double]

      enum CodingKeys: String, CodingKey {
        case design = "A"
        case observations = "b"
        case certified
      }
    }

    let longley: Longley
  }

  /// Seven nearly dependent columns: the usual test of least squares (J. W. Longley, 1967).
  @Test(.enabled(if: SharedData.exists("reference/lp_ls_ref.json"), "the reference data are not here"))
  func theLongleyDataGiveTheCertifiedCoefficients() throws {
    let data = try Data(contentsOf: SharedData.url("reference/lp_ls_ref.json"))
    let longley = try JSONDecoder().decode(Reference.self, from: data).longley
    let fit = try #require(LeastSquares(DenseMatrix(rows: longley.design), longley.observations))
    #expect(fit.degreesOfFreedom == 9)
    for (value, certified) in zip(fit.coefficients, longley.certified) {
      #expect(abs(value / certified - 1) < 1e-9)
    }
  }

  @Test func aLineThroughPointsIsExact() throws {
    let design = DenseMatrix(rows: (0..<5).map { [1, Double($0)] })
    let fit = try #require(LeastSquares(design, (0..<5).map { 3 - 2 * Double($0) }))
    #expect(abs(fit.coefficients[0] - 3) < 1e-12 && abs(fit.coefficients[1] + 2) < 1e-12)
    #expect(fit.residualSum < 1e-20)
  }

  @Test func whatIsLeftIsOrthogonalToTheColumns() throws {
    let rows: [[Double]] = [[1, 2], [1, 3], [1, 5], [1, 9]]
    let observations = [1.0, 4, 4, 10]
    let fit = try #require(LeastSquares(DenseMatrix(rows: rows), observations))
    let left = zip(rows, observations).map { $1 - $0[0] * fit.coefficients[0] - $0[1] * fit.coefficients[1] }
    for column in 0..<2 {
      #expect(abs(zip(rows, left).reduce(0) { $0 + $1.0[column] * $1.1 }) < 1e-12)
    }
    #expect(abs(left.reduce(0) { $0 + $1 * $1 } - fit.residualSum) < 1e-12)
  }

  @Test func dependentColumnsHaveNoFit() {
    #expect(LeastSquares(DenseMatrix(rows: [[1, 2], [2, 4], [3, 6]]), [1, 2, 3]) == nil)
    #expect(LeastSquares(DenseMatrix(rows: [[1, 0], [2, 0], [3, 0]]), [1, 2, 3]) == nil)
  }
}
