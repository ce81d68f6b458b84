extension OverrideWriter {
  /// Writes the value of an override below a node.
  /// - Parameters:
  ///   - rest: the steps that are left.
  ///   - node: what is written there; nil where the file leaves it to its default.
  ///   - fallback: that default.
  /// - Returns: The node with the value; nil after adding an issue, or if the value waits for a table.
  func write(
    _ rest: ArraySlice<KeyPathStep>, of setting: Setting, into node: RawNode?, _ shape: ValueShape,
    at path: String, fallback: KeyDefault? = nil
  ) -> RawNode? {
    guard !rest.isEmpty else { return value(of: setting, as: shape, at: path) }
    let node = node?.isEmpty == true ? nil : node
    switch shape {
    case .record(let record): return write(rest, of: setting, into: node, record, at: path)
    case .keyed(let record): return writeNamed(rest, of: setting, into: node, .record(record), at: path)
    case .keyedNumbers(let range): return writeNamed(rest, of: setting, into: node, .number(range), at: path)
    case .localizedText:
      let both = node?.text.map { RawNode.record([("zh", $0), ("en", $0)], at: setting.place) }
      return write(rest, of: setting, into: both ?? node, Shapes.languages, at: path)
    case .distribution: return writeForm(rest, of: setting, into: node, at: path)
    case .list(let record): return writeElement(rest, of: setting, into: node, .record(record), at: path)
    case .table(let record):
      if node?.text.map({ $0 != "default" }) == true || node?.entries != nil {
        wait(setting, rest, at: path)
        return node
      }
      return writeElement(rest, of: setting, into: node, .record(record), at: path)
    case .weights, .numbers: return writeNumber(rest, of: setting, into: node, at: path, fallback)
    case .either(let choices): return writeEither(rest, of: setting, into: node, choices, at: path)
    default:
      reportUnknown(setting, rest, known: [])
      return nil
    }
  }

  private func write(
    _ rest: ArraySlice<KeyPathStep>, of setting: Setting, into node: RawNode?, _ shape: RecordShape,
    at path: String
  ) -> RawNode? {
    guard case .key(let name)? = rest.first, let key = shape[name] else {
      reportUnknown(setting, rest, known: shape.names)
      return nil
    }
    let inner = write(
      rest.dropFirst(), of: setting, into: node?[name], key.value,
      at: KeyPathStep.key(name).appended(to: path), fallback: key.fallback)
    return inner.map { (node ?? RawNode(content: .mapping([]), place: setting.place)).setting(name, to: $0) }
  }

  /// Names that the user chose: one that is not there is added.
  private func writeNamed(
    _ rest: ArraySlice<KeyPathStep>, of setting: Setting, into node: RawNode?, _ shape: ValueShape,
    at path: String
  ) -> RawNode? {
    guard case .key(let name)? = rest.first else {
      reportUnknown(setting, rest, known: node?.entries?.map(\.key) ?? [])
      return nil
    }
    let inner = write(
      rest.dropFirst(), of: setting, into: node?[name], shape, at: KeyPathStep.key(name).appended(to: path))
    return inner.map { (node ?? RawNode(content: .mapping([]), place: setting.place)).setting(name, to: $0) }
  }

  /// A parameter of a distribution: one of another form takes the place of the one that is there.
  private func writeForm(
    _ rest: ArraySlice<KeyPathStep>, of setting: Setting, into node: RawNode?, at path: String
  ) -> RawNode? {
    let forms = DistributionForm.allCases.filter { !$0.parameters.isEmpty }
    guard case .key(let name)? = rest.first, let form = forms.first(where: { $0.rawValue == name }) else {
      reportUnknown(setting, rest, known: forms.map(\.rawValue))
      return nil
    }
    let inner = write(
      rest.dropFirst(), of: setting, into: node?[name], .record(form.shape), at: "\(path).\(name)")
    return inner.map { RawNode(content: .mapping([]), place: setting.place).setting(name, to: $0) }
  }

  /// A record of a list, by id or position.
  private func writeElement(
    _ rest: ArraySlice<KeyPathStep>, of setting: Setting, into node: RawNode?, _ shape: ValueShape,
    at path: String
  ) -> RawNode? {
    let isLeft = node == nil || node?.text == "default"
    let known = isLeft ? DefaultRecords.elements(of: path, at: setting.place) : node?.elements
    guard var elements = known, let step = rest.first else {
      log.add(.unlistedSetting(path), at: setting.place, keyPath: path)
      return nil
    }
    let ids = elements.compactMap { $0["id"]?.text }
    let found =
      switch step {
      case .index(let index): elements.indices.contains(index) ? index : nil
      case .key(let id): elements.firstIndex { $0["id"]?.text == id }
      }
    guard let found else {
      log.add(
        .unknownRecord(step.appended(to: ""), of: path, ids: ids, count: elements.count), at: setting.place,
        keyPath: path)
      return nil
    }
    let inner = write(
      rest.dropFirst(), of: setting, into: elements[found], shape, at: "\(path)[\(found)]")
    guard let inner else { return nil }
    elements[found] = inner
    return RawNode(content: .list(elements), place: node?.place ?? setting.place)
  }

  /// A number of a list of numbers, by position.
  private func writeNumber(
    _ rest: ArraySlice<KeyPathStep>, of setting: Setting, into node: RawNode?, at path: String,
    _ fallback: KeyDefault?
  ) -> RawNode? {
    var elements = node?.elements
    if node == nil, case .numbers(let values)? = fallback {
      elements = values.map {
        RawNode(content: .scalar($0.short, isQuoted: false), place: setting.place)
      }
    }
    guard elements != nil else {
      log.add(.unlistedSetting(path), at: setting.place, keyPath: path)
      return nil
    }
    guard var elements, rest.count == 1, case .index(let index)? = rest.first,
      elements.indices.contains(index)
    else {
      log.add(
        .unknownRecord(rest.first?.appended(to: "") ?? "", of: path, ids: [], count: elements?.count ?? 0),
        at: setting.place, keyPath: path)
      return nil
    }
    guard let value = value(of: setting, as: .number(.any), at: "\(path)[\(index)]") else { return nil }
    elements[index] = value
    return RawNode(content: .list(elements), place: node?.place ?? setting.place)
  }

  /// A key that takes a plain value or a record: where a number stands, it is the first key of the record.
  private func writeEither(
    _ rest: ArraySlice<KeyPathStep>, of setting: Setting, into node: RawNode?, _ choices: [ValueShape],
    at path: String
  ) -> RawNode? {
    guard let shape = choices.first(where: { $0.record != nil }) else {
      reportUnknown(setting, rest, known: [])
      return nil
    }
    guard case .record(let record) = shape, let node, node.text != nil, let first = record.names.first else {
      return write(rest, of: setting, into: node, shape, at: path)
    }
    let whole = RawNode(content: .mapping([]), place: node.place).setting(first, to: node)
    return write(rest, of: setting, into: whole, shape, at: path)
  }
}

extension RawNode {
  /// Whether it is a key without a value.
  fileprivate var isEmpty: Bool {
    if case .empty = content { true } else { false }
  }
}
