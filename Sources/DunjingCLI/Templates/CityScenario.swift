import Dunjing

/// The commented scenario of a city whose places, officers and departments are tables: a made-up one to begin with, or one of
/// somebody's own tables.
struct CityScenario {
  var name = LocalizedText(zh: "示例市", en: "An example city")
  var summary = LocalizedText(
    zh: "30 万人的城区，7 个派出所、6 个街面警务工作站，比较机关警力下沉 0–30% 的得失。",
    en:
      "A city of 300,000 with 7 stations and 6 street workstations, at 0 to 30 % of the agency officers sent down."
  )
  /// The command that wrote it.
  var command = "dunjing init"
  /// Whether places, officers and departments are made up.
  var isMadeUp = true
  /// What `coordinates` says.
  var coordinates = "local"
  /// The kinds of facilities that there are.
  var kinds = Set(FacilityKind.allCases)
  /// Incidents a day; nil goes by the residents.
  var incidentsPerDay: Double?
  /// Whether there is a table of officers, and one of departments; otherwise they are as by default.
  var (hasOfficers, hasDepartments) = (true, true)
  /// Whether the departments are those of a county.
  var isOfCounty = false
  /// Whether street units are none or too few, so that station cars answer everything.
  var stationsAnswerAll = false
  /// Whether one plan more sends officers to the street, to sites that are assumed.
  var hasStreetPlan = false
  /// The units at posts as a table gives them, with where it does; without any they are as in the template.
  var unitGroups: [ImportedUnitGroup] = []
  var unitSource: LocalizedText?

  /// The time zone; nil for the default.
  var zone: String?
  /// Whether cars of stations go everywhere, as some stations have none.
  var areStationCarsEverywhere = false
  /// The hours of work that incidents bring departments, by kind; empty for the default ones.
  var followUps: [KindOfFollowUps] = []
  /// The hazards of each kind that arise in a year; empty where they are the default ones.
  var hazards: [KindOfHazards] = []

  /// The hazards of a kind that arise in a year.
  struct KindOfHazards {
    let id: String
    let perYear: Double
  }

  /// The work that incidents of a kind bring departments.
  struct KindOfFollowUps {
    let id: String
    let followUps: [FollowUp]
  }

  /// The scenario in both languages, with lines that begin with `#zh` or `#en`.
  var text: String {
    ([head, title, time, grids, travel, facilities, force] + units + [work, departments, targets, plans])
      .joined(separator: "\n") + "\n"
  }

  private var head: String {
    let made =
      isMadeUp
      ? LocalizedText(zh: "城市是编的例子。", en: "The city is made up. ") : LocalizedText(zh: "", en: "")
    return """
      # yaml-language-server: $schema=./scenario.schema.json
      #zh 一个城市的研究，由 \(command) 写成。地点、警员和部门在旁边的 CSV 表中\(isMadeUp ? "，请用当地的表替换，列名不变" : "")。
      #zh 标记说明数字有多可靠：[A] 改革公告，[S] 公开发表，[D] 由公开数字推算，[H] 假设；各数的说明在 sources.csv。
      #zh \(made.zh)没写的键都有默认值，查一个键：dunjing explain dispatch
      #en A city, written by \(command). Places, officers and departments are the CSV tables beside this file\(tables)
      #en Marks say how sure a number is: [A] announced, [S] published, [D] derived, [H] assumed; notes are in sources.csv.
      #en \(made.en)What is not said here has a default; to look up a key: dunjing explain dispatch
      schema: dunjing/1

      """
  }

  private var title: String {
    """
    #zh 名称和一句话说明，印在报告开头。
    #en The name and one sentence, printed at the top of the report.
    name: {zh: \(shown(name.zh)), en: \(shown(name.en))}
    summary:
      zh: \(shown(summary.zh))
      en: \(shown(summary.en))

    """
  }

  private var time: String {
    """
    time:
      #zh 方案开始的日期，定出月份和星期。[H]
      #en The day the plans take effect; it sets months and weekdays. [H]
      start: "2024-01-01"
      #zh 天数：先按现状预热，不计入结果；以及统计期。\(isMadeUp ? "这里较短，算得快；正式研究都写 365。" : "")[H]
      #en Days played before under the present state, and days measured.\(isMadeUp ? " Short here, to be quick; 365 each for a study." : "") [H]
      warmUpDays: \(isMadeUp ? 60 : 365)
      horizonDays: \(isMadeUp ? 91 : 365)
    \(zone.map(Self.shownZone) ?? "")
    """
  }

  private static func shownZone(_ zone: String) -> String {
    """
      #zh 时区，只印在报告中。
      #en The time zone, only printed.
      zone: \(JSONText.quoted(zone))

    """
  }

  /// A text as YAML has it: in quotes where somebody else has chosen it.
  private func shown(_ text: String) -> String { isMadeUp ? text : JSONText.quoted(text) }

  private var tables: String {
    isMadeUp ? ": put in tables\n#en of yours with the same names of columns." : "."
  }

  private var grids: String {
    """
    #zh 位置的单位：local 为向东、向北的公里数；经纬度写 WGS-84 或 CGCS2000（高德、百度坐标须先转换）。
    #en Unit of positions: local is kilometers east and north; for longitude and latitude write WGS-84 or CGCS2000.
    coordinates: \(coordinates)

    #zh 网格表：编号、中心、居民数（人口普查、实有人口）、demandWeight 警情的相对份额（110 警情按网格的起数）、
    #zh areaClass 区域类别（core 核心、key 重点、general 一般，取自勤务方案）；还可加 station 列指明所属派出所。[H]
    #en Table of grids: id, middle, residents (census, population register), demandWeight: its relative share of incidents
    #en (records by grid), areaClass: core, key or general (duty plan). A column station may name its station. [H]
    grids: grids.csv

    """
  }

  private var travel: String {
    """
    #zh 没有路网时路程为直线距离乘 detourFactor [H]；车速为公里/小时 [H]，可由出警到到场的记录推算：dunjing calibrate。
    #zh 有路网地图时：dunjing import network。
    #en Without a road network the way is the straight distance times detourFactor [H]; the speed is in km/h [H], and can be
    #en taken from recorded drives: dunjing calibrate. With a map of roads: dunjing import network.
    travel:
      detourFactor: 1.25
      modes:
        car: {speedKilometersPerHour: 40}

    """
  }

  private var facilities: String {
    """
    #zh 设施表：kind 为 station 派出所、streetWorkstation 街面警务工作站、corePost 核心岗（服务 grid 列的网格）、
    #zh reserveSite 备用点（下沉警力可在此增派街面班次）。\(isMadeUp ? "数量按居民数推算 [D]，位置是编的 [H]。" : "")
    #en Table of facilities: kind is station, streetWorkstation, corePost (serves the grid of its column grid) or reserveSite,
    #en where officers sent down may staff more street shifts.\(isMadeUp ? " Numbers follow from residents [D], positions are made up [H]." : "")
    facilities: facilities.csv

    """
  }

  private var force: String {
    guard hasOfficers else {
      return """
        #zh 警员按参照城市的人数和当地居民数折算 [H]；有当地数字时写成表：force: {categories: officers.csv}
        #en Officers are as in the city of reference, by residents [H]. With numbers of yours: force: {categories: officers.csv}

        """
    }
    let assumed = LocalizedText(
      zh: "取自编制和实有警力。" + (isMadeUp ? "街面：单元 × 2 人 × 4 班 ÷ 0.88 [D]，其余按参照城市折算 [H]。" : ""),
      en: "head count from the establishment."
        + (isMadeUp
          ? " Street: units x 2 officers x\n  #en 4 teams / 0.88 on duty [D], the others by residents as in the city of reference [H]."
          : ""))
    return """
      force:
        #zh 警员表：类别、pool（做什么）、人数；人数\(assumed.zh)
        #en Table of officers: category, pool (what they do), \(assumed.en)
        categories: officers.csv

      """
  }

  private var work: String {
    """
    dispatch:
      #zh 接警到派警的秒数 [S]；启用一键派警后的秒数 [H]；单元签收的秒数 [S/D]。取自接处警平台。
      #en Seconds from call to order [S], the same with one-click dispatch [H], and until a unit signs [S/D].
      callTakingSeconds: 83
      oneClickSeconds: 45
      acknowledgeSeconds: 10

    \(demand)
    \(kindsOfIncidents)
    #zh 风险隐患：矛盾纠纷、涉诈、治安、安全；走访能在它们成为警情之前发现。[H]
    #en Hazards: disputes, fraud, order, safety; visits may find them before they become incidents. [H]
    \(kindsOfHazards)

    """
  }

  private var kindsOfHazards: String {
    guard !hazards.isEmpty else { return "hazardKinds: default" }
    let kinds = hazards.map { "  - {id: \($0.id), arrivalsPerYear: \(CommandNumber.short($0.perYear))}" }
    return """
      #zh 每年新增数按今日走访力量推算 [D]：其中升级为警情的与参照城市按居民数相同，使警情总数合于 demand；改了社区警力不必改它。
      #en Hazards a year by the visits of today [D]: as many become incidents as in the city of reference by residents, so that all
      #en incidents are as many as demand says. Other community officers need no other number here.
      hazardKinds:
      \(kinds.joined(separator: "\n"))
      """
  }

  private var demand: String {
    guard let incidentsPerDay else {
      return """
        #zh 每名居民每年的有效警情（起）：110 接处警统计除以居民数，不含无效警情 [S]。按七个内置类别分配 [H]。
        #en Incidents by resident and year, from the records of the call center, without hoaxes [S]; in seven default kinds [H].
        demand: {incidentsPerResidentYear: 0.06}
        """
    }
    return """
      #zh 不下沉时全市每天的有效警情（起），不含无效警情：由各网格的起数相加 [D]。按七个内置类别分配 [H]。
      #en Incidents a day in all with nobody sent down, without invalid calls: the sum over the grids [D]; in seven default kinds [H].
      demand: {incidentsPerDay: \(CommandNumber.short((incidentsPerDay * 100).rounded() / 100))}
      """
  }

  /// The kinds of incidents, with the work that they bring departments where it is not the default one.
  private var kindsOfIncidents: String {
    guard !followUps.isEmpty else { return "incidentKinds: default" }
    let kinds = followUps.map { kind in
      let works = kind.followUps.map {
        "{department: \($0.department), hours: \(CommandNumber.short($0.hours))}"
      }
      let list = works.isEmpty ? "" : ", followUps: [\(works.joined(separator: ", "))]"
      return "  - {id: \(kind.id)\(list)}"
    }
    return """
      #zh 七个内置类别；每起给机关部门带来的工时 hours，在警情单独就超过负荷率的部门已折减到参照城市的负荷率 [H]，请换成本地的。
      #en The seven default kinds; hours of work for each at departments, scaled down to the load of the city of reference where
      #en incidents alone would bring more [H]: put in yours.
      incidentKinds:
      \(kinds.joined(separator: "\n"))
      """
  }

  private var departments: String {
    let assumed =
      isMadeUp
      ? LocalizedText(
        zh: "取自编制和工作量统计，这里按参照城市折算 [H]。",
        en: "From establishment and workload; here as in the city of reference, by residents [H].")
      : LocalizedText(zh: "取自编制和工作量统计。", en: "From establishment and workload.")
    guard hasDepartments else {
      return """
        #zh 机关部门按参照城市和当地居民数折算 [H]；有当地数字时写成表：departments: departments.csv
        #en Departments are as in the city of reference, by residents [H]. With numbers of yours: departments: departments.csv
        departments: default

        """
    }
    return """
      #zh 机关部门表：可下沉的机关民警 agencyOfficers、县级民警、各自的底线（Floor，至少留下的人数）、
      #zh 与警情无关的工作量 fixedHoursPerYear（小时/年）、积压的权重。\(assumed.zh)
      #en Table of departments: agency officers, county officers, floors (who have to stay), fixed work in hours a year that no
      #en incident begets, weight of delay. \(assumed.en)
      departments: departments.csv

      """
  }

  private var targets: String {
    """
    #zh 到场时限（分钟），按网格的区域类别。[A]
    #en Response targets in minutes, by the class of the grid. [A]
    #zh clockOrigin：自派警（dispatch）起算，不含等待；自报警起算写 call [H]。
    #en clockOrigin: from the dispatch, waiting left out; write call for from the call [H].
    targets: {coreMinutes: 1, keyMinutes: 3, generalMinutes: 5, clockOrigin: dispatch}

    """
  }
}
