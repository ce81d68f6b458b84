/// A declaration that users of the library see, with its comment.
struct PublicDeclaration {
  /// Where it is: the file and the line.
  var place: String
  /// Its kind, name and labels: what a requirement of a protocol and its implementations have in common.
  var key: String
  /// Whether a protocol requires it.
  var isRequirement: Bool
  /// The lines of its comment, without slashes.
  var comment: [String]
  /// The names of its parameters inside of it.
  var parameters: [String]

  /// The parameters that the comment describes.
  var described: [String] {
    var (names, isList): ([String], Bool) = ([], false)
    for line in comment {
      if line.hasPrefix("- Parameter ") {
        names.append(Self.name(line.dropFirst("- Parameter ".count)))
      } else if line.hasPrefix("- ") {
        isList = line.hasPrefix("- Parameters:")
      } else if isList, line.hasPrefix("  - ") {
        names.append(Self.name(line.dropFirst("  - ".count)))
      }
    }
    return names
  }

  private static func name(_ text: Substring) -> String { String(text.prefix { $0 != ":" }) }

  /// What the comments of declarations lack, one line each.
  ///
  /// What a protocol of the library requires need not be described again where it is fulfilled: the documentation takes the
  /// comment of the requirement.
  static func gaps(in declarations: [PublicDeclaration]) -> [String] {
    let required = Set(declarations.filter { $0.isRequirement && !$0.comment.isEmpty }.map(\.key))
    return declarations.compactMap { declaration in
      if declaration.comment.isEmpty {
        return required.contains(declaration.key)
          ? nil : "\(declaration.place): \(declaration.key) has no comment"
      }
      let described = declaration.described
      guard !described.isEmpty, described != declaration.parameters else { return nil }
      return
        "\(declaration.place): \(declaration.key) describes the parameters \(described), has \(declaration.parameters)"
    }
  }
}
