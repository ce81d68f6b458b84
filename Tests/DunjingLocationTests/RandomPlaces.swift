import DunjingLocation
import DunjingRandom

extension StreamPurpose {
  fileprivate static let places = StreamPurpose(rawValue: 0x5465_7374)
}

/// Random places in a square, with weights: sites and demand points.
struct RandomPlaces {
  let travel: TravelMatrix
  let weights: [Double]

  /// - Parameter isWhole: whether minutes and weights are whole numbers.
  init(sites: Int, points: Int, seed: UInt64, isWhole: Bool) {
    var numbers = RandomStream(seed: seed, purpose: .places)
    func place() -> (Double, Double) { (numbers.nextUnit() * 30, numbers.nextUnit() * 30) }
    let (from, to) = ((0..<sites).map { _ in place() }, (0..<points).map { _ in place() })
    travel = TravelMatrix(
      rows: from.map { a in
        to.map { b in
          let minutes = ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot()
          return isWhole ? minutes.rounded() : minutes
        }
      })
    weights = (0..<points).map { _ in
      isWhole ? Double(numbers.nextInteger(below: 6)) : numbers.nextUnit()
    }
  }
}

/// All choices of `count` out of `candidates`, for comparison with exhaustive search.
func subsets(_ candidates: [Int], _ count: Int) -> [[Int]] {
  if count == 0 { return [[]] }
  guard candidates.count >= count else { return [] }
  let rest = Array(candidates.dropFirst())
  return subsets(rest, count - 1).map { [candidates[0]] + $0 } + subsets(rest, count)
}
