import DunjingScenario
import DunjingSimulation

/// One of the ways to operate that a ``PolicyComparison`` plays: policies under a name.
public struct PolicyAlternative: Sendable {
  /// The name, by which it is called in results and tables.
  public var name: LocalizedText
  /// Which unit goes to an incident; nil for what the study names.
  public var dispatch: (any DispatchPolicy)?
  /// Who is served first.
  public var discipline: any QueueDiscipline
  /// Where idle units stand by; nil for what the study names.
  public var relocation: (any RelocationPolicy)?

  /// Creates an alternative with a name in each language; what is not given is as the study has it.
  public init(
    _ name: LocalizedText, dispatch: (any DispatchPolicy)? = nil,
    discipline: any QueueDiscipline = PriorityThenFirstCome(), relocation: (any RelocationPolicy)? = nil
  ) {
    (self.name, self.dispatch, self.discipline, self.relocation) = (name, dispatch, discipline, relocation)
  }

  /// Creates an alternative whose name is the same in both languages; what is not given is as the study has it.
  public init(
    _ name: String, dispatch: (any DispatchPolicy)? = nil,
    discipline: any QueueDiscipline = PriorityThenFirstCome(), relocation: (any RelocationPolicy)? = nil
  ) {
    self.init(
      LocalizedText(name), dispatch: dispatch, discipline: discipline, relocation: relocation)
  }
}
