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
    let usual = words.first { $0.names.contains(name) }?.id
    return kinds.first { $0.id == usual }?.id
  }

  /// The letters and digits of a name, without endings that are said of every kind.
  private static func plain(_ name: String) -> String {
    var text = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    while let ending = endings.first(where: { text.hasSuffix($0) && text != $0 }) {
      text.removeLast(ending.count)
    }
    return text
  }

  private static let endings = ["警情", "案件", "事件", "类"]

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
}
