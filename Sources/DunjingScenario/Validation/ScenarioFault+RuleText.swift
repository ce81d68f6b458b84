extension ScenarioFault {
  /// Returns the texts of faults of rules across parts of a scenario.
  func ruleText(at path: String) -> Message? {
    mechanismText(at: path) ?? referenceText(at: path) ?? forceText(at: path) ?? worldText(at: path)
      ?? windowText(at: path)
  }

  /// Returns names for a message: all of up to eight, or the first three of more.
  static func sample(of names: [String]) -> String {
    names.prefix(names.count > 8 ? 3 : 8).joined(separator: ", ")
  }

  private func referenceText(at path: String) -> Message? {
    switch self {
    case .emptyList(let what):
      return Self.message("没有\(what.zh)", "请至少给出一个", "there are no \(what.en)", "give at least one")
    case .tooMany(let found, let limit, let what):
      return Self.message(
        "共有 \(found) 个\(what.zh)", "最多 \(limit) 个", "there are \(found) \(what.en)", "give at most \(limit)")
    case .emptyID:
      return Self.message("'\(path)' 是空的", "请写一个短名", "'\(path)' is empty", "write a short name")
    case .duplicateID(let id, let what, let line):
      return Self.message(
        line.map { "第 \($0) 行的\(what.zh)已名为 '\(id)'" } ?? "另一个\(what.zh)已名为 '\(id)'", "请给每个不同的 id",
        line.map { "the \(what.en) in line \($0) is already named '\(id)'" }
          ?? "another \(what.en) is already named '\(id)'", "give each its own id")
    case .namedTwice(let id, let what):
      return Self.message(
        "\(what.zh) '\(id)' 写了两次", "只写一次", "the \(what.en) '\(id)' is named twice", "name it once")
    case .dangling(let id, let what, let known):
      let near = Spelling.nearest(to: id, in: known)
      let list = Self.sample(of: known)
      let all = Self.message(
        "", known.isEmpty ? "现在一个也没有" : known.count > 8 ? "现有 \(known.count) 个，例如 \(list)" : "现有：\(list)",
        "",
        known.isEmpty
          ? "there are none"
          : known.count > 8 ? "there are \(known.count), such as \(list)" : "there are \(list)")
      return Self.message(
        "'\(path)' 所指的\(what.zh) '\(id)' 不存在", near.map { "是否想写 '\($0)'？" } ?? all.remedy.zh,
        "'\(path)' names '\(id)', but no such \(what.en) exists",
        near.map { "did you mean '\($0)'?" } ?? all.remedy.en)
    case .shareSum(let sum):
      return Self.message(
        "'\(path)' 的份额之和为 \(sum.short)", "份额之和应为 1",
        "the shares of '\(path)' add up to \(sum.short)", "make them add up to 1")
    case .maximumBelowPilot(let maximum, let pilot):
      return Self.message(
        "至多 \(maximum) 次重复，少于试运行的 \(pilot) 次", "maximumReplications 不小于 replications，即 \(pilot)",
        "the maximum of \(maximum) replications is below the pilot of \(pilot)",
        "write a maximumReplications of at least the replications, \(pilot)")
    default: return nil
    }
  }

  private func forceText(at path: String) -> Message? {
    switch self {
    case .hole(let from, let to):
      return Self.message(
        "班次在 \(Self.clock(from)) 到 \(Self.clock(to)) 之间无人值守", "请补上班次，或写 coversDay: false",
        "no shift covers \(Self.clock(from)) to \(Self.clock(to))", "add a shift, or write coversDay: false")
    case .overlap(let first, let second):
      return Self.message(
        "班次 '\(first)' 与 '\(second)' 时间重叠", "请让前一班的结束时刻不晚于后一班的开始时刻",
        "the shifts '\(first)' and '\(second)' overlap", "end the earlier one before the later one starts")
    case .noUnitFor(let kind, let skills):
      let list = skills.joined(separator: ", ")
      return Self.message(
        "没有处警单元具备 '\(kind)' 所需的全部技能：\(list)", "请在 units 中给某一组补上技能",
        "no unit group has all skills that '\(kind)' needs: \(list)", "add the skills to a group of units")
    case .noFacility(let kind):
      return Self.message(
        "没有类别为 \(kind.rawValue) 的设施", "请在 facilities 中加入一个，或删去这组处警单元",
        "there is no facility of the kind \(kind.rawValue)",
        "add one to the facilities, or remove this group of units")
    case .facilityWithoutGrid(let id):
      return Self.message(
        "设施 '\(id)' 没有所属网格，但单元的 area 为 grid", "请在 facilities 中为它写上 grid，即网格的 id",
        "the facility '\(id)' has no grid, but the area of its units is grid",
        "write the id of a grid as its grid")
    case .countyWithout(let id, let noun):
      return Self.message(
        "县区 '\(id)' 没有\(noun.zh)", "请加上至少一个，或删去这个县区",
        "the county '\(id)' has no \(noun.en)", "add at least one, or remove the county")
    case .noForceWeight(let id):
      return Self.message(
        "县区 '\(id)' 的 forceWeight 为 0，没有警力", "请写大于 0 的数，或删去这个键，即按人口分配",
        "the county '\(id)' has a forceWeight of 0, so no officers",
        "write a number above 0, or leave it out for a share by residents")
    case .foreignGrid(let id, let county):
      return Self.message(
        "网格 '\(id)' 属于县区 '\(county)'，不是设施所在的县区", "请写本县区的网格",
        "the grid '\(id)' belongs to the county '\(county)', not to that of the facility",
        "name a grid of the same county")
    case .foreignStation(let id, let county):
      return Self.message(
        "派出所 '\(id)' 属于县区 '\(county)'，不是网格所在的县区", "请写本县区的派出所，或留空",
        "the station '\(id)' belongs to the county '\(county)', not to that of the grid",
        "name a station of the same county, or leave it out")
    case .floorAboveOfficers(let floor, let officers):
      return Self.message(
        "底线 \(floor) 人多于现有 \(officers) 人", "底线不能超过现有人数",
        "the floor of \(floor) is above the \(officers) officers there are",
        "write a floor up to the number of officers")
    case .agencyOfficersOfStation(let officers):
      return Self.message(
        "派出所内的部门没有机关民警，'\(path)' 却是 \(officers)", "请改写 countyOfficers，或删去 tier: station",
        "departments of the stations have no agency officers, but '\(path)' is \(officers)",
        "give countyOfficers, or leave tier: station out")
    case .moreOfProvince(let officers, let agency):
      return Self.message(
        "'\(path)' 是 \(officers)，多于 agencyOfficers 的 \(agency)，而省级机关民警是其中一部分", "请写不大于 \(agency) 的数",
        "'\(path)' is \(officers), more than the \(agency) agencyOfficers, of which it is a part",
        "write at most \(agency)")
    case .absentAltogether(let share):
      return Self.message(
        "leaveShare、courtShare、trainingShare 之和为 \(share.short)，没有人在岗", "三者之和应小于 1",
        "leaveShare, courtShare and trainingShare add up to \(share.short), so nobody is there",
        "make them add up to less than 1")
    case .lessUrgent(let urgent, let priority):
      return Self.message(
        "紧急部分的优先级 \(urgent) 低于一般优先级 \(priority)", "1 最紧急；urgentPriority 不大于 priority",
        "the urgent share has priority \(urgent), less urgent than \(priority)",
        "1 is the most urgent: write an urgentPriority up to the priority")
    case .notPermutation:
      return Self.message(
        "'\(path)' 不是 0 到 6 的一个排列", "0 为星期一，例如 [5, 4, 6, 3, 2, 1, 0]",
        "'\(path)' does not hold each of 0 … 6 once", "0 is Monday; write for example [5, 4, 6, 3, 2, 1, 0]")
    case .emptyCrew:
      return Self.message(
        "这组单元没有人员", "crewSworn 与 crewAuxiliaries 之和至少为 1",
        "the crew of these units is empty", "crewSworn and crewAuxiliaries must add up to at least 1")
    case .unitsNowhere(let kind):
      return Self.message(
        "这组单元的 facilities 是空列表",
        "驻在所有 \(kind.rawValue) 就不写 facilities；否则写设施编号，例如 [w1, w2]；都不驻则写 unitsPerFacility: 0",
        "the list of facilities of these units is empty",
        "leave facilities out for all of the kind \(kind.rawValue), write their ids, such as [w1, w2], or have none anywhere: "
          + "unitsPerFacility: 0")
    default: return nil
    }
  }

  private func worldText(at path: String) -> Message? {
    switch self {
    case .noDemand:
      return Self.message(
        "所有网格的需求权重都是 0", "请给出人口或 demandWeight",
        "the demand weights of all grids are 0", "give populations, or demandWeight")
    case .hazardsAboveDemand(let kind):
      return Self.message(
        "隐患和转化产生的 '\(kind)' 警情已多于总量", "请提高 demand，或减少 hazardKinds 的 arrivalsPerYear",
        "hazards and climbs alone beget more '\(kind)' incidents than the demand",
        "raise the demand, or lower arrivalsPerYear of the hazard kinds")
    case .defaultHazard(let hazard, let kind):
      return Self.message(
        "默认的隐患 '\(hazard)' 会升级为 '\(kind)'，但 incidentKinds 中没有它", "请自己列出 hazardKinds，没有隐患则写 hazardKinds: []",
        "the default hazard '\(hazard)' becomes '\(kind)', which is not among incidentKinds",
        "list hazardKinds of your own, or write hazardKinds: [] for none")
    case .unreachable(let node, let count, let total):
      return Self.message(
        "路网不连通：\(total) 个节点中有 \(count) 个不能互达，例如 '\(node)'", "请补上道路、改正单行道方向，或删去孤立节点",
        "the roads are not connected: \(count) of \(total) nodes cannot be reached both ways, such as '\(node)'",
        "add the missing edges, correct one-way directions, or remove the isolated nodes")
    case .linesWithoutRoads:
      return Self.message(
        "必巡线需要路网，但场景没有 roads", "请给出 roads，或删去 patrol.lines",
        "must-patrol lines need roads, but the scenario has none", "give roads, or remove patrol.lines")
    case .climbsForever:
      return Self.message(
        "这些升级相互引发，永不停止", "请降低概率：一起警情引发的后续警情平均应少于一起",
        "these climbs beget one another without end",
        "lower a probability: one incident may beget less than one other in the mean")
    case .unknownZone(let zone):
      return Self.message(
        "没有时区 '\(zone)'", "例如 Asia/Shanghai", "there is no time zone '\(zone)'",
        "write for example Asia/Shanghai")
    case .absurdMean(let mean):
      return Self.message(
        "'\(path)' 的均值是 \(mean.short)", "均值应在 100 万以内", "the mean of '\(path)' is \(mean.short)",
        "it must be up to a million")
    case .tooWide(let kilometers, let limit, let inDegrees):
      return Self.message(
        "地图宽达 \(kilometers.short) 公里，最多 \(limit.short) 公里", inDegrees ? "请检查经度和纬度" : "位置以公里为单位，是否写成了米？",
        "the map is \(kilometers.short) km wide, more than \(limit.short) km",
        inDegrees
          ? "check longitude and latitude" : "positions are in kilometers: were they written in meters?")
    case .tooMuch(let count, let limit, let days, let what):
      return Self.message(
        "\(days) 天内约有 \(count.short) 起\(what.zh)", "一次仿真最多 \(limit.short) 起：请检查单位，或缩短 time 的天数",
        "about \(count.short) \(what.en) in \(days) days",
        "a run holds up to \(limit.short): check the unit, or lower the days of time")
    case .climbsToItself(let kind):
      return Self.message(
        "'\(kind)' 不能转化为自身", "请写两个不同的警情类别",
        "'\(kind)' cannot climb to itself", "write two different kinds")
    case .degreesAsKilometers(let x, let y):
      return Self.message(
        "网格的位置像经纬度，例如 x \(x.short)、y \(y.short)，但 coordinates 为 local，即公里",
        "请写 coordinates: WGS-84；若确为公里，请从附近的原点起算",
        "positions of grids look like degrees, such as x \(x.short) and y \(y.short), but coordinates are local, in kilometers",
        "write coordinates: WGS-84, or count kilometers from an origin nearby")
    case .swappedDegrees(let x, let y):
      return Self.message(
        "经度、纬度两列似乎对调了，例如 x \(x.short)、y \(y.short)", "x 请写经度，y 请写纬度",
        "longitude and latitude seem to be swapped, such as x \(x.short) and y \(y.short)",
        "write the longitude as x and the latitude as y")
    case .missingPosition:
      return Self.message(
        "没有位置", "请给出 x 和 y，或给出 grid", "the place has no position", "give x and y, or a grid")
    default: return nil
    }
  }

  private static func clock(_ minute: Int) -> String {
    let (hours, minutes) = (minute / 60, minute % 60)
    return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
  }
}
