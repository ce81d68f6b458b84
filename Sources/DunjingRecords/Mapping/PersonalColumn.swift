/// Columns that hold what identifies people.
enum PersonalColumn {
  private static let words = [
    "caller", "complainant", "victim", "suspect", "phone", "telephone", "mobile", "address", "firstname",
    "lastname", "surname", "fullname", "officername", "dateofbirth", "passport", "姓名", "电话", "手机", "身份证",
    "地址", "住址", "报警人", "当事人",
    "联系人", "联系方式", "出生"
  ]

  private static let freeTexts = [
    "narrative", "remark", "comment", "freetext", "notes", "details", "内容", "简要", "案情", "警情描述", "详情", "经过",
    "备注"
  ]

  /// Whether the name of a column says that it holds sentences.
  static func isFreeText(_ name: String) -> Bool {
    let plain = name.plainName
    return freeTexts.contains { plain.contains($0) }
  }

  /// Whether the name of a column says that it holds names, telephone numbers, addresses or the like.
  static func isPersonal(_ name: String) -> Bool {
    let plain = name.plainName
    return plain == "name" || words.contains { plain.contains($0) }
  }
}
