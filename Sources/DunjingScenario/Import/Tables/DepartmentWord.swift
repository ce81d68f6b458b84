/// What a department is by a word in its name: which department of the city of reference it is, or is like.
struct DepartmentWord {
  /// The department of the city of reference whose load and weight of delay it has.
  let reference: Department
  /// Whether it does what that department does, so that incidents bring it their work.
  let isSame: Bool
  /// Its name in English.
  let english: String

  /// The word in a name, the more particular first; nil for none.
  init?(in name: String) {
    let id = DefaultCatalog.departments.first { $0.id == name }
    guard let entry = Self.words.first(where: { $0.words.contains(where: name.contains) }),
      let reference = DefaultCatalog.departments.first(where: { $0.id == entry.reference })
    else {
      guard let id else { return nil }
      (reference, isSame, english) = (id, true, id.name.en)
      return
    }
    (self.reference, isSame, english) = (reference, entry.isSame, entry.english)
  }

  /// The department of the city of reference that stands for one whose name says nothing.
  static let unknown = DefaultCatalog.departments.first { $0.id == "publicOrder" }

  /// A line of the list of words.
  private struct Entry {
    let words: [String]
    let reference: String
    let isSame: Bool
    let english: String

    init(_ words: String..., is reference: String, _ english: String) {
      (self.words, self.reference, isSame, self.english) = (words, reference, true, english)
    }

    init(_ words: String..., like reference: String, _ english: String) {
      (self.words, self.reference, isSame, self.english) = (words, reference, false, english)
    }
  }

  private static let words = [
    Entry("刑侦", "刑事侦查", "刑警", is: "investigation", "Criminal investigation"),
    Entry("刑事技术", "技术", "鉴定", is: "forensic", "Forensic"),
    Entry("刑事", is: "investigation", "Criminal investigation"),
    Entry("反诈", is: "antiFraud", "Anti-fraud"), Entry("经侦", "经济犯罪", is: "antiFraud", "Economic crime"),
    Entry("法制", is: "legal", "Legal, case review"), Entry("指挥", "情报", is: "command", "Command, intelligence"),
    Entry("交警", "交管", "交通", is: "trafficHeadquarters", "Traffic headquarters"),
    Entry("治安", is: "publicOrder", "Public order"), Entry("网安", "网络", is: "forensic", "Cyber"),
    Entry("科信", "科技", "信通", like: "forensic", "Science and information"),
    Entry("禁毒", like: "investigation", "Narcotics"),
    Entry("国保", "政保", "国内安全", like: "investigation", "Domestic security"),
    Entry("食药", "环食药", "环侦", like: "investigation", "Food, drug and environmental crime"),
    Entry("看守", like: "legal", "Detention center"), Entry("拘留", like: "legal", "Custody center"),
    Entry("监管", "戒毒", like: "legal", "Detention"),
    Entry("户政", "户籍", "人口管理", like: "publicOrder", "Household registration"),
    Entry("出入境", like: "publicOrder", "Exit and entry"),
    Entry("内保", like: "publicOrder", "Security of institutions"),
    Entry("信访", like: "administration", "Petitions"),
    Entry("警务保障", "警保", "装财", "装备", "后勤", "财务", is: "administration", "Logistics"),
    Entry("政工", "政治", "人事", "宣传", is: "administration", "Political work"),
    Entry("办公室", "综合", is: "administration", "General office"),
    Entry("督察", is: "supervision", "Supervision"), Entry("训练", is: "supervision", "Training"),
    Entry("审计", is: "supervision", "Audit"), Entry("纪检", "纪委", is: "supervision", "Discipline inspection")
  ]
}
