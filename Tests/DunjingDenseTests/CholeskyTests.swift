import DunjingDense
import Testing

struct CholeskyTests {
  let matrix = DenseMatrix(rows: [[4, 2, 2], [2, 5, 3], [2, 3, 6]])

  @Test func `The factor of a small matrix is the one found by hand`() throws {
    let factor = try #require(Cholesky(matrix)).factor
    #expect(factor == DenseMatrix(rows: [[2, 0, 0], [1, 2, 0], [1, 1, 2]]))
  }

  @Test func `Solving undoes multiplying`() throws {
    let cholesky = try #require(Cholesky(matrix))
    let solution = cholesky.solved([4 + 4 + 6, 2 + 10 + 9, 2 + 6 + 18])
    #expect(zip(solution, [1, 2, 3]).allSatisfy { abs($0 - $1) < 1e-14 })
    let half = cholesky.halfSolved(DenseMatrix(column: [2, 3, 4]))
    #expect(half.values == [1, 1, 1])
  }

  @Test func `The determinant of the matrix is 64`() throws {
    #expect(abs(try #require(Cholesky(matrix)).logDeterminant - 4.1588830833596715) < 1e-14)
  }

  @Test func `A matrix that is not positive definite has no factor`() {
    #expect(Cholesky(DenseMatrix(rows: [[1, 2], [2, 1]])) == nil)
    #expect(Cholesky(DenseMatrix(rows: [[1, 1], [1, 1]])) == nil)
  }
}
