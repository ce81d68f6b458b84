import DunjingDense
import Testing

struct SymmetricIndefiniteTests {
  @Test func `A saddle is solved, of which only the lower triangle is read`() throws {
    let saddle = DenseMatrix(rows: [[2, 9, 9], [0, 0, 9], [1, 1, 0]])
    let solution = try #require(SymmetricIndefinite(saddle)).solved([5, 3, 3])
    #expect(zip(solution, [1, 2, 3]).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test func `A singular matrix has no factors`() {
    #expect(SymmetricIndefinite(DenseMatrix(rows: 2, columns: 2)) == nil)
  }
}
