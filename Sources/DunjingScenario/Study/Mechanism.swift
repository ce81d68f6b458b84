/// A mechanism of the reform that a treatment may turn on, by the name of its switch.
public enum Mechanism: String, Sendable, Hashable, CaseIterable {
  /// One-click dispatch (一键调度): calls are assigned faster.
  case oneClickDispatch
  /// Officers live in the community (驻社区): more visit hours.
  case residentPolicing
  /// Committee intelligence and targeted tours (情报研判和靶向走访): visits find more.
  case intelligence
  /// Joint mediation with chiefs in township leadership (所长进班子、联调联处): a shorter hand-off, and more hazards closed.
  case jointMediation
  /// Police rooms share the premises of the committee (同址办公): less time on the way.
  case coLocation
  /// Residents call their community officer by the number on a card (联系卡), past the call center.
  case contactCards
  /// Traffic and patrol police are one corps (交警巡警合一): crews have their merged skills.
  case mergeTrafficPatrol
  /// Counties help one another when their own units are all away (区域警务一体化).
  case mutualAid
  /// Video and intelligence support crews on scene (资源支撑): handling is shorter.
  case resourceSupport
  /// Patrol goes where the demand is instead of round the points and lines (靶向投放).
  case targetedPatrol
  /// Units of the own district go first (单元作战), whatever `dispatch.policy` says.
  case unitAutonomy
  /// One-window service (一窗式受理): one queue for all windows of a station instead of one for each business.
  case oneWindow

  /// What people read for it.
  public var name: LocalizedText {
    switch self {
    case .oneClickDispatch: LocalizedText(zh: "一键调度", en: "one-click dispatch")
    case .residentPolicing: LocalizedText(zh: "驻社区", en: "officers live in the community")
    case .intelligence: LocalizedText(zh: "情报研判和靶向走访", en: "committee intelligence")
    case .jointMediation: LocalizedText(zh: "所长进班子和联调联处", en: "joint mediation")
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
