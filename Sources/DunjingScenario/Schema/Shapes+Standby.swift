extension Shapes {
  /// Where idle units are wanted.
  static let standby = RecordShape(
    "standby",
    [
      .key(
        "order", .texts, zh: "按先后次序应有单元待命的设施（编号）；用于 priorityList，以及逐级嵌套的 complianceTable。",
        en: "The ids of facilities in the order in which they are to be staffed; for priorityList and for a "
          + "nested complianceTable.", default: .texts([])),
      .key(
        "table", .list(complianceRow), zh: "不嵌套的待命表：第 k 行是有 k 个空闲单元时应有单元的 k 个设施；给出时不用 order。",
        en:
          "A table that is not nested: row k names the k facilities to staff while k units are idle; in place of "
          + "order.", default: .rule(zh: "无", en: "none")),
      .key(
        "coveredShare", .share, zh: "doubleStandard：应在时限内至少覆盖一次的警情比例。",
        en: "For doubleStandard: share of demand to be covered once within the target.", unit: .share,
        default: .number(StandbyRules().coveredShare)),
      .key(
        "widerFactor", .number(.between(1, 100)), zh: "doubleStandard：全部警情应被覆盖的放宽时限，为时限的倍数。",
        en:
          "For doubleStandard: the wider limit within which all demand is to be covered, as a multiple of the target.",
        unit: .factor, default: .number(StandbyRules().widerFactor)),
      .key(
        "minuteCost", .share, zh: "doubleStandard 与 slotBenefits：一个单元多开一分钟，至少要换来多少比例的警情覆盖。",
        en:
          "For doubleStandard and slotBenefits: the share of demand for which a minute's drive of one unit is "
          + "worthwhile.", unit: .share, default: .number(StandbyRules().minuteCost))
    ])

  static let complianceRow = RecordShape(
    "row",
    [
      .key(
        "posts", .texts, zh: "应有单元待命的设施；写两次表示要两个单元。",
        en: "The facilities to staff; one written twice is to have two units.")
    ])
}
