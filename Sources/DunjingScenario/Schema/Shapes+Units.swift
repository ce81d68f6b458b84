extension Shapes {
  static let unitGroup = RecordShape("unitGroup", unitIdentity + unitCrew + unitReadiness)

  private static let unitIdentity: [KeyShape] =
    [id("单元组编号，不重复。", "The id of the group, unique.")] + names + [
      .key(
        "facilityKind", .choice(of: FacilityKind.self), zh: "驻在哪类设施；也决定其他键的默认值。",
        en: "The kind of facility they stand at; it also sets the defaults of the other keys.",
        default: .rule(
          zh: "id 为 street、stationCar、corePost 时为其类型，其他须给出",
          en: "of street, stationCar and corePost theirs; other groups have to give it")),
      .key(
        "facilities", .texts, zh: "驻在哪些设施（编号）；给出时不看 facilityKind。空列表会被拒绝：驻在该类所有设施就不写此键。",
        en:
          "The ids of the facilities they stand at, whatever their kind. An empty list is refused: leave the key out for all of "
          + "facilityKind.",
        default: .rule(zh: "facilityKind 的所有设施", en: "all facilities of facilityKind")),
      .key(
        "unitsPerFacility", .integer(.between(0, 100)), zh: "每个设施的单元数，每个班次都在岗；方案可另定。",
        en: "Units at each facility, on duty in every shift; a treatment may set another number.",
        unit: .units,
        default: .integer(1))
    ]

  private static let unitCrew: [KeyShape] = [
    .key(
      "crewSworn", .integer(.between(0, 50)), zh: "一个单元的民警数；只用于 officersPerUnitShift 的默认值。",
      en: "Sworn officers of a crew; only the default of officersPerUnitShift uses it.", unit: .officers,
      default: byKind { "\($0.crewSworn)" }, effect: .information),
    .key(
      "crewAuxiliaries", .integer(.between(0, 50)), zh: "一个单元的辅警数；没有任何计算使用。",
      en: "Auxiliaries of a crew; nothing uses it.", unit: .people,
      default: byKind { "\($0.crewAuxiliaries)" }, effect: .information),
    .key(
      "mode", .text, zh: "出行方式，travel.modes 中的名称。", en: "How they travel, a name of travel.modes.",
      default: byKind(\.mode)),
    .key(
      "skills", .texts, zh: "技能；只处置所需技能全部具备的警情。",
      en: "What the crew can do; it is sent only where it has all skills of the incident kind.",
      default: byKind { "[\($0.skills.joined(separator: ", "))]" }),
    .key(
      "area", .choice(of: ServiceArea.self), zh: "可派往哪里；有 counties 时默认的 city 改为 county。",
      en:
        "Where they may be sent; where the study has counties, `county` takes the place of a default `city`.",
      default: byKind(\.area.rawValue)),
    .key(
      "roster", .text, zh: "勤务，rosters 中的编号。", en: "The id of their roster.",
      default: .text(DefaultCatalog.threeShifts.id))
  ]

  private static let unitReadiness: [KeyShape] = [
    .key(
      "movingShare", .share,
      zh: "动中备勤：空闲时间中按 patrol.policy 巡逻的比例，其余时间停在驻点；0 为始终停在驻点。",
      en:
        "Share of idle time on patrol by patrol.policy (standby while patrolling), the rest standing at the post; "
        + "0 always stands there.",
      unit: .share, default: byKind(\.movingShare.short)),
    .key(
      "turnoutSeconds", .number(.between(0, 7200)), zh: "停在驻点时从签收到出发的时间。",
      en: "From acknowledgment to departure when standing at the post.", unit: .seconds,
      default: byKind(\.turnoutSeconds.short)),
    .key(
      "movingTurnoutSeconds", .number(.between(0, 7200)), zh: "巡逻或返回途中从签收到转向的时间。",
      en: "From acknowledgment to the turn while on patrol or on the way back.", unit: .seconds,
      default: byKind(\.movingTurnoutSeconds.short)),
    .key(
      "unavailableShare", .number(.between(0, 0.99)), zh: "因窗口、押解、自办案件而不能派的时间比例。",
      en: "Share of the time when they cannot be sent, because of walk-ins, escorts and own cases.",
      unit: .share,
      default: byKind(\.unavailableShare.short)),
    .key(
      "unavailableMeanMinutes", .positive, zh: "每次不能派的平均时长；unavailableShare 为 0 时无作用。",
      en: "Mean length of one such absence; of no effect where unavailableShare is 0.", unit: .minutes,
      default: byKind(\.unavailableMeanMinutes.short)),
    .key(
      "preferenceSeconds", .number(.between(-7200, 7200)),
      zh: "在本派出所辖区选派时，从预计到场时间中扣除的秒数：越大越优先。",
      en: "Taken off its expected time when a unit is chosen in its own district: more is preferred.",
      unit: .seconds, default: byKind(\.preferenceSeconds.short)),
    .key(
      "isFirstResponderOnly", .flag, zh: "是否只先到控制现场：到场时间算它的，但另派完整单元处置。",
      en: "Whether it only comes first and holds the scene: its arrival counts, a full unit is sent as well.",
      default: byKind { "\($0.isFirstResponderOnly)" }),
    .key(
      "mergedSkills", .texts, zh: "方案打开 mergeTrafficPatrol 时另有的技能。",
      en: "Skills they have besides in treatments with the switch mergeTrafficPatrol.", default: .texts([]))
  ]

  /// The values of the default groups, in words.
  private static func byKind(_ value: (UnitGroup) -> String) -> KeyDefault {
    func text(_ kind: FacilityKind) -> String { DefaultCatalog.unitGroup(kind).map(value) ?? "–" }
    let (street, station, post) = (text(.streetWorkstation), text(.station), text(.corePost))
    if street == station && station == post { return .rule(LocalizedText(street)) }
    return .rule(
      zh: "街面工作站 \(street)，核心岗 \(post)，派出所和其他 \(station)",
      en: "street workstations \(street), core posts \(post), stations and others \(station)")
  }

  static let dispatch = RecordShape(
    "dispatch",
    [
      .key(
        "callTakingSeconds", .number(.between(0, 7200)), zh: "从报警到可以派警的接派警时间。",
        en: "Time from the call until a unit can be ordered.", unit: .seconds,
        default: .number(DefaultCatalog.dispatch.callTakingSeconds)),
      .key(
        "oneClickSeconds", .number(.between(0, 7200)), zh: "方案打开 oneClickDispatch 时的接派警时间。",
        en: "callTakingSeconds in treatments with the switch oneClickDispatch.", unit: .seconds,
        default: .number(DefaultCatalog.dispatch.oneClickSeconds)),
      .key(
        "acknowledgeSeconds", .number(.between(0, 7200)), zh: "从派警到单元签收的时间。",
        en: "Time from the order until the unit acknowledges it.", unit: .seconds,
        default: .number(DefaultCatalog.dispatch.acknowledgeSeconds)),
      .key(
        "accessSeconds", .number(.between(0, 7200)), zh: "每次出警途中不随路程变化的时间：找地址、停车、步行到现场。",
        en:
          "Time of each drive to an incident that does not hang on its length: finding the address, parking, walking up.",
        unit: .seconds, default: .number(DefaultCatalog.dispatch.accessSeconds)),
      .key(
        "policy", .choice(of: DispatchPolicyName.self), zh: "怎样从可派的空闲单元中选一个。",
        en: "How one of the idle units that may be sent is chosen.",
        default: .name(DefaultCatalog.dispatch.policy))
    ] + preemption)

  private static let preemption: [KeyShape] = [
    .key(
      "preemption", .choice(of: Preemption.self), zh: "没有空闲单元时，紧急警情能否改派正忙的单元。",
      en: "Whether an urgent incident without an idle unit may take one from a less urgent incident.",
      default: .name(DefaultCatalog.dispatch.preemption)),
    .key(
      "resumesAfterPreemption", .flag, zh: "被打断的现场处置是接着做（true）还是重新开始；只在 onScene 时有用。",
      en: "Whether interrupted work goes on where it stopped or starts again; matters for onScene only.",
      default: .flag(DefaultCatalog.dispatch.resumesAfterPreemption)),
    .key(
      "preemptingPriority", .integer(.between(0, 9)), zh: "不低于此级的警情可改派单元、动用 reserveUnits，且不被改派。",
      en: "Incidents up to this level may preempt and use reserveUnits, and lose no unit to others.",
      unit: .priority, default: .integer(DefaultCatalog.dispatch.preemptingPriority)),
    .key(
      "reserveUnits", .integer(.between(0, 100_000)), zh: "为紧急警情保留的空闲单元数（有 counties 时每个县区各留这些）；其他警情须等空闲数超过它。",
      en:
        "Idle units kept for urgent incidents, in each county if there are counties; others wait until more are idle.",
      unit: .units, default: .integer(DefaultCatalog.dispatch.reserveUnits)),
    .key(
      "waitingLimit", .integer(.between(0, 100_000)),
      zh: "可等待首个单元的警情数上限（有 counties 时按县区）；超出的移交其他力量，计为未按时到场。0 表示不排队。",
      en:
        "Incidents that may wait for a first unit, in each county if there are counties; others are handed over, and "
        + "late. 0: nobody waits.",
      unit: .incidents, default: .rule(zh: "无上限", en: "no limit")),
    .key(
      "relocation", .choice(of: RelocationPolicyName.self), zh: "单元空闲后去哪里待命。",
      en: "Where units that have become idle stand by.", default: .name(DefaultCatalog.dispatch.relocation)),
    .key(
      "busyFraction", .number(.between(0, 0.99)), zh: "dynamicMEXCLP 与 slotBenefits 假定的单元忙碌比例。",
      en: "Share of time a unit is assumed busy by dynamicMEXCLP and slotBenefits.", unit: .share,
      default: .number(DefaultCatalog.dispatch.busyFraction)),
    .key(
      "standby", .record(standby), zh: "空闲单元应在哪里待命；供 relocation 的各项策略使用。",
      en: "Where idle units are wanted, for the policies of relocation."),
    .key(
      "mutualAidMinutes", .positive, zh: "方案打开 mutualAid 时，外县区单元预计多久内能到才支援。",
      en: "Under the switch mutualAid: the longest expected time to arrive of a unit of another county.",
      unit: .minutes, default: .number(DefaultCatalog.dispatch.mutualAidMinutes)),
    .key(
      "supportSceneFactor", .number(.between(0, 1)), zh: "方案打开 resourceSupport 时现场处置时间的倍数。",
      en: "Factor on the time on scene in treatments with the switch resourceSupport.", unit: .factor,
      default: .number(DefaultCatalog.dispatch.supportSceneFactor)),
    .key(
      "supportRepeatFactor", .number(.between(0, 1)), zh: "方案打开 resourceSupport 时 repeatShare 的倍数。",
      en: "Factor on repeatShare in treatments with the switch resourceSupport.", unit: .factor,
      default: .number(DefaultCatalog.dispatch.supportRepeatFactor))
  ]
}
