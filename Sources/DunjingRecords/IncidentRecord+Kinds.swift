/// The kinds of a record that has them by level.
extension IncidentRecord {
  /// The kinds on record, the finest first; those that are empty are left out.
  public var kindNames: [String] { [kind, kindGroup, kindClass].filter { !$0.isEmpty } }

  /// The kinds on record in one text, the coarsest first, as in 交通警情 / 伤人事故; empty without any.
  public var kindPath: String {
    kindGroup.isEmpty && kindClass.isEmpty ? kind : kindNames.reversed().joined(separator: " / ")
  }
}
