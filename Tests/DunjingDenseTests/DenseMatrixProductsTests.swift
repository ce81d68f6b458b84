import DunjingDense
import Testing

struct DenseMatrixProductsTests {
  let matrix = DenseMatrix(rows: [[1, 2, 3], [4, 5, 6]])

  @Test func `Products with vectors and matrices are those found by hand`() {
    #expect(matrix.times([1, 0, -1]) == [-2, -2])
    #expect(matrix.transposedTimes([1, -1]) == [-3, -3, -3])
    #expect(matrix.product(matrix.transposed) == DenseMatrix(rows: [[14, 32], [32, 77]]))
  }

  @Test func `A weighted square is added to the lower triangle`() {
    var gram = DenseMatrix(rows: 3, columns: 3)
    gram.addGram(of: matrix, weights: [4, 1])
    for (row, column, value) in [(0, 0, 20.0), (1, 0, 28), (1, 1, 41), (2, 0, 36), (2, 1, 54), (2, 2, 72)] {
      #expect(gram[row, column] == value)
    }
    #expect(gram[0, 2] == 0)
    var (again, scratch) = (DenseMatrix(rows: 3, columns: 3), DenseMatrix(rows: 2, columns: 3))
    again.addGram(of: matrix, weights: [4, 1], scratch: &scratch)
    #expect(again == gram && scratch[0, 2] == 6 && matrix[0, 2] == 3)
    var outer = DenseMatrix(rows: 2, columns: 2)
    outer.addDiagonal([1, 2])
    outer.addOuter(of: matrix, weights: [1, 4, 0])
    #expect(outer.times([1, 0]) == [18, 44] && outer[1, 1] == 118)
  }

  @Test func `Numbers that are taken over are copies`() {
    var copy = DenseMatrix(rows: 2, columns: 3)
    copy.assign(matrix)
    #expect(copy == matrix)
    copy[0, 0] = 9
    #expect(matrix[0, 0] == 1)
  }

  @Test func `A matrix without rows or columns has products of zeros`() {
    #expect(DenseMatrix(rows: 0, columns: 2).transposedTimes([]) == [0, 0])
    #expect(DenseMatrix(rows: 2, columns: 0).times([]) == [0, 0])
    var gram = DenseMatrix(rows: 2, columns: 2)
    gram.addGram(of: DenseMatrix(rows: 0, columns: 2), weights: [])
    #expect(gram == DenseMatrix(rows: 2, columns: 2))
  }
}
