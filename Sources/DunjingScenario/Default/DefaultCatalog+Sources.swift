/// Where the defaults of keys come from.
extension DefaultCatalog {
  /// By key path without indices and names of the user's choice, what is announced, published or derived about a default, and
  /// what the assumed ones mean. The shipped city study lists the same numbers in its `sources.csv`.
  static let sources: [String: DefaultSource] = [
    "time.warmUpDays": .assumed(
      "隐患约 120 天达到稳态，取整年", "hazards are steady after about 120 days; a whole year is taken"),
    "time.horizonDays": .assumed("下沉警力按年轮换，故取整年", "sent-down officers rotate yearly, so whole years"),
    "travel.detourFactor": .assumed("路网里程与直线距离之比", "the ratio of road to straight distance"),
    "travel.modes.speedKilometersPerHour": .assumed(
      "市区处警车速；竞赛论文用 60，会使全部目标饱和",
      "urban response by car; textbook examples use 60, which saturates every target"),
    "travel.modes.hourFactors": .assumed("早晚高峰慢、夜间快", "slower in rush hours, faster at night"),
    "travel.modes.monthFactors": .assumed("冬季冰雪", "ice in winter"),
    "force.sentDown.initialEffectiveness": .assumed("初到社区的效能", "effectiveness on arrival"),
    "force.sentDown.finalEffectiveness": .assumed("长期效能", "effectiveness in the long run"),
    "force.sentDown.learningDays": .assumed("学习时间常数", "time constant of learning"),
    "force.sentDown.rotatesYearly": .assumed(
      "按年轮换，全年平均效能 0.865", "yearly rotation; the mean of the year is 0.865"),
    "force.sentDown.tourHoursPerYear": .assumed(
      "220 天 × 6.5 小时 × 0.75；不承担所内固定勤务", "220 days × 6.5 h × 0.75; no fixed duties at the station"),
    "force.sentDown.mediationHoursPerYear": .assumed("220 天 × 6.5 小时 × 0.25", "220 days × 6.5 h × 0.25"),
    "force.stationOfficer.tourHoursPerYear": .assumed(
      "220 天 × 6.5 小时 × 0.80 × 0.52", "220 days × 6.5 h × 0.80 × 0.52"),
    "force.stationOfficer.mediationHoursPerYear": .assumed(
      "220 天 × 6.5 小时 × 0.80 × 0.25", "220 days × 6.5 h × 0.80 × 0.25"),
    "rosters.shifts": .published("公开报道的三班制，每班 8 小时", "published: three shifts of eight hours"),
    "rosters.teams": .published("公开报道的四班三运转", "published: four teams in three shifts"),
    "rosters.availability": .assumed("休假、出庭、培训", "leave, court, training"),
    "units.unitsPerFacility": .published(
      "公开报道市区同时在岗 8–10 个街面单元", "8 to 10 street units on duty in the city were published"),
    "units.crewSworn": .assumed("公开报道街面每组 2–3 人", "street crews of 2 to 3 were published"),
    "units.crewAuxiliaries": .assumed("", ""),
    "units.movingShare": .assumed(
      "动中备勤占空闲时间；0.3–0.9 对三分钟达标率影响不足 2 个百分点",
      "share of idle time on patrol; 0.3 to 0.9 moves the 3-minute figure by less than 2 points"),
    "units.turnoutSeconds": .assumed("", ""),
    "units.unavailableShare": .assumed("值班车的接待、押解、本所案件", "walk-ins, escorts and own cases of station cars"),
    "units.preferenceSeconds": .assumed("否则值班车负荷仅 3 %", "otherwise station cars stay at 3 % load"),
    "dispatch.callTakingSeconds": .published(
      "内蒙古 2023 年：125.42 降至 83.22 秒", "Inner Mongolia 2023: from 125.42 to 83.22 s"),
    "dispatch.acknowledgeSeconds": .published(
      "指令 30 秒内签收 97.6–98.9 %", "97.6 to 98.9 % of orders are signed within 30 s"),
    "dispatch.accessSeconds": .assumed(
      "含在车速之中；记录可推算（dunjing calibrate demand）", "within the speed; records tell it (dunjing calibrate demand)"
    ),
    "dispatch.preemptingPriority": .assumed("仅一级警情可抢占在途单元", "only priority 1 takes units on their way"),
    "demand.incidentsPerResidentYear": .derived(
      "每日 77 起 ÷ 474,276 名居民（公开警情通报）", "77 a day among 474,276 residents (published bulletins)"),
    "incidentKinds": .derived("总数与类别占比据公开警情通报", "number and shares by kind after published bulletins"),
    "incidentKinds.exogenousPerYear": .derived(
      "各类占比 × 总数，减去隐患与升级部分", "share of the kind in all incidents, less hazards and climbs"),
    "incidentKinds.hourWeights": .assumed(
      "治安、纠纷、刑事 19–23 时，交通 7–9、16–18 时为高峰",
      "order, dispute and criminal peak at 19 to 23 h, traffic at 7 to 9 and 16 to 18 h"),
    "incidentKinds.weekdayWeights": .assumed("周五至周日略高", "slightly higher from Friday to Sunday"),
    "incidentKinds.monthWeights": .assumed("交通 12–2 月 × 1.2", "traffic × 1.2 from December to February"),
    "incidentKinds.urgentShare": .assumed("刑事 0.5、交通 0.1、求助 0.05", "criminal 0.5, traffic 0.1, help 0.05"),
    "incidentKinds.priority": .assumed(
      "刑事、诈骗、治安 2；纠纷、交通、求助 3；其他 4", "criminal, fraud, order 2; dispute, traffic, help 3; other 4"),
    "incidentKinds.sceneMinutes": .assumed(
      "公开的派警至反馈时长为上界", "published times to the closing report are an upper bound"),
    "incidentKinds.paperworkMinutes": .assumed("占用单元的文书", "paperwork that keeps the unit"),
    "incidentKinds.secondUnitProbability": .published(
      "刑事须两组（公开规定）；治安 0.5 为假设",
      "criminal incidents need two units by published rules; 0.5 for order is assumed"),
    "incidentKinds.harm": .assumed("仅用于方案排序", "only ranks plans"),
    "incidentKinds.followUps": .assumed("每起在机关产生的工时", "hours of work begotten at headquarters"),
    "hazardKinds": .derived("按警情中可防部分的占比", "from the shares of incidents that could have been prevented"),
    "hazardKinds.arrivalsPerYear": .derived(
      "按警情中可防部分的占比", "from the shares of incidents that could have been prevented"),
    "hazardKinds.incubationDays": .assumed("形状须作敏感性分析", "the shape needs a sensitivity analysis"),
    "hazardKinds.detectionPerVisit": .assumed("0.12、0.08、0.10、0.08", "0.12, 0.08, 0.10, 0.08"),
    "hazardKinds.closure": .assumed("0.85、0.90、0.90、0.90", "0.85, 0.90, 0.90, 0.90"),
    "hazardKinds.jointShare": .assumed("0.35、0.10、0.20、0.40", "0.35, 0.10, 0.20, 0.40"),
    "hazardKinds.mediationHours": .assumed("3、1、1.5、1 小时", "3, 1, 1.5, 1 h"),
    "climbs": .assumed("", ""),
    "community.beats": .assumed("每 900 名居民一个警务区", "one beat for 900 residents"),
    "community.visitHours": .assumed("每警务区每日约 0.42 次有效走访", "about 0.42 effective visits a day and beat"),
    "community.visitors": .assumed(
      "民警工时的 52 % 走访，网格辅警按 0.25、志愿者按 0.08 折算",
      "52 % of officers' hours; auxiliaries count 0.25, volunteers 0.08"),
    "community.jointHandOffDays": .assumed("部门联合处置的平均等待", "mean delay of joint mediation"),
    "community.jointHandOffDaysWithChiefs": .assumed("所长进班子之后", "with station chiefs in township leadership"),
    "community.closureGain": .assumed("取 0.05–0.10 的下限", "the low end of 0.05 to 0.10"),
    "community.intelligenceFactor": .assumed(
      "拟合值，使整合机制达到公布降幅的一半", "fitted so that the package reaches half of the announced falls"),
    "community.residentFactor": .assumed(
      "拟合值；驻社区由 6.5 增至 7.5 小时", "fitted; 6.5 to 7.5 h where officers reside"),
    "community.mediationHoursPerYear": .assumed("民警工时的 25 %", "25 % of officers' hours"),
    "windows.serviceMinutes": .assumed("办理一次平均 11 分钟", "a visit takes 11 minutes in the mean"),
    "departments": .assumed(
      "按吉林省公布的下沉人数推算编制，工时与底线为假设", "staff from the announced number sent down; hours and floors are assumed"),
    "departments.delayWeight": .assumed("仅用于方案排序", "only ranks plans"),
    "headquarters.productiveHoursPerYear": .assumed("每人每年有效工时", "productive hours of an officer"),
    "patrol.speedKilometersPerHour": .assumed("车巡", "by car"),
    "patrol.hotSpotMinutes": .published(
      "热点停留 10–15 分钟最有效（Koper，1995）", "stays of 10 to 15 minutes work best (Koper, 1995)"),
    "targets.coreMinutes": .announced("公布的“1、3、5”快速响应", "the announced 1, 3 and 5 minutes"),
    "targets.keyMinutes": .announced("公布的“1、3、5”快速响应", "the announced 1, 3 and 5 minutes"),
    "targets.generalMinutes": .announced("公布的“1、3、5”快速响应", "the announced 1, 3 and 5 minutes"),
    "targets.clockOrigin": .assumed("公布的目标未说明起点", "what was announced does not say from when"),
    "treatments.streetShare": .assumed(
      "两成补充街面，其余充实社区；0 为公告原意",
      "a fifth staffs street shifts, the rest joins the community; 0 is the literal reading"),
    "treatments.sinkRatio": .announced(
      "吉林省公布 20 %，共 1,771 名机关民警", "Jilin announced 20 %, 1,771 officers of its agencies"),
    "harm.lateArrival": .assumed("仅用于方案排序", "only ranks plans"),
    "harm.delayDayPerYear": .assumed("仅用于方案排序", "only ranks plans")
  ]
}
