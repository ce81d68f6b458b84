import Dunjing

/// Places that lie beyond the targets that a study made of tables has of the template.
struct FarPlaces {
  /// The share of places from which the targets are doubted of a study that is of no county.
  private static let many = 0.5

  /// Places beyond their target by formula, as `dunjing validate` counts them, and all.
  private let (beyond, all): (Int, Int)
  private let targets: ResponseTargets

  /// The places of a study; nil where its targets fit: in a county none lies beyond, elsewhere less than half.
  init?(_ world: World, isOfCounty: Bool) {
    all = world.geography.placeCount
    beyond = StudySummary.beyond(PotentialCoverage(world, plan: world.plans[world.baseline]), world)
    targets = world.scenario.targets
    guard beyond > 0, isOfCounty || Double(beyond) >= Self.many * Double(all) else { return nil }
  }

  /// What is to be checked.
  var note: LocalizedText {
    let minutes = [targets.coreMinutes, targets.keyMinutes, targets.generalMinutes].map(CommandNumber.short)
    return LocalizedText(
      zh:
        "时限：核心、重点、一般区域 \(minutes.joined(separator: "、")) 分钟，是大城市公告的 [H]；\(all) 个位置中 \(beyond) 个超出，请在 targets 写本局的时限",
      en:
        "targets: \(minutes.joined(separator: ", ")) minutes in core, key and general areas, as announced for a big city [H]; "
        + "\(beyond) of \(EnglishCount.text(all, "place", "places")) lie beyond: write those of your bureau at targets"
    )
  }
}
