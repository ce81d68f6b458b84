extension Shapes {
  static let placeKeys: [KeyShape] = [
    .required(
      "schema", .literal("dunjing/1"), zh: "文件格式的版本。", en: "The version of the file format.",
      effect: .reference),
    .required(
      "name", .localizedText, zh: "研究的名称。", en: "The name of the study.", effect: .information),
    .key(
      "summary", .localizedText, zh: "一句话说明地点和问题，印在报告开头。",
      en: "One sentence about the place and the question, printed at the top of the report.",
      default: .text(""), effect: .information),
    .key(
      "time", .record(time), zh: "预热、稳定和统计的天数，以及方案开始的日期。",
      en: "Days of warm-up, settling and measurement, and the day the treatments begin."),
    .key(
      "coordinates", .choice(of: CoordinateSystem.self), zh: "场景中所有位置的坐标系；不接受 GCJ-02 和 BD-09。",
      en: "The coordinate system of all positions; GCJ-02 and BD-09 are refused.",
      default: .name(CoordinateSystem.local)),
    .required(
      "grids", .table(grid), zh: "网格：警情和隐患所在的小区域。",
      en: "Grids: the small areas in which incidents and hazards arise."),
    .key(
      "counties", .table(county), zh: "县区；各有自己的部门、走访力量和警情队列；只要有 area 为 city 的单元，全部县区共用一个队列。",
      en:
        "Counties; each has its own departments, visits and queue of incidents, but one queue serves all as soon as a "
        + "group of units has the area `city`.",
      default: .rule(zh: "无：全部研究区为一个县区", en: "none: the whole study is one county")),
    .key(
      "roads", .record(roads), zh: "路网；给出时位置都落在路网节点上。",
      en: "The road network; with one, every place is a road node.",
      default: .rule(
        zh: "无路网，按 travel.metric 计算距离", en: "none: distances follow travel.metric")),
    .key(
      "travel", .record(travel), zh: "距离如何计算，各出行方式多快。",
      en: "How distances are measured, and how fast the modes are."),
    .required(
      "facilities", .table(facility), zh: "设施：单元出发或增派班次所在的地点。",
      en: "Facilities: the places units start from, or where street shifts may be added.")
  ]

  static let forceKeys: [KeyShape] = [
    .key(
      "force", .record(force), zh: "警员类别、下沉民警如何学习、街面班次的代价。",
      en: "Categories of officers, how sent-down officers learn, and the price of a street shift."),
    .key(
      "rosters", .list(roster), zh: "勤务（排班）；处警单元按其班次上岗。",
      en: "Rosters: the shifts in which units are on duty.",
      default: .rule(
        zh: "threeShifts：0–8 时 night、8–16 时 day、16–24 时 evening",
        en: "threeShifts: night from 0 to 8 h, day from 8 to 16 h, evening from 16 to 24 h")),
    .key(
      "units", .list(unitGroup), zh: "处警单元组；id 为 street、stationCar、corePost 的从同名内置组取默认值；列出后只有所列的组。",
      en:
        "Groups of response units; one with the id street, stationCar or corePost starts from that default; where listed, there "
        + "are only these.",
      default: .rule(
        zh: "每个街面工作站、派出所、核心岗各一个单元", en: "one unit at each street workstation, station and core post")),
    .key(
      "dispatch", .record(dispatch), zh: "接派警、选派、改派和待命的规则。",
      en: "How calls are taken, units chosen, taken over and stationed.")
  ]

  static let demandKeys: [KeyShape] = [
    .key(
      "demand", .record(demand), zh: "警情总量；只决定内置警情类别的数量。",
      en: "How many incidents there are; it sets the rates of the default incident kinds only."),
    .key(
      "incidentKinds", .either([.literal("default"), .list(incidentKind)]),
      zh: "警情类别；列出后只有所列的类别。", en: "Kinds of incidents; where listed, there are only these.",
      default: .rule(
        zh: "七类：criminal, fraud, order, dispute, traffic, help, other",
        en: "seven kinds: criminal, fraud, order, dispute, traffic, help, other")),
    .key(
      "hazardKinds", .either([.literal("default"), .list(hazardKind)]),
      zh: "隐患类别；[] 表示没有隐患。", en: "Kinds of latent hazards; [] is a city without hazards.",
      default: .rule(
        zh: "四类：dispute, fraudExposure, orderOpportunity, safety，数量按居民数",
        en: "four kinds: dispute, fraudExposure, orderOpportunity, safety, their number by residents")),
    .key(
      "climbs", .list(climb), zh: "会引发另一类警情的警情（如民转刑）；[] 表示没有。",
      en: "Incidents that beget a later one of another kind; [] is none.",
      default: .rule(
        zh: "dispute → order 0.06，order → criminal 0.012，平均 10 天",
        en: "dispute to order 0.06, order to criminal 0.012, after 10 days on average")),
    .key(
      "community", .record(community), zh: "社区走访和矛盾化解：谁走访、多久、效果如何。",
      en: "Visits in the community and mediation: who visits, how long, with what effect."),
    .key(
      "programs", .list(program), zh: "从源头减少隐患的举措，由方案的 programs 打开。",
      en: "Long-term measures that keep hazards from arising; treatments turn them on by programs.",
      default: .rule(
        zh: "三项：leadersContact, schoolVicePrincipals, sourceGovernance",
        en: "three: leadersContact, schoolVicePrincipals, sourceGovernance")),
    .key(
      "shocks", .list(shock), zh: "统计期内的冲击：警情骤增、群体性事件、站点停用、道路中断。",
      en: "Shocks on given days: surges, mass events, facilities lost, roads closed.",
      default: .rule(zh: "无", en: "none")),
    .key(
      "windows", .record(windows), zh: "派出所综合服务窗口：谁何时来、办理多久；与处警互不影响。",
      en:
        "Service windows at the stations: who comes when, and how long a visit takes; they and response do not touch one "
        + "another.",
      default: .rule(zh: "无窗口；写 windows: {} 即全用默认值", en: "none; windows: {} has all the defaults"))
  ]

  private static let departmentIDs = DefaultCatalog.departments(
    residents: DefaultCatalog.referenceResidents
  ).map(\.id).joined(separator: ", ")

  static let studyKeys: [KeyShape] = [
    .key(
      "departments", .either([.literal("default"), .table(department)]),
      zh: "机关部门，下沉警力从中抽出；default 为九个部门，按居民数折算；列出后只有所列的部门。内置 id：\(departmentIDs)。",
      en:
        "Departments at headquarters, which give the officers; default is nine of them, scaled by residents; where listed, "
        + "there are only these. Known ids: \(departmentIDs).",
      default: .rule(
        zh: "没有部门：无人可下沉，也没有积压", en: "none: nobody can be sunk and there is no backlog")),
    .key(
      "headquarters", .record(headquarters), zh: "机关每名民警的有效工时和工作量的波动。",
      en: "Productive hours of an officer at headquarters, and the spread of the work."),
    .key(
      "patrol", .record(patrol), zh: "必到点、必巡线和动中备勤的巡逻方式。",
      en: "Must-visit points, must-patrol lines, and how units on moving standby go round."),
    .key("targets", .record(targets), zh: "各类区域的到场时限。", en: "Response targets by class of area."),
    .key(
      "treatments", .list(treatment), zh: "要比较的方案。", en: "The treatments to compare.",
      default: .rule(
        zh: "八个：sink0, sink5, sink10, sink15, sink20, sink25, sink30, sink40",
        en: "eight: sink0, sink5, sink10, sink15, sink20, sink25, sink30, sink40")),
    .key(
      "experiment", .record(experiment), zh: "重复次数、随机种子、基准方案和精度。",
      en: "Replications, seed, baseline and precision."),
    .key("harm", .record(harm), zh: "综合损失指数的权重。", en: "Weights of the harm index."),
    .key(
      "assessment", .list(assessmentItem), zh: "考核表：指标、权重、记分区间和责任单位。",
      en: "The scorecard: indicators, weights, scales and who answers for them.",
      default: .rule(zh: "无", en: "none"), effect: .evaluation),
    .key(
      "security", .record(security), zh: "安全感指数（模型）的公式。", en: "The formula of the security index.",
      effect: .evaluation),
    .key(
      "sources", .table(source), zh: "各参数的来源，印在报告附录。",
      en: "Where the numbers come from, printed at the end of the report.",
      default: .rule(zh: "无", en: "none"), effect: .information),
    .key(
      "estimates", .table(estimate), zh: "由数据估计的参数及其标准误；dunjing calibrate demand 写出此表。",
      en:
        "Numbers estimated from data, with their standard errors; dunjing calibrate demand writes the table.",
      default: .rule(zh: "无", en: "none")),
    .key(
      "report", .record(report), zh: "报告的抬头。", en: "What stands at the top of the report.")
  ]
}
