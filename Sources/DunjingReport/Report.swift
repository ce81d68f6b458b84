import DunjingExperiment
import DunjingScenario

/// The report of one experiment: a tree of sections, written as one self-contained page in either language.
///
/// The page needs no network and no font file; without its script, tables are not sorted and no day is played, and
/// everything else is there. It prints on A4. The same tree gives the Chinese and the
/// English page, so that the two always say the same.
public struct Report: Sendable {
  /// The sections, in reading order.
  let sections: [Section]
  /// Title and meta line.
  let front: FrontMatter

  /// Creates the report of a result.
  ///
  /// - Parameters:
  ///   - result: The outcome of the experiment.
  ///   - scenario: The scenario it was run on; treatments are matched by id.
  ///   - provenance: What built and ran it.
  ///   - replay: The day to replay, as ``replay(of:_:)`` plays it; nil to leave it out.
  public init(
    result: ExperimentResult, scenario: Scenario, provenance: Provenance, replay: DayReplay? = nil
  ) {
    let findings = Findings(result: result.withPlainNames, scenario: scenario)
    front = FrontMatter(findings: findings, provenance: provenance)
    let sections: [Section?] = [
      AnswerSection.section(findings),
      SinkRatioSection.section(findings),
      ComparisonSection.section(findings),
      MapSection.section(findings),
      replay.flatMap { ReplaySection.section($0, scenario) },
      EquitySection.section(findings),
      CountySection.section(findings),
      DistributionSection.section(findings),
      HourSection.section(findings),
      PatrolSection.section(findings),
      HeadquartersSection.section(findings),
      WindowSection.section(findings),
      RedeploymentSection.section(findings),
      AssessmentSection.section(findings),
      NextSteps.section(findings),
      AssumptionSection.section(findings),
      ProvenanceSection.section(findings, provenance: provenance),
      MethodAppendix.section(findings, provenance: provenance)
    ]
    self.sections = sections.compactMap { $0 }
  }

  /// Returns the whole page in one language.
  public func html(in language: Language) -> String {
    PageWriter(language: language).page(front: front, sections: sections)
  }
}

/// What built and ran an experiment: printed, and never part of a number.
public struct Provenance: Sendable, Equatable {
  /// The build: a commit or another identifier.
  public var build: String
  /// The version of the program.
  public var version: String
  /// Wall-clock time of the run in seconds; nil when it is to be left out, as in a page that is compared byte by byte.
  public var runSeconds: Double?
  /// When the run ended, in local time with its offset, such as `2026-01-31T16:05:00+08:00`; nil where that is not known.
  public var finishedAt: String?
  /// Keys of the study that were set on top of its files, as `KEY=VALUE`.
  public var settings: [String]

  /// Creates a provenance.
  public init(
    build: String, version: String, runSeconds: Double? = nil, finishedAt: String? = nil,
    settings: [String] = []
  ) {
    self.build = build
    self.version = version
    self.runSeconds = runSeconds
    self.finishedAt = finishedAt
    self.settings = settings
  }
}

/// The title of the page and what stands around it.
struct FrontMatter: Sendable {
  /// The title.
  var title: LocalizedText
  /// The classification; may be empty.
  var classification: LocalizedText
  /// The number of the document; may be empty.
  var documentNumber: LocalizedText
  /// Who issues the report; may be empty.
  var organization: LocalizedText
  /// The summary of the scenario; may be empty.
  var summary: LocalizedText
  /// Parts of the meta line.
  var meta: [LocalizedText]

  /// Creates what stands around a page that is no report of an experiment.
  init(title: LocalizedText, summary: LocalizedText) {
    let none = LocalizedText("")
    (self.title, self.summary) = (title, summary)
    (classification, documentNumber, organization, meta) = (none, none, none, [])
  }

  init(findings: Findings, provenance: Provenance) {
    let result = findings.result
    let heading = findings.scenario.report
    title = heading.title.isEmpty ? result.name : heading.title
    classification = heading.classification
    documentNumber =
      heading.documentNumber.isEmpty
      ? LocalizedText("")
      : LocalizedText(zh: heading.documentNumber, en: "Document no. \(heading.documentNumber)")
    organization = heading.organization
    summary = findings.scenario.summary
    let days = result.horizonDays
    let count = result.replications
    let hash = NumberText.shortened(result.scenarioHash)
    meta = [
      LocalizedText(
        zh: "仿真 \(days) 天 × \(count) 次重复",
        en: "\(days) simulated days × \(count) replication\(count == 1 ? "" : "s")"),
      LocalizedText(zh: "种子 \(result.seed)", en: "seed \(result.seed)"),
      LocalizedText(zh: "场景 \(hash)", en: "scenario \(hash)"),
      LocalizedText(zh: "版本 \(provenance.version)", en: "version \(provenance.version)"),
      LocalizedText(
        zh: "与仿真基线对照，不是同比", en: "differences are to the simulated baseline, not year on year")
    ]
    if let day = provenance.finishedAt?.prefix(10), day.count == 10 {
      meta.insert(LocalizedText(zh: "\(day) 计算", en: "computed \(day)"), at: 0)
    }
    if !provenance.settings.isEmpty {
      let list = provenance.settings.joined(separator: " · ")
      meta.append(LocalizedText(zh: "另行设定：\(list)", en: "set on top: \(list)"))
    }
  }
}

extension ExperimentResult {
  /// The result with names that no writer takes for marks of strong text.
  fileprivate var withPlainNames: ExperimentResult {
    func plain(_ text: LocalizedText) -> LocalizedText {
      LocalizedText(zh: text.zh.replacing("**", with: "∗∗"), en: text.en.replacing("**", with: "∗∗"))
    }
    var copy = self
    copy.name = plain(name)
    copy.warnings = warnings.map(plain)
    for index in copy.treatments.indices { copy.treatments[index].name = plain(copy.treatments[index].name) }
    return copy
  }
}
