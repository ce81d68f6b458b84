/// What a department is by a word in its name: which department of the city of reference it is, or is like.
struct DepartmentWord {
  /// The department of the city of reference whose load and weight of delay it has.
  let reference: Department
  /// Whether it does what that department does, so that incidents bring it their work.
  let isSame: Bool
  /// Whether it does that only where no other department of the office does: economic crime has no department of its own in the
  /// city of reference.
  let isStandIn: Bool
  /// Its name in English.
  let english: String

  /// The word in a name, the more particular first; nil for none.
  init?(in name: String) {
    let entry =
      Self.words.first { $0.words.contains(where: name.contains) }
      ?? (DefaultCatalog.departments.contains { $0.id == name } ? Entry(is: name, "") : nil)
      ?? Self.englishWords.first { $0.words.contains { EnglishWord.holds(name, $0) } }
    guard let entry, let reference = DefaultCatalog.departments.first(where: { $0.id == entry.reference })
    else { return nil }
    (self.reference, isSame, isStandIn) = (reference, entry.isSame, entry.isStandIn)
    english = entry.english.isEmpty ? reference.name.en : entry.english
  }

  /// The department of the city of reference that stands for one whose name says nothing.
  static let unknown = DefaultCatalog.departments.first { $0.id == "publicOrder" }

  /// A line of the list of words.
  struct Entry {
    let words: [String]
    let reference: String
    let isSame: Bool
    var isStandIn = false
    /// The name in English; empty for that of the reference.
    let english: String

    /// Words in English, of departments that have their own name in it.
    init(english words: String..., is reference: String) {
      (self.words, self.reference, isSame, english) = (words, reference, true, "")
    }

    init(english words: String..., like reference: String) {
      (self.words, self.reference, isSame, english) = (words, reference, false, "")
    }

    init(_ words: String..., standsInFor reference: String, _ english: String) {
      (self.words, self.reference, isSame, isStandIn, self.english) = (words, reference, true, true, english)
    }

    init(_ words: String..., is reference: String, _ english: String) {
      (self.words, self.reference, isSame, self.english) = (words, reference, true, english)
    }

    init(_ words: String..., like reference: String, _ english: String) {
      (self.words, self.reference, isSame, self.english) = (words, reference, false, english)
    }
  }

  // A word that others hold by accident, such as the 治安 of 政治安全, comes after these.
  private static let words = [
    Entry("局领导", "领导班子", "班子成员", like: "administration", "Leadership"),
    Entry("行政保障", "财政保障", is: "administration", "Logistics"),
    Entry("政治安全", "国保", "政保", "国内安全", like: "investigation", "Domestic security"),
    Entry("看守", like: "legal", "Detention center"), Entry("拘留", like: "legal", "Custody center"),
    Entry("刑事技术", "刑事科学", "刑侦技术", "法医", "鉴定", is: "forensic", "Forensic"),
    Entry("技侦", "技术侦", "行动技术", like: "investigation", "Technical investigation"),
    Entry("刑侦", "刑事", "刑警", is: "investigation", "Criminal investigation"),
    Entry("视频侦查", "视侦", "图侦", like: "investigation", "Video investigation"),
    Entry("反诈", "诈骗", "电诈", "电信网络", is: "antiFraud", "Anti-fraud"),
    Entry("经侦", "经济犯罪", standsInFor: "antiFraud", "Economic crime"),
    Entry("法制", is: "legal", "Legal, case review"), Entry("预审", like: "legal", "Pre-trial examination"),
    Entry("交通治安", "公共交通", "轨道交通", "公交", like: "publicOrder", "Public transport"),
    Entry("交警", "交管", "交巡", "交通", is: "trafficHeadquarters", "Traffic headquarters"),
    Entry("指挥", "情报", "情指", "合成作战", "警令", is: "command", "Command, intelligence"),
    Entry("治安", is: "publicOrder", "Public order"),
    Entry("危爆", "民爆", "危险物品", like: "publicOrder", "Dangerous goods"),
    Entry("特警", "巡警", "特巡", "巡特", like: "publicOrder", "Patrol and special police"),
    Entry("反恐", like: "investigation", "Counter-terrorism"),
    Entry("网安", "网络", "网警", is: "forensic", "Cyber"),
    Entry(
      "科信", "科技", "信通", "信息化", "信息通信", "信息中心", "通信", like: "forensic", "Science and information"),
    Entry("技术", is: "forensic", "Forensic"), Entry("禁毒", "缉毒", like: "investigation", "Narcotics"),
    Entry("食药", "食品", "药品", "环侦", "环境犯罪", like: "investigation", "Food, drug and environmental crime"),
    Entry("监管", "戒毒", like: "legal", "Detention"),
    Entry("户政", "户籍", "人口", like: "publicOrder", "Household registration"),
    Entry("出入境", like: "publicOrder", "Exit and entry"),
    Entry("内保", "经文保", like: "publicOrder", "Security of institutions"),
    Entry("信访", like: "administration", "Petitions"),
    Entry("警务保障", "警保", "装财", "装备", "后勤", "财务", is: "administration", "Logistics"),
    Entry("机关党委", "党建", "党务", is: "administration", "Party committee"),
    Entry("政工", "政治", "人事", "宣传", is: "administration", "Political work"),
    Entry("督察", is: "supervision", "Supervision"), Entry("训练", is: "supervision", "Training"),
    Entry("审计", is: "supervision", "Audit"), Entry("纪检", "纪委", is: "supervision", "Discipline inspection"),
    Entry("办公室", "综合", is: "administration", "General office")
  ]
}
