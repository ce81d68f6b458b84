import Dunjing

extension StudyTemplate {
  /// Six counties in two prefectures with 2.4 million residents, and officers by county.
  static let province: StudyTemplate = {
    let map = ProvinceMap()
    return StudyTemplate(
      scenario: provinceScenario,
      tables: [
        .counties(map.counties), .grids(map.grids), .facilities(map.facilities),
        .departments(DefaultCatalog.departments(residents: 2_400_000))
      ], sources: provinceSources)
  }()

  private static let provinceSources = [
    SourceRow(
      key: "counties", mark: .assumed, zh: "编的六个县；forceWeight 为每万人 14 名民警",
      en: "Six made-up counties; forceWeight is 14 officers for 10,000 residents"),
    SourceRow(
      key: "grids", mark: .assumed, zh: "每县六成居民在县城，其余在八个乡镇",
      en: "Six tenths of a county live in its seat, the others in eight townships"),
    SourceRow(
      key: "facilities", mark: .derived, zh: "每 5.5 万居民一个工作站；派出所一乡一所、县城每 4 万人一个",
      en: "A workstation for 55,000 residents; a station for each township, and for 40,000 in a seat"),
    SourceRow(
      key: "demand.incidentsPerResidentYear", mark: .published, zh: "东北地区 0.053–0.060 起",
      en: "0.053 to 0.060 in the north-east"),
    SourceRow(
      key: "departments", mark: .assumed, zh: "参照城市按居民数折算", en: "As in the city of reference, by residents"),
    SourceRow(
      key: "travel.modes.car.speedKilometersPerHour", mark: .assumed, zh: "城区 40、乡村 55 公里/小时之间",
      en: "Between 40 km/h in towns and 55 outside", range: "40,55"),
    SourceRow(
      key: "travel.detourFactor", mark: .assumed, zh: "城区 1.25、乡村 1.35 之间",
      en: "Between 1.25 in towns and 1.35 outside",
      range: "1.2,1.4"),
    SourceRow(
      key: "targets.clockOrigin", mark: .assumed, zh: "公布的目标未说明起点",
      en: "What was announced does not say from when"),
    SourceRow(
      key: "treatments.sink20.sinkRatio", mark: .announced, zh: "每年下派 20%", en: "20 % sent down each year")
  ]

  private static let provinceScenario = """
    # yaml-language-server: $schema=./scenario.schema.json
    #zh 全省的研究，由 dunjing init 写成：两个市、六个县，各县有自己的民警、部门和警情队列。表在旁边的 CSV 中。
    #zh 标记说明数字有多可靠：[A] 改革公告，[S] 公开发表，[D] 由公开数字推算，[H] 假设；各数的说明在 sources.csv。
    #zh 这些市县是编的例子。没写的键都有默认值，查一个键：dunjing explain counties
    #en A province, written by dunjing init: two prefectures and six counties, each with officers, departments and a queue of
    #en its own. The tables are CSV files beside this one.
    #en Marks say how sure a number is: [A] announced, [S] published, [D] derived, [H] assumed; notes are in sources.csv.
    #en The counties are made up. What is not said here has a default; to look up a key: dunjing explain counties
    schema: dunjing/1

    #zh 名称和一句话说明，印在报告开头。
    #en The name and one sentence, printed at the top of the report.
    name: {zh: 示例省, en: An example province}
    summary:
      zh: 240 万人、两个市、六个县；比较全省下沉 20% 与各市不同比例。
      en: 2.4 million residents in two prefectures and six counties, at 20 % sent down everywhere or more in one prefecture.

    time:
      #zh 方案开始的日期，定出月份和星期。[H]
      #en The day the plans take effect; it sets months and weekdays. [H]
      start: "2024-01-01"
      #zh 天数：预热和统计。这里很短，算得快；正式研究都写 365。[H]
      #en Days played before, and days measured. Very short here, to be quick; 365 each for a study. [H]
      warmUpDays: 30
      horizonDays: 60

    #zh 位置的单位：local 为向东、向北的公里数；经纬度写 WGS-84 或 CGCS2000。
    #en Unit of positions: local is kilometers east and north; for longitude and latitude write WGS-84 or CGCS2000.
    coordinates: local

    #zh 县区表：编号（可用行政区划代码）、名称、所属市（州）、forceWeight：各县民警数，部门、走访和化解按此分给各县。
    #zh 取自各县编制；这里每万人 14 名 [H]。
    #en Table of counties: id (an official code will do), name, prefecture, and forceWeight: officers of the county, by which
    #en departments, visits and mediation are divided. From the establishment; here 14 for 10,000 residents [H].
    counties: counties.csv

    #zh 网格表：每行要写所属县区 county。居民数取自人口普查；demandWeight 为警情的相对份额，县城 1.25、乡村 0.70 倍 [H]。
    #en Table of grids: each row names its county. Residents come from the census; demandWeight is the relative share of
    #en incidents, 1.25 times the residents in seats and 0.70 outside [H].
    grids: grids.csv

    travel:
      #zh 路程与直线距离之比：城区 1.25、乡村 1.35 之间。[H]
      #en The way relative to the straight distance: between 1.25 in towns and 1.35 outside. [H]
      detourFactor: 1.3
      modes:
        #zh 公里/小时：城区 40、乡村 55 之间。[H]
        #en Kilometers per hour: between 40 in towns and 55 outside. [H]
        car: {speedKilometersPerHour: 45}

    #zh 设施表：每行要写所属县区 county，每个县区至少一个派出所。数量按居民数推算 [D]，位置是编的 [H]。
    #en Table of facilities: each row names its county; every county needs a station. Numbers follow from residents [D],
    #en positions are made up [H].
    facilities: facilities.csv

    units:
      - id: street
        name: {zh: 街面处警单元, en: Street unit}
        facilityKind: streetWorkstation
        #zh 只在本县出警；写 city 则全省共用一个队列，慢得多。巡逻的时间份额：0 为驻守 [H]。
        #en They stay in their county; with city one queue would serve all, and slowly. Share of idle time on patrol: none [H].
        area: county
        movingShare: 0
      - id: stationCar
        name: {zh: 派出所值班车, en: Station duty car}
        facilityKind: station
        #zh 城区以外派出所什么警情都要处置 [H]；不能出警的时间份额 [H]。
        #en Outside of towns a station answers everything [H]; share of the time away on other work [H].
        skills: [basic, patrol, traffic]
        area: district
        unavailableShare: 0.45

    #zh 每名居民每年的有效警情（起）：110 接处警统计除以居民数 [S]。
    #en Incidents by resident and year, from the records of the call centers [S].
    demand: {incidentsPerResidentYear: 0.06}

    #zh 部门表：全省合计，按 forceWeight 分给各县；取自编制和工作量统计，这里按参照城市折算 [H]。
    #en Table of departments: sums of the province, divided among counties by forceWeight. From establishment and workload;
    #en here as in the city of reference, by residents [H].
    departments: departments.csv

    #zh 到场时限（分钟），按网格的区域类别。[A]
    #en Response targets in minutes, by the class of the grid. [A]
    #zh clockOrigin：自派警（dispatch）起算，不含等待；自报警起算写 call [H]。
    #en clockOrigin: from the dispatch, waiting left out; write call for from the call [H].
    targets: {coreMinutes: 1, keyMinutes: 3, generalMinutes: 5, clockOrigin: dispatch}

    #zh 要比较的方案。sinkRatio 可以是一个数，也可以各市（byPrefecture）、各县（agencyByCounty）不同；20% 取自公告 [A]。
    #en The plans to compare. sinkRatio is a number, or differs by prefecture (byPrefecture) or county (agencyByCounty); 20 % as
    #en announced [A].
    treatments:
      - {id: sink00, name: {zh: 不下沉, en: None sent down}, sinkRatio: 0}
      - {id: sink20, name: {zh: 各县下沉 20%, en: 20 % everywhere}, sinkRatio: 0.2, streetShare: 0.2}
      - id: focus
        name: {zh: 甲市下沉 30%、乙市 10%, en: 30 % in Jia and 10 % in Yi}
        sinkRatio: {agency: 0.2, byPrefecture: {甲市: 0.3, 乙市: 0.1}}
        streetShare: 0.2

    \(ending(replications: 3))

    """
}
