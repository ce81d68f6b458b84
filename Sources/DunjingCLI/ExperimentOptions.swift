import ArgumentParser
import Dunjing
import Foundation

/// What is played of a study: how often, from which seed, and which treatments.
struct ExperimentOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "每个方案的重复次数：恰好这么多次，不管研究要求的精度（抽取参数时须为整数组，每组两次）。",
        en:
          "Replications of each treatment: exactly so many, whatever precision the study asks for (with drawn estimates whole draws, of two each)."
      )
  )
  var replications: String?

  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "增加重复次数，直到区间半宽不超过此比例，例如 0.02 或 2%（默认：按研究）。",
        en:
          "Add replications until half widths are at most this share, such as 0.02 or 2% (default: as in the study)."
      )
  )
  var precision: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(zh: "主随机种子（默认：按研究）。", en: "Master seed (default: as in the study)."))
  var seed: String?

  @Option(
    help: ArgumentHelp(
      zh: "要计算的方案，id 之间用逗号分隔；基线总是计算。",
      en: "Treatments to play, ids separated by commas; the baseline is always played."))
  var treatments: String?

  /// Sets an experiment as asked for.
  func set(_ experiment: inout Experiment) throws {
    let numbers = try RunNumbers(replications: replications, precision: precision, seed: seed)
    if let replications = numbers.replications {
      experiment.replications = replications
      experiment.precision = nil
    } else if let precision = numbers.precision {
      var settings =
        experiment.precision
        ?? PrecisionSettings(
          maximumReplications: max(PrecisionSettings().maximumReplications, experiment.replications))
      settings.relative = precision
      experiment.precision = settings
    }
    experiment.fillDraws()
    experiment.seed = numbers.seed ?? experiment.seed
    try restrict(&experiment)
  }

  private func restrict(_ experiment: inout Experiment) throws {
    guard let treatments else { return }
    let ids = treatments.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let unknown = experiment.restrict(to: ids)
    guard unknown.isEmpty else {
      let known = experiment.world.scenario.treatments.map(\.id)
      throw CommandFault(
        zh: "--treatments：研究中没有 \(unknown.listed.zh)；现有：\(known.listed.zh)。",
        en:
          "--treatments: the study has no \(unknown.listed.en); it has \(known.listed.en)."
      )
    }
  }
}
