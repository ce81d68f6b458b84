/// The reference of all keys of a scenario, in Chinese and English.
public enum ScenarioReference {
  /// A record and the key path at which it stands.
  struct Section {
    /// The path of the key, with `[]` for a list and `.NAME` for names the user chooses.
    let path: String
    let shape: RecordShape
    /// The key that holds it; nil for the whole scenario.
    let key: KeyShape?
  }

  /// All records, the whole scenario first, each followed by those inside.
  static let sections = sections(of: Section(path: "", shape: Shapes.scenario, key: nil))

  private static func sections(of section: Section) -> [Section] {
    [section]
      + section.shape.keys.flatMap { key -> [Section] in
        guard let shape = key.value.record else { return [] }
        let path = section.path.isEmpty ? key.name : "\(section.path).\(key.name)"
        return sections(of: Section(path: path + key.value.pathSuffix, shape: shape, key: key))
      }
  }
}

extension ValueShape {
  /// Whether the value is a number of records, in a list or by name.
  var holdsRecords: Bool { !pathSuffix.isEmpty }

  /// Whether it has records by names that the user chose.
  var namesRecords: Bool { pathSuffix == ".NAME" }

  /// What stands between the key and the keys of its record.
  fileprivate var pathSuffix: String {
    switch self {
    case .list, .table: "[]"
    case .keyed: ".NAME"
    case .either(let choices): choices.map(\.pathSuffix).first { !$0.isEmpty } ?? ""
    default: ""
    }
  }
}
