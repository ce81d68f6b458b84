/// A long-term measure that keeps hazards from arising (源头治理), such as school vice-principals (法治副校长).
///
/// Of the hazards of its kinds that would arise, it averts coverage × reduction × (1 − exp(−t / build-up)), t the time
/// since it was begun; a program of the baseline has been on for ever. Programs act independently of one another.
public struct Program: Sendable, Equatable {
  /// The id, unique among programs.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// The kinds of hazards it keeps from arising; when empty, all.
  public var hazardKinds: [String]
  /// Share of these hazards that it averts in the long run where it covers everybody.
  public var reduction: Double
  /// Share of communities, schools or people it covers.
  public var coverage: Double
  /// Days in which its effect builds up to 1 − 1/e; 0 has it at once.
  public var buildUpDays: Double
  /// Hours it takes from tours in a year, in the whole city.
  public var hoursPerYear: Double
}
