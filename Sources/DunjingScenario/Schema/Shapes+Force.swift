extension Shapes {
  static let force = RecordShape(
    "force",
    [
      .key(
        "categories", .table(category), zh: "警员类别及人数；街面上有多少单元由 units 决定，与此无关。",
        en: "Categories of officers with head counts; units on the street follow `units`, not these counts.",
        default: .rule(
          zh: "每 474,276 居民：street 82，stationDuty 123，community 120，gridAuxiliary 175，volunteer 1399",
          en:
            "for 474,276 residents: street 82, stationDuty 123, community 120, gridAuxiliary 175, volunteer 1399"
        )),
      .key(
        "sentDown", .record(sentDown), zh: "下沉民警的走访、化解时数和学习过程。",
        en: "Hours of sent-down officers on tours and in mediation, and how they learn."),
      .key(
        "streetShift", .record(streetShift), zh: "下沉民警增派一个街面班次的代价和顺序。",
        en: "What a street shift costs in sunk officers, and in which order shifts are bought."),
      .key(
        "stationOfficer", .record(stationOfficer), zh: "从派出所部门转到社区的民警的走访和化解时数。",
        en: "Hours of officers who move from station departments to the community.")
    ])
  static let category = RecordShape(
    "officerCategory",
    [
      id("类别编号，供 community.visitors 引用。", "The id of the category, for community.visitors.")
    ] + names + [
      .key(
        "pool", .choice(of: OfficerPool.self), zh: "这类警员做什么；决定默认的走访和化解时数，并用于报告中的占比。",
        en: "What they do; it sets default hours of visits and mediation, and serves shares in the report.",
        default: .rule(zh: "内置类别为其值，其他须给出", en: "of a default with this id its pool; others have to give it"),
        effect: .information),
      .key(
        "isSworn", .flag, zh: "是否民警；只用于报告中的占比。",
        en: "Whether they are sworn; it serves shares in the report only.",
        default: .rule(zh: "辅警和群防力量为 false，其他 true", en: "false for auxiliaries and volunteers, else true"),
        effect: .information),
      .key(
        "count", .integer(.between(0, 10_000_000)),
        zh: "人数；只有走访的类别（community.visitors）和社区民警的人数影响仿真，其余只供报告。",
        en: "Head count; it matters for categories that visit (community.visitors) and community officers; "
          + "all others only serve the report.",
        unit: .people,
        default: .rule(
          zh: "内置类别按居民数，其他须给出", en: "of a default with this id by residents; others have to give it"))
    ])
  static let sentDown = RecordShape(
    "sentDown",
    [
      .key(
        "initialEffectiveness", .number(.between(0, 2)), zh: "到岗第一天走访的效果，相对于熟练社区民警。",
        en: "Effect of their tours on the first day, relative to an experienced community officer.",
        unit: .factor, default: .number(DefaultCatalog.sentDown.initialEffectiveness)),
      .key(
        "finalEffectiveness", .number(.between(0, 2)), zh: "熟练之后走访的效果。",
        en: "Effect of their tours once they have learned.", unit: .factor,
        default: .number(DefaultCatalog.sentDown.finalEffectiveness)),
      .key(
        "learningDays", .positive, zh: "学习的时间常数：差距按 exp(−天数/此值) 缩小。",
        en: "Time constant of learning: the gap shrinks by exp(−days / this).", unit: .days,
        default: .number(DefaultCatalog.sentDown.learningDays)),
      .key(
        "rotatesYearly", .flag, zh: "是否每 365 天轮换，新人重新学起。",
        en: "Whether new officers come every 365 days and learn anew.",
        default: .flag(DefaultCatalog.sentDown.rotatesYearly)),
      .key(
        "tourHoursPerYear", .number(hours), zh: "每名下沉到社区的民警一年的走访时数。",
        en: "Hours on tour of one officer sent to the community.", unit: .hoursPerYear,
        default: .number(DefaultCatalog.sentDown.tourHoursPerYear)),
      .key(
        "mediationHoursPerYear", .number(hours), zh: "每名下沉到社区的民警一年可用于化解的时数。",
        en: "Hours that one officer sent to the community can give to mediation.", unit: .hoursPerYear,
        default: .number(DefaultCatalog.sentDown.mediationHoursPerYear))
    ])
  static let hours = NumberRange(low: 0, high: 8784)
  static let streetShift = RecordShape(
    "streetShift",
    [
      .key(
        "group", .text, zh: "增派班次所用的单元组，每个备用点一个单元。",
        en: "The unit group whose shifts are bought, one unit at each reserve site.",
        default: .rule(
          zh: "第一个在街面工作站的组，没有则为第一个组", en: "the first group at street workstations, else the first group")),
      .key(
        "officersPerUnitShift", .positive, zh: "一个单元每周七天都上同一班次所需的下沉民警。",
        en: "Sunk officers needed to staff one shift of one unit on all seven days.", unit: .officers,
        default: .rule(
          zh: "crewSworn（至少 1）× teams ÷ availability ÷ 班次数；内置为 3.03",
          en: "crewSworn (at least 1) × teams / availability / number of shifts; 3.03 for the default group")),
      .key(
        "shiftOrder", .texts, zh: "按此顺序购买的班次；未列的班次不买。",
        en: "Shifts in the order in which they are bought; others are not bought.",
        default: .rule(
          zh: "evening, day, night；勤务中没有这三个班次时按其顺序",
          en: "evening, day, night; without these three as in the roster")),
      .key(
        "weekdayOrder", .integers, zh: "一个班次内按此顺序购买的星期几；未列的不买。",
        en: "Weekdays of a shift in the order in which they are bought; others are not bought.",
        unit: .weekday,
        default: .numbers([5, 4, 6, 3, 2, 1, 0]))
    ])
  static let roster = RecordShape(
    "roster",
    [
      id("勤务编号，供 units 的 roster 引用。", "The id of the roster, for the roster of units."),
      .key(
        "pattern", .choice(of: RosterPattern.self), zh: "常用的班制；给出它的班次和班组数，可再改。",
        en: "A usual pattern, which gives shifts and teams; both can be set apart.",
        default: .rule(zh: "无", en: "none")),
      .key(
        "shifts", .list(shift), zh: "班次；互不重叠，单元在所有班次上岗。",
        en: "The shifts, which may not overlap; units of the roster are on duty in all of them.",
        default: .rule(
          zh: "pattern 的班次；threeShifts 为其三个班次，其他须给出",
          en: "those of the pattern; of threeShifts its three; others have to give them")),
      .key(
        "availability", .number(.positiveShare), zh: "在岗率（不休假、出庭、训练）；只用于 officersPerUnitShift 的默认值。",
        en:
          "Share of officers not on leave, in court or in training; only the default of officersPerUnitShift uses it.",
        unit: .share,
        default: .rule(
          zh: "1 − leaveShare − courtShare − trainingShare；三者都不给出时 0.88",
          en: "1 − leaveShare − courtShare − trainingShare; 0.88 where none of them is given"),
        effect: .information),
      absence("leaveShare", zh: "休假", en: "on leave"), absence("courtShare", zh: "出庭", en: "in court"),
      absence("trainingShare", zh: "训练", en: "in training"),
      .key(
        "handoverMinutes", .number(.between(0, 240)), zh: "班次开始时在驻点交接的时间；期间可出警。",
        en: "Time a unit stands at its post for the handover that begins a shift; it can be sent from there.",
        unit: .minutes, default: .number(DefaultCatalog.threeShifts.handoverMinutes)),
      .key(
        "breakMinutes", .number(.between(0, 240)), zh: "班次过半时在驻点休息的时间；期间可出警。",
        en: "Time a unit stands at its post for the break amid a shift; it can be sent from there.",
        unit: .minutes, default: .number(DefaultCatalog.threeShifts.breakMinutes)),
      .key(
        "teams", .integer(.between(1, 100)), zh: "轮班的班组数；只用于 officersPerUnitShift 的默认值和换班系数。",
        en: "Teams that take turns; for the default of officersPerUnitShift and the relief factor only.",
        unit: .count,
        default: .rule(
          zh: "pattern 的班组数，否则 \(DefaultCatalog.threeShifts.teams)",
          en: "those of the pattern, else \(DefaultCatalog.threeShifts.teams)"), effect: .information),
      .key(
        "coversDay", .flag, zh: "是否要求班次覆盖 24 小时；只用于校验。",
        en: "Whether the shifts have to cover 24 hours; only a check.", default: .flag(true),
        effect: .information)
    ])
  private static func absence(_ name: String, zh: String, en: String) -> KeyShape {
    .key(
      name, .number(.between(0, 0.9)), zh: "\(zh)的时间比例；给出 availability 时不用。",
      en: "Share of the time \(en); not used where availability is given.", unit: .share,
      default: .number(0), effect: .information)
  }

  static let shift = RecordShape(
    "shift",
    [
      id("班次编号，供 streetShift 的 shiftOrder 引用。", "The id of the shift, for shiftOrder of streetShift."),
      .required("start", .timeOfDay, zh: "开始时刻。", en: "When it begins."),
      .required(
        "end", .timeOfDay, zh: "结束时刻；不晚于开始时刻的算次日。",
        en: "When it ends; at or before the start means the next day.")
    ])
}
