/// A mechanism of the reform that a treatment may turn on, by the name of its switch.
public enum Mechanism: String, Sendable, Hashable, CaseIterable {
  case oneClickDispatch, residentPolicing, intelligence, jointMediation, coLocation, contactCards
  case mergeTrafficPatrol, mutualAid, resourceSupport, targetedPatrol, unitAutonomy, oneWindow

  /// What people read for it.
  public var name: LocalizedText {
    switch self {
    case .oneClickDispatch: LocalizedText(zh: "一键调度", en: "one-click dispatch")
    case .residentPolicing: LocalizedText(zh: "驻社区", en: "officers live in the community")
    case .intelligence: LocalizedText(zh: "情报研判和靶向走访", en: "committee intelligence")
    case .jointMediation: LocalizedText(zh: "所长进班子联合化解", en: "joint mediation")
    case .coLocation: LocalizedText(zh: "同址办公", en: "police rooms at the committee's")
    case .contactCards: LocalizedText(zh: "联系卡", en: "contact cards")
    case .mergeTrafficPatrol: LocalizedText(zh: "交警巡警合一", en: "traffic and patrol as one corps")
    case .mutualAid: LocalizedText(zh: "区域警务一体化", en: "mutual aid of counties")
    case .resourceSupport: LocalizedText(zh: "资源支撑", en: "support by video and intelligence")
    case .targetedPatrol: LocalizedText(zh: "靶向投放", en: "patrol by demand")
    case .unitAutonomy: LocalizedText(zh: "单元作战", en: "units of the own district first")
    case .oneWindow: LocalizedText(zh: "一窗式受理", en: "one-window service")
    }
  }
}

extension Switches {
  /// Whether a mechanism is on.
  public subscript(mechanism: Mechanism) -> Bool {
    get { self[keyPath: Self.path(mechanism)] }
    set { self[keyPath: Self.path(mechanism)] = newValue }
  }

  private static func path(_ mechanism: Mechanism) -> WritableKeyPath<Switches, Bool> {
    switch mechanism {
    case .oneClickDispatch: \.oneClickDispatch
    case .residentPolicing: \.residentPolicing
    case .intelligence: \.intelligence
    case .jointMediation: \.jointMediation
    case .coLocation: \.coLocation
    case .contactCards: \.contactCards
    case .mergeTrafficPatrol: \.mergeTrafficPatrol
    case .mutualAid: \.mutualAid
    case .resourceSupport: \.resourceSupport
    case .targetedPatrol: \.targetedPatrol
    case .unitAutonomy: \.unitAutonomy
    case .oneWindow: \.oneWindow
    }
  }
}
