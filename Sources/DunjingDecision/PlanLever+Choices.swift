import DunjingScenario

extension PlanLever {
  /// One of the things among which a lever chooses.
  public struct Choice: Sendable, Equatable {
    /// What a command and a record call it.
    public let id: String
    /// What people read for it.
    public let name: LocalizedText
  }

  /// What the lever chooses among, in the order of its numbers; nil where it is a share.
  public var choices: [Choice]? {
    switch self {
    case .mechanism, .program:
      [
        Choice(id: "off", name: LocalizedText(zh: "关", en: "off")),
        Choice(id: "on", name: LocalizedText(zh: "开", en: "on"))
      ]
    case .sourceRule: SourceRule.allCases.map { Choice(id: $0.rawValue, name: $0.name) }
    case .destinationRule: DestinationRule.allCases.map { Choice(id: $0.rawValue, name: $0.name) }
    default: nil
    }
  }

  /// The choice at a number; nil where the lever is a share.
  public func choice(at value: Double) -> Choice? {
    choices.map { $0[min(max(Int(value.rounded()), 0), $0.count - 1)] }
  }
}

extension SourceRule {
  fileprivate var name: LocalizedText {
    switch self {
    case .headroom: LocalizedText(zh: "按余量", en: "by headroom")
    case .balanced: LocalizedText(zh: "按负荷", en: "balanced")
    case .lowestWeightFirst: LocalizedText(zh: "先低权重", en: "lowest weight first")
    }
  }
}

extension DestinationRule {
  fileprivate var name: LocalizedText {
    switch self {
    case .siteBySite: LocalizedText(zh: "逐点排满", en: "site by site")
    case .shiftByShift: LocalizedText(zh: "逐班排满", en: "shift by shift")
    }
  }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The place among all cases.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The case at the whole number nearest to a value.
  static func numbered(_ value: Double) -> Self {
    allCases[min(max(Int(value.rounded()), 0), allCases.count - 1)]
  }
}
