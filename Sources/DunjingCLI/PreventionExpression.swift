import Dunjing

/// Reads what `dunjing calibrate prevention` is asked.
enum PreventionExpression {
  /// Reads falls such as `order=27.4`; the announced ones of kinds that the scenario has where none is given.
  static func targets(_ texts: [String], in scenario: Scenario) throws -> [PreventionTarget] {
    let kinds = scenario.incidentKinds.map(\.id)
    guard !texts.isEmpty else {
      let announced = PreventionTarget.announced.filter { kinds.contains($0.kind) }
      guard !announced.isEmpty else {
        throw CommandFault(
          zh: "研究没有 order 和 fraud 两类警情；请用 --target 给出降幅，例如 --target \(kinds[0])=10。",
          en:
            "the study has no kinds order and fraud; give a fall with --target, such as --target \(kinds[0])=10."
        )
      }
      return announced
    }
    let targets = try texts.map { try target($0, kinds) }
    if let twice = targets.indices.first(where: { index in
      targets[..<index].contains { $0.kind == targets[index].kind }
    }) {
      throw CommandFault(
        zh: "--target：\(targets[twice].kind) 给了两次。", en: "--target: \(targets[twice].kind) is given twice.")
    }
    return targets
  }

  private static func target(_ text: String, _ kinds: [String]) throws -> PreventionTarget {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.filter { !$0.isWhitespace }
    }
    guard parts.count == 2 else {
      throw CommandFault(
        zh: "--target：无法识别 \(text)；写法如 order=27.4。",
        en: "--target: \(text) cannot be read; write it as in order=27.4.")
    }
    guard kinds.contains(parts[0]) else {
      throw CommandFault(
        zh: "--target：研究没有警情类别 \(parts[0])；现有：\(kinds.listed.zh)。",
        en: "--target: the study has no incident kind \(parts[0]); it has \(kinds.listed.en).")
    }
    let fall = try percent(parts[1], "--target", in: 0.01...100)
    return PreventionTarget(
      kind: parts[0], fall: fall,
      isAnnounced: PreventionTarget.announced.contains { $0.kind == parts[0] && $0.fall == fall })
  }

  /// Reads a part in per cent or a range of parts, such as `25:75`.
  static func attribution(_ text: String) throws -> ClosedRange<Double> {
    let ends = try text.split(separator: ":", omittingEmptySubsequences: false).map {
      try percent(String($0), "--attribution", in: 0...100)
    }
    guard ends.count < 3, let low = ends.first, let high = ends.last, low <= high else {
      throw CommandFault(
        zh: "--attribution：无法识别 \(text)；写法如 50 或 25:75。",
        en: "--attribution: \(text) cannot be read; write it as in 50 or 25:75.")
    }
    return low...high
  }

  /// Reads per cent as a share.
  static func percent(_ text: String, _ option: String, in range: ClosedRange<Double>) throws -> Double {
    let number = text.hasSuffix("%") ? String(text.dropLast()) : text
    return try LocateNumber.value(number, option, in: range) / 100
  }

  /// The fault that nothing can be prevented.
  static func noHazards(_ targets: [PreventionTarget]) -> CommandFault {
    let kinds = targets.map(\.kind)
    return CommandFault(
      zh: "研究中没有隐患会变成这些警情之一（\(kinds.listed.zh)），走访不能使其下降；见 hazardKinds。",
      en:
        "no hazards of the study become one of these incidents (\(kinds.listed.en)), so that visits cannot lower it; see hazardKinds."
    )
  }
}
