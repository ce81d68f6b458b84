import DunjingScenario

/// Kinds of a study by the names that they usually have in records.
enum KindName {
  /// Returns the id of the one kind that a recorded name means: by its name without words such as 警情 and 案件, or by the usual
  /// words for the default kinds; nil where none or several could be meant.
  static func id(of recorded: String, among kinds: [IncidentKind]) -> String? {
    let name = plain(recorded)
    guard !name.isEmpty else { return nil }
    let same = kinds.filter { [$0.id, $0.name.zh, $0.name.en].map(plain).contains(name) }
    if !same.isEmpty { return same.count == 1 ? same[0].id : nil }
    let usual = words.first { $0.names.contains(name) }?.id ?? deed(in: name)
    return kinds.first { $0.id == usual }?.id
  }

  /// Whether a recorded name only says that it is another one than those of its list: 其他.
  static func isVague(_ recorded: String) -> Bool { vague.contains(plain(recorded)) }

  private static let vague: Set<String> = ["其他", "其它", "other", "others", "misc", "miscellaneous"]

  /// The default kind of a name that holds the word of a deed, as 治安-打架斗殴 or 诈骗（电诈） does: that of the longest such
  /// word; nil where two of the same length mean different kinds.
  private static func deed(in name: String) -> String? {
    let held = deeds.flatMap { deed in
      deed.words.filter(name.contains).map { (id: deed.id, length: $0.count) }
    }
    let longest = held.map(\.length).max()
    let ids = Set(held.filter { $0.length == longest }.map(\.id))
    return ids.count == 1 ? ids.first : nil
  }

  /// The letters and digits of a name, without endings that are said of every kind.
  private static func plain(_ name: String) -> String {
    var text = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    while let ending = endings.first(where: { text.hasSuffix($0) && text != $0 }) {
      text.removeLast(ending.count)
    }
    return text
  }

  private static let endings = ["警情", "案件", "事件", "类", "incidents", "incident", "calls", "call"]

  /// The words by which records of the police usually call the default kinds, without endings.
  private static let words: [(id: String, names: Set<String>)] = [
    ("criminal", ["刑事", "刑案"]),
    ("fraud", ["电信网络诈骗", "电信诈骗", "网络诈骗", "电诈", "涉诈"]),
    ("order", ["治安", "行政", "行政治安", "治安行政"]),
    ("dispute", ["纠纷", "矛盾纠纷", "民间纠纷", "纠纷调解"]),
    ("traffic", ["交通", "交通事故", "道路交通", "道路交通事故"]),
    ("help", ["求助", "群众求助", "公民求助", "群众紧急求助", "紧急求助"]),
    ("other", ["其他", "其它", "火灾", "灾害事故", "举报", "投诉", "举报投诉", "投诉举报"])
  ]
  /// Words of a deed by which a default kind is known wherever they stand in a name.
  private static let deeds: [(id: String, words: [String])] = [
    ("criminal", ["盗窃", "入室盗窃", "扒窃", "抢劫", "抢夺", "飞车抢夺", "两抢一盗", "侵财"]),
    ("fraud", ["诈骗", "电诈", "电信网络诈骗"]),
    ("order", ["打架", "斗殴", "打架斗殴", "殴打", "殴打他人", "寻衅滋事", "赌博", "卖淫嫖娼", "吸毒"]),
    ("dispute", ["纠纷", "噪音", "扰民", "噪音扰民", "噪声", "噪声扰民"]),
    ("traffic", ["交通事故", "车祸"]),
    ("help", ["求助", "走失", "走失人员", "人员走失"]),
    (
      "criminal",
      [
        "theft", "burg", "burglary", "robbery", "larceny", "shoplift", "stolen", "assault", "homicide",
        "shooting",
        "shotsfired", "stabbing", "carjack", "arson", "sexoffense", "sexualassault", "breakandenter"
      ]
    ),
    ("fraud", ["fraud", "scam", "forgery", "identitytheft", "idtheft", "counterfeit"]),
    (
      "order",
      [
        "disturbance", "disorder", "disorderly", "publicorder", "fight", "suspicious", "suspperson",
        "suspveh", "prowler",
        "trespass", "vandalism", "mischief", "criminaldamage", "intoxicated", "drunk", "drugs", "narcotics",
        "antisocialbehaviour", "loitering", "prostitution", "gambling"
      ]
    ),
    (
      "dispute",
      ["domestic", "dispute", "noise", "neighbor", "neighbour", "landlord", "civilmatter", "familytrouble"]
    ),
    (
      "traffic",
      [
        "traffic", "trafficacc", "trafficaccident", "trafficcollision", "collision", "vehicleaccident",
        "hitandrun", "carcrash"
      ]
    ),
    (
      "help",
      [
        "welfarech", "welfarecheck", "missing", "missingperson", "assist", "lostchild", "medical",
        "mentalhealth",
        "concernforsafety", "lockout"
      ]
    ),
    (
      "other",
      [
        "alarm", "alarmburg", "burglaryalarm", "burglaralarm", "robberyalarm", "holdupalarm", "animal",
        "lostproperty"
      ]
    )
  ]
}
