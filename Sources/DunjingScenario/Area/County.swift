/// A county (县、市、区) of a study of more than one: it has its own part of the force, its own departments and its own
/// queue of incidents.
///
/// A study without counties is one county of its own.
public struct County: Sendable, Equatable {
  /// The id, unique among counties; grids and facilities name it.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// The prefecture (市、州) it belongs to; may be empty.
  public var prefecture: String
  /// The name of the prefecture.
  public var prefectureName: LocalizedText
  /// Its part of the departments, of the officers who visit and of the room for mediation, relative to other counties.
  public var forceWeight: Double

  /// Creates a county.
  public init(
    id: String, name: LocalizedText, prefecture: String = "", prefectureName: LocalizedText? = nil,
    forceWeight: Double
  ) {
    (self.id, self.name, self.prefecture, self.forceWeight) = (id, name, prefecture, forceWeight)
    self.prefectureName = prefectureName ?? LocalizedText(prefecture)
  }
}
