import Dunjing

/// The location model that the options of the command ask for.
struct LocateModel {
  let model: any LocationModel

  init(_ command: LocateSitesCommand, _ candidates: LocateCandidates) throws {
    let reader = Reader(command: command, candidates: candidates)
    let rules = try reader.rules()
    model =
      switch command.model {
      case .lscp: SetCovering(try reader.coverage(), rules: rules)
      case .mclp: try reader.maximalCovering(rules)
      case .pMedian: PMedian(candidates.travel, weights: candidates.weights, rules: rules)
      case .pCenter: PCenter(candidates.travel, rules: rules)
      case .mexclp:
        MaximumExpectedCovering(
          try reader.tier(),
          busyFraction: try reader.fraction(command.busyFraction, .busyFraction, otherwise: 0.3),
          unitsPerSite: try reader.unitsPerSite(), rules: rules)
      case .malp:
        MaximumAvailability(
          try reader.tier(),
          busyFraction: try reader.fraction(command.busyFraction, .busyFraction, otherwise: 0.3),
          reliability: try reader.fraction(command.reliability, .reliability, otherwise: 0.9),
          unitsPerSite: try reader.unitsPerSite(), rules: rules)
      case .dsm: try reader.doubleStandard(rules)
      case .backup: try reader.backup(rules)
      }
  }

  /// Reads the options that models share.
  private struct Reader {
    let command: LocateSitesCommand
    let candidates: LocateCandidates

    func rules() throws -> SiteRules {
      let given = try command.sites.map { try CommandNumber.whole($0, "--sites", in: 1...1_000_000) }
      let number = given ?? (command.model.needsNumber ? candidates.number : nil)
      if number == nil, command.model.needsNumber {
        throw CommandFault(
          zh: "模型 \(command.model.rawValue) 需要 --sites。",
          en: "the model \(command.model.rawValue) needs --sites.")
      }
      let fixed = try command.fixed.map { try candidates.indices(of: $0, "--fixed") } ?? []
      if let number, fixed.count > number {
        throw CommandFault(
          zh: "--fixed 有 \(fixed.count) 个站点，多于 --sites 的 \(number) 个；--sites 含既有站点。",
          en: "--fixed names \(fixed.count) sites, more than the \(number) of --sites, which counts them.")
      }
      let named = try command.forbidden.map { try candidates.indices(of: $0, "--forbidden") } ?? []
      if let clash = named.first(where: fixed.contains) {
        let id = candidates.sites[clash].id
        throw CommandFault(
          zh: "\(id) 不能既在 --fixed 又在 --forbidden。", en: "\(id) cannot be both in --fixed and in --forbidden.")
      }
      let leftOut = candidates.leftOut(by: command.candidates).filter { !fixed.contains($0) }
      return SiteRules(
        siteCount: candidates.sites.count, number: number, fixed: fixed, forbidden: named + leftOut)
    }

    func radii() throws -> [Double]? {
      try command.radiusMinutes.map { try LocateNumber.list($0, "--radius-minutes", in: 0...1e6) }
    }

    func coverage() throws -> Coverage {
      if let radii = try radii() {
        guard radii.count == 1 else {
          throw CommandFault(
            zh: "只有 mclp 可以给多个 --radius-minutes。", en: "only mclp takes more than one --radius-minutes.")
        }
        return Coverage(candidates.travel, withinMinutes: radii[0])
      }
      guard let targets = candidates.targetMinutes else {
        throw CommandFault(zh: "请给出 --radius-minutes。", en: "give --radius-minutes.")
      }
      return Coverage(candidates.travel, withinMinutes: targets)
    }

    func tier() throws -> CoverageTier { CoverageTier(try coverage(), weights: candidates.weights) }

    func maximalCovering(_ rules: SiteRules) throws -> MaximalCovering {
      guard let radii = try radii(), radii.count > 1 else {
        guard command.worths == nil else {
          throw CommandFault(
            zh: "--worths 用于多个半径；请给出多个 --radius-minutes，例如 1,3,5，或去掉 --worths。",
            en:
              "--worths are for several radii; give several --radius-minutes, such as 1,3,5, or leave --worths "
              + "out.")
        }
        return MaximalCovering([try tier()], rules: rules)
      }
      let worths =
        try command.worths.map { try LocateNumber.list($0, "--worths", in: 0...1e9) }
        ?? radii.map { _ in 1 / Double(radii.count) }
      guard worths.count == radii.count else {
        throw CommandFault(
          zh: "--worths 有 \(worths.count) 个数，--radius-minutes 有 \(radii.count) 个；请写得一样多。",
          en: "--worths has \(worths.count) and --radius-minutes \(radii.count) numbers; write as many of "
            + "both.")
      }
      return MaximalCovering(
        candidates.travel, weights: candidates.weights, radii: zip(radii, worths).map { ($0, $1) },
        rules: rules)
    }

    func fraction(
      _ text: String?, _ option: LocateModelOption.Setting, otherwise: Double
    ) throws -> Double {
      try text.map { try LocateNumber.value($0, option.rawValue, in: 0.001...0.999) } ?? otherwise
    }

    func unitsPerSite() throws -> Int {
      try command.unitsPerSite.map { try CommandNumber.whole($0, "--units-per-site", in: 1...100) } ?? 1
    }

    func doubleStandard(_ rules: SiteRules) throws -> DoubleStandard {
      let near = try tier()
      let long = try command.longRadiusMinutes.map {
        try LocateNumber.value($0, "--long-radius-minutes", in: 0...1e6)
      }
      let short = try radii()?.first
      let shortRadii = candidates.points.indices.map { short ?? candidates.targetMinutes?[$0] ?? 0 }
      if let long, let longest = shortRadii.max(), long < longest {
        let (given, least) = (CommandNumber.short(long), CommandNumber.short(longest))
        throw CommandFault(
          zh: "--long-radius-minutes 为 \(given)，应不小于短半径（\(least) 分钟）。",
          en:
            "--long-radius-minutes is \(given); it has to be at least the short radius (\(least) minutes)."
        )
      }
      return DoubleStandard(
        near: near, far: Coverage(candidates.travel, withinMinutes: shortRadii.map { long ?? 2 * $0 }),
        share: try command.share.map { try LocateNumber.value($0, "--share", in: 0...1) } ?? 0.9,
        unitsPerSite: try unitsPerSite(), rules: rules)
    }

    func backup(_ rules: SiteRules) throws -> BackupCoverage {
      let share = try command.backupShare.map { try LocateNumber.value($0, "--backup-share", in: 0...1) }
      return BackupCoverage(
        try tier(), firstCoverage: share.map { .weighed(backupShare: $0) } ?? .required, rules: rules)
    }
  }
}
