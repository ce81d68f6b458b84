import Dunjing

extension StudyTemplate {
  /// A town of 40,000: one file, nearly everything by default.
  static let minimal = StudyTemplate(scenario: minimalScenario, tables: [])

  private static let minimalScenario = """
    # yaml-language-server: $schema=./scenario.schema.json
    #zh 一个镇区的研究，由 dunjing init 写成：只有这一个文件，没写的键都取默认值。请从上到下换成你的数字。
    #zh 标记说明数字有多可靠：[A] 改革公告，[S] 公开发表，[D] 由公开数字推算，[H] 假设。
    #zh 这里的人口、地图和设施都是编的例子。查一个键：dunjing explain travel.detourFactor
    #en A town, written by dunjing init: this one file; what it does not say has a default. Put in your numbers, top down.
    #en Marks say how sure a number is: [A] announced, [S] published, [D] derived from published numbers, [H] assumed.
    #en Residents, map and facilities are made up as an example. To look up a key: dunjing explain travel.detourFactor
    schema: dunjing/1

    #zh 研究的名称和一句话说明，印在报告开头；中英文各一份。
    #en The name of the study and one sentence about it, printed at the top of the report, in both languages.
    name: {zh: 示例镇, en: An example town}
    summary:
      zh: 一个镇区：一个派出所、一个街面警务工作站，比较机关警力下沉 0、20%、40%。
      en: A town with a police station and a street workstation, at 0, 20 and 40 % of the agency officers sent down.

    time:
      #zh 方案开始的日期，定出月份和星期。[H]
      #en The day the plans take effect; it sets months and weekdays. [H]
      start: "2024-01-01"
      #zh 天数：先按现状预热，不计入结果。这里较短，算得快；正式研究写 365。[H]
      #en Days played before under the present state, not measured. Short here, to be quick; 365 for a study. [H]
      warmUpDays: 30
      #zh 天数：统计期。正式研究写 365，因为轮换和季节都以年计。[H]
      #en Days measured. 365 for a study, as seasons and rotation take a year. [H]
      horizonDays: 91

    #zh 位置的单位：local 为平面上向东、向北的公里数；经纬度写 WGS-84 或 CGCS2000（高德、百度坐标须先转换）。
    #en Unit of positions: local is kilometers east and north; for longitude and latitude write WGS-84 or CGCS2000.
    coordinates: local

    #zh 网格：编号、中心位置（公里）、居民数、区域类别（core 核心、key 重点、general 一般）。
    #zh 居民数取自人口普查或派出所实有人口系统；区域类别取自当地勤务方案。警情默认按居民数分到各网格。[H]
    #en Grids: id, middle in kilometers, residents, class of area (core, key or general).
    #en Residents come from the census or the population register of the station, classes from the local duty plan.
    #en Incidents are shared among grids by residents unless demandWeight says otherwise. [H]
    grids:
      - {id: g1, x: 0.5, y: 0.5, population: 2500}
      - {id: g2, x: 1.5, y: 0.5, population: 4500}
      - {id: g3, x: 2.5, y: 0.5, population: 2500}
      - {id: g4, x: 0.5, y: 1.5, population: 4500}
      - {id: g5, x: 1.5, y: 1.5, population: 12000, areaClass: key}
      - {id: g6, x: 2.5, y: 1.5, population: 4500}
      - {id: g7, x: 0.5, y: 2.5, population: 2500}
      - {id: g8, x: 1.5, y: 2.5, population: 4500}
      - {id: g9, x: 2.5, y: 2.5, population: 2500}

    #zh 没有路网时，路程 = 直线距离 × 这个系数；在地图上量几段路即可得到。城区约 1.25 [H]。
    #en Without a road network, the way is the straight distance times this factor; measure a few on a map. 1.25 in towns [H].
    travel: {detourFactor: 1.25}

    #zh 设施：station 派出所；streetWorkstation 街面警务工作站；reserveSite 备用点，下沉警力可在此增派街面班次。
    #zh 默认每个派出所一辆值班车（45% 的时间在忙别的事）、每个工作站一个街面单元，三班倒。[H]
    #en Facilities: station, streetWorkstation, and reserveSite, where officers sent down may staff more street shifts.
    #en By default each station has a duty car (away on other work 45 % of the time) and each workstation a street unit. [H]
    facilities:
      - {id: s1, name: {zh: 镇派出所, en: Town station}, kind: station, x: 1.0, y: 1.5}
      - {id: w1, name: {zh: 街面警务工作站, en: Street workstation}, kind: streetWorkstation, x: 1.8, y: 1.5}
      - {id: r1, name: {zh: 备用点, en: Reserve site}, kind: reserveSite, x: 1.5, y: 0.5}

    #zh 警员人数，取自编制和实有警力；pool 说明做什么：community 的进社区走访。街面：1 个单元 × 2 人 × 4 班 ÷ 0.88 出勤 [D]，
    #zh 其余按参照城市的居民数折算 [H]。
    #en Officers, from the establishment; pool says what they do: those of community visit. Street: 1 unit x 2 officers x
    #en 4 teams / 0.88 on duty [D], the others by residents as in the city of reference [H].
    force:
      categories:
        - {id: street, name: {zh: 街面民警, en: Street officers}, pool: patrol, count: 10}
        - {id: stationDuty, name: {zh: 派出所值班民警, en: Station duty}, pool: stationDuty, count: 10}
        - {id: community, name: {zh: 社区民警, en: Community officers}, pool: community, count: 10}
        - {id: gridAuxiliary, name: {zh: 网格辅警, en: Grid auxiliaries}, pool: auxiliary, count: 15}

    #zh 每天的有效警情（起），取自 110 接处警统计，不含骚扰、重复等无效警情。
    #zh 东北地区约每居民每年 0.060 起 [S]，即 40000 × 0.060 / 365 = 6.6 [D]。
    #en Incidents a day from the records of the call center, without hoaxes and repeated calls.
    #en About 0.060 by resident and year in the north-east [S]: 40,000 x 0.060 / 365 = 6.6 [D].
    demand: {incidentsPerDay: 6.6}

    #zh 机关部门：default 为九个部门，按居民数折算 [H]；下沉的民警从这里抽出，工作积压也在这里计算。
    #en Departments at headquarters: default is nine of them, by residents [H]. They give the officers, and their work queues.
    departments: default

    #zh 要比较的方案。sinkRatio：机关民警下沉的份额，20% 取自改革公告 [A]；streetShare：其中上街面的份额，其余进社区 [H]。
    #en The plans to compare. sinkRatio: share of agency officers sent down, 20 % as announced [A]; streetShare: share of these
    #en who staff street shifts, the others go to the community [H].
    treatments:
      - {id: sink00, name: {zh: 不下沉, en: None sent down}, sinkRatio: 0}
      - {id: sink20, name: {zh: 下沉 20%, en: 20 % sent down}, sinkRatio: 0.2, streetShare: 0.2}
      - {id: sink40, name: {zh: 下沉 40%, en: 40 % sent down}, sinkRatio: 0.4, streetShare: 0.2}

    #zh 综合损失指数中超时到场一起的权重，只用于排序 [H]；机关延误一天的权重 delayDayPerYear 默认按居民数折算。
    #en Weight of a late arrival in the harm index, which only ranks plans [H]; delayDayPerYear, that of a day of delay at
    #en headquarters, is by default in proportion to the residents.
    harm: {lateArrival: 0.25}

    #zh 重复次数：同一方案用不同的随机数算几遍，正式研究写 30；种子相同则结果相同。[H]
    #en Replications with other random numbers: 30 for a study. The same seed gives the same results. [H]
    experiment: {replications: 10, seed: 20231222, baseline: sink00}

    #zh 数字的来源，印在报告末尾：请把 mark 和 note 改成你的。
    #en Where the numbers come from, printed at the end of the report: put in your own marks and notes.
    sources:
      - {key: grids, mark: H, note: {zh: 编的例子, en: Made up as an example}}
      - {key: demand.incidentsPerDay, mark: D, note: {zh: "每居民每年 0.060 起", en: "0.060 by resident and year"}, value: 6.6}
      - {key: travel.detourFactor, mark: H, note: {zh: 城区的一般值, en: Usual in towns}, value: 1.25, low: 1.15, high: 1.4}
      - {key: treatments.sink20.sinkRatio, mark: A, note: {zh: 改革公告, en: As announced}, value: 0.2}

    """
}
