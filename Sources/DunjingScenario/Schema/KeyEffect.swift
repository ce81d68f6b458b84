/// What a key changes.
enum KeyEffect: Sendable {
  /// What happens in the simulated city.
  case simulation
  /// How what happened is measured or compared; the incidents stay the same.
  case evaluation
  /// Nothing but checks, defaults of other keys, or what reports show.
  case information
  /// Nothing by itself: other keys refer to it.
  case reference

  /// The effect in words.
  var text: LocalizedText {
    switch self {
    case .simulation: LocalizedText(zh: "改变仿真", en: "simulation")
    case .evaluation: LocalizedText(zh: "只改变衡量", en: "evaluation only")
    case .information: LocalizedText(zh: "仅供信息", en: "information only")
    case .reference: LocalizedText(zh: "供引用", en: "reference")
    }
  }

  /// What the effect means.
  var explanation: LocalizedText {
    switch self {
    case .simulation: LocalizedText(zh: "改变仿真中发生的事", en: "changes what happens in the simulation")
    case .evaluation:
      LocalizedText(
        zh: "不改变发生的事，只改变如何衡量、比较或排序",
        en: "changes how results are measured, compared or ranked, not what happens")
    case .information:
      LocalizedText(
        zh: "只用于校验、其他键的默认值或报告中的文字，本身不改变仿真",
        en: "serves checks, defaults of other keys, or what reports show; by itself it changes no result")
    case .reference: LocalizedText(zh: "供其他键引用", en: "is what other keys refer to")
    }
  }
}
