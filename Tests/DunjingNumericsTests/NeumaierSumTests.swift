import DunjingNumerics
import Testing

@Suite struct NeumaierSumTests {
  @Test func `terms that cancel leave the small ones`() {
    #expect(NeumaierSum([1, 1e100, 1, -1e100]).value == 2)
  }

  @Test func `a million tenths are a hundred thousand`() {
    #expect(NeumaierSum(repeatElement(0.1, count: 1_000_000)).value == 100_000)
  }

  @Test func `merging equals adding`() {
    var whole = NeumaierSum([3, 1e20, -7])
    whole.merge(NeumaierSum([-1e20, 0.5]))
    #expect(whole.value == -3.5)
  }
}
