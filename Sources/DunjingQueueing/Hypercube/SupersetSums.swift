/// Sums over all sets that contain a set.
enum SupersetSums {
  /// Returns, for each set, the sum of the values of the sets that contain it (F. Yates, 1937).
  ///
  /// Of the probabilities of sets of busy units it makes those that all units of a set are busy.
  /// - Precondition: the number of values is a power of two.
  /// - Complexity: O(n log n).
  static func of(_ values: [Double]) -> [Double] {
    precondition(values.count.nonzeroBitCount == 1, "there are 2ᴺ sets of N units, not \(values.count)")
    var sums = values
    sums.withUnsafeMutableBufferPointer { sums in
      var stride = 1
      while stride < sums.count {
        var start = 0
        while start < sums.count {
          for index in start..<(start + stride) { sums[index] += sums[index + stride] }
          start += 2 * stride
        }
        stride *= 2
      }
    }
    return sums
  }
}
