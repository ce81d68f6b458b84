import DunjingDense
import Testing

struct ProductTests {
  let left = DenseMatrix(rows: [[1, 2], [3, 4], [5, 6]])

  @Test func `A product of small matrices is the one found by hand`() {
    let right = DenseMatrix(rows: [[1, 0, -1], [2, 1, 0]])
    #expect(left.product(right) == DenseMatrix(rows: [[5, 2, -1], [11, 4, -3], [17, 6, -5]]))
    #expect(left.transposedProduct(left) == DenseMatrix(rows: [[35, 44], [44, 56]]))
  }

  @Test func `A matrix of its numbers column by column is the matrix of its rows`() {
    #expect(DenseMatrix(rows: 3, columns: 2, values: [1, 3, 5, 2, 4, 6]) == left)
    #expect(left.column(1) == [2, 4, 6])
    #expect(left.squaredColumnLengths == [35, 56])
  }

  @Test func `A product with a matrix that has no column has no column`() {
    #expect(left.product(DenseMatrix(rows: 2, columns: 0)) == DenseMatrix(rows: 3, columns: 0))
  }
}

struct CholeskyExtensionTests {
  let matrix = DenseMatrix(rows: [[4, 2, 2], [2, 5, 3], [2, 3, 6]])

  @Test func `The inverse times the matrix is the unit matrix`() throws {
    let product = try #require(Cholesky(matrix)).inverse.product(matrix)
    for row in 0..<3 {
      for column in 0..<3 { #expect(abs(product[row, column] - (row == column ? 1 : 0)) < 1e-14) }
    }
  }

  @Test func `A factor extended by rows is the factor of the whole matrix`() throws {
    let first = try #require(Cholesky(DenseMatrix(rows: [[4]])))
    let corner = DenseMatrix(rows: [[5, 3], [3, 6]])
    let extended = try #require(first.extended(side: DenseMatrix(rows: [[2, 2]]), corner: corner))
    #expect(extended == Cholesky(matrix))
    let indefinite = DenseMatrix(rows: [[1, 3], [3, 6]])
    #expect(first.extended(side: DenseMatrix(rows: [[2, 2]]), corner: indefinite) == nil)
  }

  @Test func `Solving with both triangles is solving with the matrix`() throws {
    let cholesky = try #require(Cholesky(matrix))
    let right = DenseMatrix(column: [1, 2, 3])
    #expect(cholesky.transposedHalfSolved(cholesky.halfSolved(right)) == cholesky.solved(right))
  }
}

struct SymmetricEigenvaluesTests {
  @Test func `The eigenvalues of a small matrix are those found by hand`() throws {
    let axes = try #require(SymmetricEigenvalues(DenseMatrix(rows: [[2, 1], [1, 2]])))
    #expect(abs(axes.values[0] - 1) < 1e-14 && abs(axes.values[1] - 3) < 1e-14)
    #expect(abs(abs(axes.vectors[0, 1]) - 0.5.squareRoot()) < 1e-14)
    #expect(abs(axes.vectors[0, 0] + axes.vectors[1, 0]) < 1e-14)
  }

  @Test func `A matrix with a number that is not finite has no eigenvalues`() {
    #expect(SymmetricEigenvalues(DenseMatrix(rows: [[.nan, 0], [0, 1]])) == nil)
  }
}

struct InverseGramTests {
  @Test func `The covariances of a line's coefficients are those of the textbook`() throws {
    // x = 1, 2, 4, 9: mean 4, squares about it 38.
    let design = DenseMatrix(rows: [[1, 1], [1, 2], [1, 4], [1, 9]])
    let inverse = try #require(LeastSquares(design, [0, 1, 0, 1])).inverseGram
    #expect(abs(inverse[1, 1] - 1.0 / 38) < 1e-15)
    #expect(abs(inverse[0, 0] - (0.25 + 16.0 / 38)) < 1e-14)
    #expect(abs(inverse[0, 1] + 4.0 / 38) < 1e-14 && inverse[0, 1] == inverse[1, 0])
  }
}
