extension Shapes {
  static let shock = RecordShape(
    "shock",
    [
      id("冲击编号，不重复。", "The id of the shock, unique.")
    ] + names + [
      .required("kind", .choice(of: ShockName.self), zh: "是什么冲击。", en: "What strikes."),
      .required("day", .day, zh: "开始的日期。", en: "The day it begins."),
      .key(
        "time", .timeOfDay, zh: "开始的时刻。", en: "When it begins on that day.", default: .text("00:00")),
      .required(
        "hours", .number(NumberRange(low: 0, high: 8784, excludesLow: true)), zh: "持续多久。",
        en: "How long it lasts.", unit: .hours),
      .key(
        "incidentKinds", .texts, zh: "surge：增多的警情类别；不给出为全部。",
        en: "For a surge: the kinds of incidents there are more of.",
        default: .rule(zh: "全部", en: "all")),
      .key(
        "factor", .number(.between(0, 100)), zh: "surge：警情为平时的几倍（不含隐患和民转刑带来的）。",
        en: "For a surge: how many times as many (those that grow from hazards and climbs aside).",
        unit: .factor, default: .number(1)),
      .key(
        "incidentKind", .text, zh: "massEvent：事件的警情类别。", en: "For a mass event: its kind of incident.",
        default: .rule(zh: "其他冲击不需要", en: "not needed by other shocks")),
      .key(
        "grid", .text, zh: "massEvent：事件所在的网格。", en: "For a mass event: its grid.",
        default: .rule(zh: "其他冲击不需要", en: "not needed by other shocks")),
      .key(
        "units", .integer(.between(1, 1000)), zh: "massEvent：占用的单元数，直到结束。",
        en: "For a mass event: units it keeps until it ends.", unit: .units, default: .integer(1)),
      .key(
        "facilities", .texts, zh: "facilityLoss：停用的设施；其单元不在岗。",
        en: "For a facility loss: the facilities; their units are off duty.",
        default: .rule(zh: "其他冲击不需要", en: "not needed by other shocks")),
      .key(
        "nodes", .texts, zh: "roadCut：相邻两个节点之间的道路双向中断。",
        en: "For a road cut: the roads between each node and the next are closed both ways.",
        default: .rule(zh: "其他冲击不需要", en: "not needed by other shocks"))
    ])
}

extension ShockName: DescribedChoice {
  var meaning: LocalizedText {
    switch self {
    case .surge: LocalizedText(zh: "警情增多（节日、寒潮）", en: "more incidents, as on a festival or in a cold wave")
    case .massEvent:
      LocalizedText(zh: "一起群体性事件占用多个单元", en: "one incident that keeps many units until it ends")
    case .facilityLoss: LocalizedText(zh: "设施停用，其单元不在岗", en: "facilities whose units are off duty")
    case .roadCut: LocalizedText(zh: "道路中断，绕行", en: "closed roads that units drive around")
    }
  }
}
