/// The keys of a bundle, part by part; names and units as in the Swift types.
enum Shapes {
  static let scenario = RecordShape("scenario", placeKeys + forceKeys + demandKeys + studyKeys)

  static let names: [KeyShape] = [
    .key(
      "name", .localizedText, zh: "报告中显示的名称。", en: "The name that reports show.",
      default: .rule(zh: "内置项为其名称，其他为 id", en: "of a default with this id its name, else the id"),
      effect: .information),
    .key(
      "name_zh", .text, zh: "中文名称，供 CSV 表使用，代替 name。",
      en: "The Chinese name, for CSV tables, in place of name.",
      effect: .information),
    .key(
      "name_en", .text, zh: "英文名称，供 CSV 表使用，代替 name。",
      en: "The English name, for CSV tables, in place of name.",
      effect: .information)
  ]

  /// The key by which other keys name a record.
  static func id(_ zh: String, _ en: String) -> KeyShape {
    .required("id", .text, zh: zh, en: en, effect: .reference)
  }

  /// A text in two languages.
  static let languages = RecordShape(
    "text",
    [
      .key(
        "zh", .text, zh: "中文文字。", en: "The Chinese text.",
        default: .rule(zh: "同 en", en: "as en"), effect: .information),
      .key(
        "en", .text, zh: "英文文字。", en: "The English text.",
        default: .rule(zh: "同 zh", en: "as zh"), effect: .information)
    ])

  /// A table in a file of its own, with its encoding.
  static let tableFile = RecordShape(
    "tableFile",
    [
      .required(
        "file", .text, zh: "表的文件名，在场景文件夹内；.geojson 和 .json 按 GeoJSON 读，其余按 CSV 读。",
        en: "The file of the table, inside the folder; .geojson and .json are GeoJSON, all others CSV."),
      .key(
        "encoding", .choice(of: TextEncoding.self), zh: "文件的字符编码。", en: "How the file encodes characters.",
        default: .rule(
          zh: "UTF-8；字节不是 UTF-8 而明显是中文的 GB18030 时为 GB18030",
          en: "UTF-8, or GB18030 where the bytes are no UTF-8 and plainly Chinese in that"))
    ])
}
