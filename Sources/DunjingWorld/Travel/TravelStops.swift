/// The places between which travel times are needed: those where an incident may happen, where a unit may stand, and all
/// those that a patrol route goes through. Other places are only driven through on the way.
///
/// A city whose every road node may have incidents has only stops; on a large map they are the few between which a table
/// of times is kept.
struct TravelStops: Sendable {
  /// The stops, in ascending order.
  let places: [Int32]
  /// The number of each place among the stops; −1 for a place that is none.
  let numbers: [Int32]

  /// The stops of a map, with those of some routes.
  init(_ geography: Geography, routes: [PatrolRoute] = []) {
    var isStop = [Bool](repeating: false, count: geography.placeCount)
    func note(_ places: [Int32]) { for place in places { isStop[Int(place)] = true } }
    geography.placesOfGrid.forEach(note)
    note(geography.placeOfFacility)
    note(geography.placeOfPoint)
    note(geography.recordedPlaces)
    geography.placesOfLine.forEach(note)
    for route in routes { note(route.places) }
    self.init(isStop)
  }

  private init(_ isStop: [Bool]) {
    places = isStop.indices.filter { isStop[$0] }.map(Int32.init)
    var numbers = [Int32](repeating: -1, count: isStop.count)
    for (number, place) in places.enumerated() { numbers[Int(place)] = Int32(number) }
    self.numbers = numbers
  }

  /// Whether every place is one.
  var areAllPlaces: Bool { places.count == numbers.count }
}
