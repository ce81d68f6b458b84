import DunjingScenario

/// What there is to know about an indicator.
struct IndicatorDefinition: Sendable {
  let name: LocalizedText
  let unit: IndicatorUnit
  let channel: Channel
  let direction: Direction
  let text: LocalizedText
}

extension Indicator {
  /// The name.
  public var name: LocalizedText { about.name }
  /// The definition, in one sentence.
  public var definition: LocalizedText { about.text }
  /// The unit.
  public var unit: IndicatorUnit { about.unit }
  /// The effect channel it belongs to.
  public var channel: Channel { about.channel }
  /// Whether more is better.
  public var direction: Direction { about.direction }

  private var about: IndicatorDefinition {
    responseDefinition ?? stageDefinition ?? preventionDefinition ?? mechanismDefinition
      ?? serviceDefinition ?? priceDefinition
  }
}
