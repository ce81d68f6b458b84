/// What the headings and classes of tables kept in Chinese are called in a study, for the message that says what to write.
enum ChineseWord {
  /// Returns the candidate that a word stands for, such as `x` for 经度; nil where none is known.
  ///
  /// A word that holds a known one stands for it too, as 去年警情数 does; of several the longest counts, and of these the first.
  /// What denies, such as 非民警, stands for nothing.
  static func meant(by word: String, among candidates: [String]) -> String? {
    matches(word, candidates).max { $0.word.count < $1.word.count }?.name
  }

  /// Returns how surely a heading stands for a name, the more the higher; nil where it does not.
  ///
  /// The longest word in it counts; what only a part of the people or the place above is called, comes last. What
  /// counts residents, households or cars, such as 实有人口, counts no officers.
  static func weight(of heading: String, for name: String) -> Int? {
    if name == "agencyOfficers" && ["人口", "户", "车"].contains(where: heading.contains) { return nil }
    // Plates, models and places of cars are no numbers of cars, and telephones no officers on duty.
    let others = ["牌", "号", "型", "车位", "停", "情况", "辅", "电话", "姓名", "名单"]
    if ["unitsPerFacility", "officersPerShift"].contains(name), others.contains(where: heading.contains) {
      return nil
    }
    if ["x", "y", "position"].contains(name), !canHold(name, heading) { return nil }
    let doubts = ["流动", "暂住", "总", "编制", "辅", "所属", "上级"].contains(where: heading.contains) ? 100 : 0
    return matches(heading, [name]).map { $0.word.count }.max().map { $0 - doubts }
  }

  /// Whether a heading may be that of a coordinate, or of both in one column: 经纬度 and 坐标 are both, 横坐标 is one.
  private static func canHold(_ name: String, _ heading: String) -> Bool {
    let isBoth = heading.contains("经") && heading.contains("纬")
    if name != "position" { return !isBoth }
    return isBoth || !heading.contains { "XYxy横纵经纬".contains($0) } && !heading.hasSuffix("坐标系")
  }

  /// Returns the candidate whose word ends last in a name, as the noun does in Chinese: 城东派出所第一警务室 is a 警务室.
  static func noun(of name: String, among candidates: [String]) -> String? {
    matches(name, candidates).max { first, second in
      let ends = [first, second].map { name.ranges(of: $0.word).last?.upperBound ?? name.startIndex }
      return ends[0] != ends[1] ? ends[0] < ends[1] : first.word.count < second.word.count
    }?.name
  }

  /// Returns the words that stand for a name.
  static func words(for name: String) -> [String] { words.first { $0.name == name }?.words ?? [] }

  private static func matches(_ word: String, _ candidates: [String]) -> [(name: String, word: String)] {
    let denied = ["非", "不", "无效", "虚假", "骚扰"].contains(where: word.contains)
    guard word.contains(where: { !$0.isASCII }), !denied else { return [] }
    return words.filter { candidates.contains($0.name) }
      .flatMap { entry in entry.words.map { (name: entry.name, word: $0) } }
      .filter { word.contains($0.word) }
  }

  private static let words: [(name: String, words: [String])] =
    [

      // Columns.
      ("id", ["编号", "编码", "代码", "网格号"]), ("x", ["经度", "东经", "横坐标", "X坐标"]),
      ("y", ["纬度", "北纬", "纵坐标", "Y坐标"]),
      ("position", ["坐标", "经纬", "经度纬度", "经度,纬度", "经度，纬度", "经度、纬度", "经度/纬度"]),
      ("population", ["人口", "居民"]),
      ("demandWeight", ["警情", "接警", "报警", "发案", "案件", "起数"]), ("areaClass", ["类别", "等级", "级别", "分级"]),
      ("name", ["名称", "队伍", "部门", "单位", "机构", "所队", "派出所"]), ("kind", ["类型", "种类", "类别", "性质"]),
      ("station", ["派出所"]), ("town", ["乡镇", "街道", "镇街", "乡镇街道"]),
      ("unitsPerFacility", ["警车", "巡逻车", "处警车", "车辆", "车组", "单元数"]),
      ("officersPerShift", ["值班警力", "值班民警", "值班人数", "每班警力", "每班民警", "每班人数", "当班警力", "当班民警"]),
      ("grid", ["网格"]),
      ("county", ["县区", "区县"]), ("count", ["人数", "警力"]), ("pool", ["警种", "岗位"]),
      ("isSworn", ["性质", "身份", "是否民警", "人员类别"]), ("agencyFloor", ["留守", "留守人数", "最少留守", "最低留守", "底线", "在岗"]),
      ("countyFloor", ["县级留守"]), ("sendable", ["可下沉", "可下派", "可抽调"]),
      (
        "agencyOfficers",
        [
          "机关民警", "民警总数", "民警数", "人数", "警力", "民警", "实有", "实有数", "实有人数", "现有", "现有数", "现有人数", "在编", "在编数",
          "在编人数",
          "编制", "编制数"
        ]
      ),
      ("countyOfficers", ["县级民警"]), ("fixedHoursPerYear", ["固定工作", "固定工时", "工作量", "工时"]),
      ("sworn", ["民警", "民警数", "民警人数"]), ("auxiliaries", ["辅警", "辅警数", "辅警人数"]),
      ("delayWeight", ["延误权重"]), ("sinkRatio", ["下沉比例"]), ("streetShare", ["街面份额"]),
      // Values.
      ("core", ["核心"]), ("key", ["重点"]), ("general", ["一般"]),
      ("streetWorkstation", ["街面", "警务站", "工作站"]), ("policeRoom", ["警务室", "警务站室"]),
      ("corePost", ["核心岗", "固定岗", "执勤点", "固定执勤点"]), ("headquarters", ["机关", "公安局", "分局"]),
      ("reserveSite", ["备用"]),
      ("true", ["是", "民警"]), ("false", ["否", "辅警"]), ("community", ["社区", "网格名称", "网格名"])
    ] + OfficerWord.words.map { ($0.0.rawValue, $0.1) }
}
