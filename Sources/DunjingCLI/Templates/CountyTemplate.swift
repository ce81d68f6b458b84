import Dunjing

extension StudyTemplate {
  /// A county of 250,000: a seat, and townships far apart with a station each.
  static let county: StudyTemplate = {
    let (map, residents) = (CountyMap(), 250_000)
    return StudyTemplate(
      scenario: countyScenario,
      tables: [
        .grids(map.grids), .facilities(map.facilities),
        .officers(residents: residents, streetUnits: map.streetUnits, keepsSworn: true),
        .departments(DefaultCatalog.departments(residents: Double(residents)).map(\.ofCountyOnly))
      ], sources: countySources)
  }()

  private static let countySources = [
    SourceRow(
      key: "grids", mark: .assumed, zh: "编的县：县城 9.4 万人，12 个乡镇各 1.3 万人",
      en: "A made-up county: 94,000 in the seat and 13,000 in each of 12 townships"),
    SourceRow(
      key: "grids.g01.demandWeight", mark: .assumed, zh: "每居民警情：县城 1.25 倍、乡村 0.70 倍",
      en: "Incidents by resident: 1.25 times in the seat, 0.70 in the country"),
    SourceRow(
      key: "facilities", mark: .assumed, zh: "一乡一所；位置是编的",
      en: "A station for each township; positions are made up"),
    SourceRow(
      key: "demand.incidentsPerResidentYear", mark: .published, zh: "东北地区 0.053–0.060 起",
      en: "0.053 to 0.060 in the north-east"),
    SourceRow(
      key: "travel.modes.car.speedKilometersPerHour", mark: .assumed, zh: "县城 45、乡村 55 公里/小时之间",
      en: "Between 45 km/h in the seat and 55 outside", range: "40,60"),
    SourceRow(
      key: "travel.detourFactor", mark: .assumed, zh: "城区 1.25、乡村 1.35", en: "1.25 in towns, 1.35 outside",
      range: "1.25,1.45"),
    SourceRow(
      key: "force.categories", mark: .assumed, zh: "参照城市按居民数折算；街面只留单元所需，其余在派出所",
      en:
        "As in the city of reference, by residents; in the street only who its units need, the others at stations"
    ),
    SourceRow(
      key: "departments", mark: .assumed, zh: "参照城市按居民数折算，全部算作县级民警",
      en: "As in the city of reference, by residents, all of them county officers"),
    SourceRow(
      key: "units.stationCar.unavailableShare", mark: .assumed, zh: "接待、押解、办案",
      en: "Walk-ins, escorts, own cases",
      range: "0.3,0.6"),
    SourceRow(
      key: "targets.generalMinutes", mark: .assumed, zh: "乡村路远，公告的 5 分钟只适于城区",
      en: "Villages are far away; the announced 5 minutes are for towns"),
    SourceRow(
      key: "targets.clockOrigin", mark: .assumed, zh: "公布的目标未说明起点",
      en: "What was announced does not say from when"),
    SourceRow(
      key: "treatments.sink20.sinkRatio", mark: .announced, zh: "每年下派 20%", en: "20 % sent down each year")
  ]

  private static let countyScenario = """
    # yaml-language-server: $schema=./scenario.schema.json
    #zh 一个县的研究，由 dunjing init 写成：县城和 12 个相距很远的乡镇，一乡一所。网格、设施、警员和部门在旁边的 CSV 表中。
    #zh 标记说明数字有多可靠：[A] 改革公告，[S] 公开发表，[D] 由公开数字推算，[H] 假设；各数的说明在 sources.csv。
    #zh 这个县是编的例子。没写的键都有默认值，查一个键：dunjing explain units
    #en A county, written by dunjing init: a seat and 12 townships far apart with a station each. Grids, facilities,
    #en officers and departments are the CSV tables beside this file.
    #en Marks say how sure a number is: [A] announced, [S] published, [D] derived, [H] assumed; notes are in sources.csv.
    #en The county is made up. What is not said here has a default; to look up a key: dunjing explain units
    schema: dunjing/1

    #zh 名称和一句话说明，印在报告开头。
    #en The name and one sentence, printed at the top of the report.
    name: {zh: 示例县, en: An example county}
    summary:
      zh: 25 万人、5000 平方公里的县，14 个派出所；比较县局机关民警下沉 0、10%、20%。
      en: A county of 250,000 on 5,000 km² with 14 stations, at 0, 10 and 20 % of the officers of its bureau sent down.

    time:
      #zh 方案开始的日期，定出月份和星期；冰雪季（12–2 月）默认车速 0.8 倍。[H]
      #en The day the plans take effect; it sets months and weekdays. From December to February cars drive at 0.8 times. [H]
      start: "2024-01-01"
      #zh 天数：预热和统计。这里较短，算得快；正式研究都写 365。[H]
      #en Days played before, and days measured. Short here, to be quick; 365 each for a study. [H]
      warmUpDays: 60
      horizonDays: 91

    #zh 位置的单位：local 为向东、向北的公里数，县城中心为 0, 0；经纬度写 WGS-84 或 CGCS2000。
    #en Unit of positions: local is kilometers east and north of the seat; for longitude and latitude write WGS-84 or CGCS2000.
    coordinates: local

    #zh 网格表：县城每格一平方公里；每个乡镇一个镇区和四片村屯。居民数取自人口普查；
    #zh demandWeight 是警情的相对份额，县城为居民数的 1.25 倍、乡村 0.70 倍 [H]，有警情记录时换成起数。
    #en Table of grids: a square kilometer each in the seat; of each township its town and four groups of villages. Residents
    #en come from the census. demandWeight is the relative share of incidents: residents times 1.25 in the seat and 0.70 in
    #en the country [H]; with records, put in their numbers.
    grids: grids.csv

    travel:
      #zh 路程与直线距离之比：乡村 1.35 [H]。在地图上量几段路即可得到。
      #en The way relative to the straight distance: 1.35 in the country [H]. Measure a few on a map.
      detourFactor: 1.35
      modes:
        #zh 公里/小时：县城 45、乡村 55 之间 [H]；可由出警记录推算：dunjing calibrate。
        #en Kilometers per hour: between 45 in the seat and 55 outside [H]; recorded drives tell: dunjing calibrate.
        car: {speedKilometersPerHour: 50}

    #zh 设施表：县城 2 个派出所、2 个街面警务工作站、1 个备用点；每个乡镇一个派出所。位置是编的 [H]。
    #en Table of facilities: in the seat 2 stations, 2 street workstations and a reserve site; a station in each township.
    #en Positions are made up [H].
    facilities: facilities.csv

    force:
      #zh 警员表：类别、pool（做什么）、人数；取自编制和实有警力。街面：单元 × 2 人 × 4 班 ÷ 0.88 [D]；民警总数按参照城市折算，
      #zh 街面用不完的在派出所，值班、社区各半 [H]。
      #en Table of officers: category, pool (what they do), head count from the establishment. Street: units x 2 officers x
      #en 4 teams / 0.88 on duty [D]. All sworn officers by residents as in the city of reference; those whom the street does
      #en not need are at the stations, half on duty, half as community officers [H].
      categories: officers.csv

    units:
      - id: street
        name: {zh: 县城街面单元, en: Street unit of the seat}
        facilityKind: streetWorkstation
        unitsPerFacility: 1
        #zh 每组民警数 [H]；可去的范围：city 为全县。
        #en Officers of a crew [H]; where they go: city is the whole county.
        crewSworn: 2
        area: city
      - id: stationCar
        name: {zh: 派出所值班车, en: Station duty car}
        facilityKind: station
        unitsPerFacility: 1
        #zh 乡镇派出所什么警情都要处置 [H]；只在本辖区出警。
        #en A township station answers everything [H], in its own district only.
        skills: [basic, patrol, traffic]
        area: district
        #zh 忙于接待、押解、办案而不能出警的时间份额：取自值班记录。[H]
        #en Share of the time away on walk-ins, escorts and own cases: from the duty log. [H]
        unavailableShare: 0.45

    #zh 每名居民每年的有效警情（起）：110 接处警统计除以居民数 [S]。
    #en Incidents by resident and year, from the records of the call center [S].
    demand: {incidentsPerResidentYear: 0.06}

    #zh 县局部门表：县级民警 countyOfficers，至少留下的人数 countyFloor，与警情无关的工作量（小时/年）。
    #zh 取自编制和工作量统计；这里按参照城市折算 [H]。省、市机关下派到本县的民警写在 agencyOfficers。
    #en Table of departments of the bureau: county officers, how many have to stay (countyFloor), fixed work in hours a year.
    #en From establishment and workload; here as in the city of reference, by residents [H]. Officers that province and
    #en prefecture send here go into agencyOfficers.
    departments: departments.csv

    #zh 到场时限（分钟）：核心 1、重点 3 [A]；一般区域在县里多是乡村，5 分钟到不了，写 15 [H]。
    #en Response targets in minutes: 1 in core and 3 in key areas [A]. Here most of the rest is country, where nobody
    #en arrives in 5: 15 [H].
    #zh clockOrigin：自派警（dispatch）起算，不含等待；自报警起算写 call [H]。
    #en clockOrigin: from the dispatch, waiting left out; write call for from the call [H].
    targets: {coreMinutes: 1, keyMinutes: 3, generalMinutes: 15, clockOrigin: dispatch}

    #zh 要比较的方案。sinkRatio.county：县局机关民警下沉的份额 [A]；streetShare：其中到县城街面的份额 [H]。
    #en The plans to compare. sinkRatio.county: share of the officers of the bureau sent down [A]; streetShare: share of these
    #en who staff street shifts in the seat [H].
    treatments:
      - {id: sink00, name: {zh: 不下沉, en: None sent down}, sinkRatio: 0}
      - {id: sink10, name: {zh: 下沉 10%, en: 10 % sent down}, sinkRatio: {county: 0.1}, streetShare: 0.1}
      - {id: sink20, name: {zh: 下沉 20%, en: 20 % sent down}, sinkRatio: {county: 0.2}, streetShare: 0.1}

    \(ending(replications: 5))

    """
}
