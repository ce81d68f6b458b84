import Dunjing

/// Sends the free unit that stands first in the list of the incident's grid, however near another one is.
///
/// A list is fixed, so that a queueing model can tell what it does before anything is simulated: see
/// ``PreferenceModel`` and ``PreferenceListSearch``.
///
/// Source: R. C. Larson (1974), "A hypercube queuing model for facility location and redistricting in urban emergency
/// services", Computers & Operations Research 1 (fixed-preference dispatching).
public struct PreferenceList: DispatchPolicy {
  /// The class of each incident kind: kinds of one class have one list in a grid.
  private let classOfKind: [Int]
  private let classCount: Int
  /// The place of each unit in each list, by grid and then by class; the greatest number for a unit that is not in it.
  private let ranks: [[Int]]

  /// Creates the policy of lists.
  /// - Parameters:
  ///   - lists: units by index in the world, by grid and then by class; the first one is wanted most. Units that a list
  ///     leaves out come last, in the order of their index.
  ///   - classOfKind: the class of each incident kind, from 0; one class for all where it is empty.
  ///   - unitCount: how many units the world has.
  /// - Precondition: there are as many lists in every grid, and lists name units of the world.
  public init(_ lists: [[Int]], classOfKind: [Int] = [], unitCount: Int) {
    self.classOfKind = classOfKind
    classCount = (classOfKind.max() ?? 0) + 1
    precondition(lists.count % classCount == 0, "every grid has a list for each class")
    ranks = lists.map { list in
      var ranks = [Int](repeating: .max, count: unitCount)
      for (rank, unit) in list.enumerated() { ranks[unit] = rank }
      return ranks
    }
  }

  /// Sends the candidate that stands first in the list.
  public mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    let kind = classOfKind.isEmpty ? 0 : classOfKind[incident.kind]
    let ranks = ranks[incident.grid * classCount + kind]
    return state.candidates.min { ranks[$0.unit] < ranks[$1.unit] }.map { .send(unit: $0.unit) } ?? .hold
  }
}

extension PreferenceList {
  /// Creates the policy whose lists the approximate hypercube of a world finds best: from the nearest unit first, improved
  /// until no exchange of neighbors in a list helps.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - treatment: the index of the treatment.
  ///   - search: how far lists are searched.
  /// - Complexity: some hundreds to thousands of solutions of the model; seconds for a city.
  public init(optimizing world: World, treatment: Int, search: PreferenceListSearch = PreferenceListSearch())
  {
    let model = PreferenceModel(world, treatment: treatment)
    let found = search.improved(model.nearestFirst) { model.meanResponseMinutes($0) }
    self.init(model.worldLists(found.lists), classOfKind: model.classOfKind, unitCount: world.units.count)
  }
}
