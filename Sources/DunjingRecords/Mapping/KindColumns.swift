/// The columns of kinds of a table that has several: 警情类别 and 警情细类, 一级类别 to 三级类别, call type and sub type.
enum KindColumns {
  /// Names of columns of kinds that are coarser than the usual ones, and of finer ones by level; the coarsest first.
  private static let coarser =
    ["警情大类", "报警大类", "案件大类", "大类"] + numbered("一") + ["call category", "incident category"]
  private static let finer = [
    ["警情类型"], ["警情中类", "报警中类", "案件中类", "中类"] + numbered("二"),
    ["警情细类", "警情小类", "报警细类", "报警小类", "案件细类", "案件小类", "细类", "小类"] + numbered("三") + [
      "sub type", "call sub type", "call type sub", "incident sub type", "event sub type", "sub category",
      "call sub category", "incident sub category"
    ],
    ["警情子类", "报警子类", "案件子类", "子类"] + numbered("四")
  ]

  /// Names of a level that is numbered, as 一级类别.
  private static func numbered(_ number: String) -> [String] {
    [
      "\(number)级类别", "警情\(number)级类别", "\(number)级警情类别", "警情类别\(number)级", "警情类别(\(number)级)",
      "\(number)级分类", "警情\(number)级分类"
    ]
  }

  /// All names that say a level.
  static var names: [String] { coarser + finer.flatMap(\.self) }

  /// Returns the columns of kinds of a header, the finest first: at most the two finest and the coarsest.
  /// - Parameters:
  ///   - usual: The column of a usual name, which is between the coarser and the finer ones.
  ///   - isFree: Whether a column may be taken.
  static func finestFirst(_ header: [String], usual: Int?, isFree: (Int) -> Bool) -> [Int] {
    let plain = header.map(\.plainName)
    func column(_ names: [String]) -> Int? {
      for name in names.map(\.plainName) {
        if let index = plain.indices.first(where: { plain[$0] == name && isFree($0) }) { return index }
      }
      return nil
    }
    let found = ([column(coarser), usual] + finer.map(column)).compactMap(\.self)
    return found.count > IncidentField.kindLevels.count
      ? [found[found.count - 1], found[found.count - 2], found[0]] : found.reversed()
  }
}
