/// The lists that a file may leave to their defaults, as records that take everything else from there.
enum DefaultRecords {
  /// Returns the records of a list that is left out or says `default`; nil where they depend on other parts.
  static func elements(of keyPath: String, at place: Place) -> [RawNode]? {
    switch keyPath {
    case "hazardKinds": named(DefaultCatalog.hazardKinds.map(\.id), place)
    case "incidentKinds": named(DefaultCatalog.incidentKinds.map(\.id), place)
    case "departments":
      named(DefaultCatalog.departments(residents: DefaultCatalog.referenceResidents).map(\.id), place)
    case "programs": named(DefaultCatalog.programs.map(\.id), place)
    case "rosters": named([DefaultCatalog.threeShifts.id], place)
    case "force.categories": named(DefaultCatalog.categories(residents: 1).map(\.id), place)
    case "treatments": DefaultCatalog.treatments.map { treatment($0, place) }
    default: nil
    }
  }

  private static func named(_ ids: [String], _ place: Place) -> [RawNode] {
    ids.map { RawNode.record([("id", $0)], at: place) }
  }

  private static func treatment(_ treatment: Treatment, _ place: Place) -> RawNode {
    RawNode.record([("id", treatment.id), ("sinkRatio", "\(treatment.sinkRatio.agency)")], at: place)
      .setting("name", to: .record([("zh", treatment.name.zh), ("en", treatment.name.en)], at: place))
  }
}

extension RawNode {
  /// A mapping of plain texts.
  static func record(_ entries: [(key: String, text: String)], at place: Place) -> RawNode {
    let entries = entries.map { entry in
      RawEntry(
        key: entry.key, place: place,
        value: RawNode(content: .scalar(entry.text, isQuoted: false), place: place))
    }
    return RawNode(content: .mapping(entries), place: place)
  }

  /// The mapping with another value of a key, which is added if it is not there; any other value becomes a mapping.
  func setting(_ key: String, to value: RawNode) -> RawNode {
    var entries = self.entries ?? []
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index] = RawEntry(key: key, place: value.place, value: value)
    } else {
      entries.append(RawEntry(key: key, place: value.place, value: value))
    }
    return RawNode(content: .mapping(entries), place: place)
  }

  /// The same value at another place, with all its parts.
  func moved(to place: Place) -> RawNode {
    let content: RawContent =
      switch self.content {
      case .scalar, .empty: self.content
      case .list(let elements): .list(elements.map { $0.moved(to: place) })
      case .mapping(let entries):
        .mapping(
          entries.map { RawEntry(key: $0.key, place: place, value: $0.value.moved(to: place)) })
      }
    return RawNode(content: content, place: place)
  }
}
