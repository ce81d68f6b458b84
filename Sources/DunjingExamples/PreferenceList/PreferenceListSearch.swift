import Dunjing

/// Improves preference lists by local search: two neighbors in a list change places where that lowers the cost, until no such
/// exchange does.
///
/// Any model can tell the cost: ``HypercubeModel`` exactly, ``ApproximateHypercube`` for many units. Under a light load the
/// nearest unit first is best; under a heavier one it pays to spare the unit that others need, which is why the first choice
/// for a grid need not be its nearest unit.
///
/// Source: J. P. Jarvis (1981), "Optimal assignments in a Markovian queueing system", Computers & Operations Research 8, for
/// lists that are not nearest first; J. P. Jarvis (1985), "Approximating the equilibrium behavior of multi-server loss
/// systems", Management Science 31, for the model that tells the cost of many units.
public struct PreferenceListSearch: Sendable {
  /// How many exchanges are tried in a list, from its front: who stands further back is seldom sent.
  public var depth: Int
  /// How often all lists are gone through at most.
  public var rounds: Int

  /// Creates a search.
  public init(depth: Int = 3, rounds: Int = 10) { (self.depth, self.rounds) = (depth, rounds) }

  /// What a search finds.
  public struct Outcome: Sendable, Equatable {
    /// The lists.
    public var lists: [[Int]]
    /// The cost of the first lists; nil where the model had no answer, and nothing was searched.
    public var firstCost: Double?
    /// The cost of the lists found.
    public var cost: Double?
    /// Exchanges that were made.
    public var exchanges: Int
  }

  /// Improves lists.
  /// - Parameters:
  ///   - lists: the units in the order in which each atom wants them.
  ///   - cost: the cost of lists, lower is better; nil where the model has no answer.
  public func improved(_ lists: [[Int]], cost: ([[Int]]) -> Double?) -> Outcome {
    let first = cost(lists)
    var found = Outcome(lists: lists, firstCost: first, cost: first, exchanges: 0)
    guard var best = first else { return found }
    for _ in 0..<rounds {
      let before = found.exchanges
      for list in lists.indices {
        for place in 0..<min(depth, max(0, lists[list].count - 1)) {
          found.lists[list].swapAt(place, place + 1)
          // Rounding is no gain.
          if let changed = cost(found.lists), changed < best - 1e-12 * best.magnitude {
            best = changed
            found.exchanges += 1
          } else {
            found.lists[list].swapAt(place, place + 1)
          }
        }
      }
      if found.exchanges == before { break }
    }
    found.cost = best
    return found
  }
}
