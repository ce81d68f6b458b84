import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What page one says first: what to do, in officers and per cent, then what it gains and costs.
///
/// It never promises more than the data: where the baseline cannot be told from the best plan it says that, where other
/// ratios cannot, the ratio is an example, and with few replications it is called a first look.
struct Advice {
  let findings: Findings
  /// The plan of least harm.
  let best: TreatmentResult

  /// The sentences, in order.
  var sentences: [LocalizedText] {
    guard best.id == findings.result.baseline else {
      return [gain(best, after: opening), price(best), OverloadNote.sentence(about: best, findings)]
    }
    guard let other = findings.equalOfBaseline else {
      return [opening + LocalizedText(zh: "。", en: ".")]
    }
    let action = findings.label(of: other)
    let subject = LocalizedText(zh: "\(action.zh.beforeHan)的", en: "under \(action.en), ")
    return [
      gain(other, after: opening, of: subject), price(other), OverloadNote.sentence(about: other, findings)
    ]
  }

  // MARK: - The action

  /// What to do, without a full stop.
  private var opening: LocalizedText {
    let lead = condition + verb
    return LocalizedText(zh: lead.zh, en: lead.en.prefix(1).uppercased() + lead.en.dropFirst())
  }

  /// The advice where the departments are by default: it holds for those only.
  private var condition: LocalizedText {
    findings.hasDefaultDepartments && findings.hasIntervals
      ? LocalizedText(zh: "如机关警力与默认值相符，", en: "if the departments are as by default, ") : LocalizedText("")
  }

  private var verb: LocalizedText {
    let action = findings.action(of: best)
    guard findings.hasIntervals else {
      return LocalizedText(
        zh: "一次重复不能作为依据，这一次中最好的是\(action.zh)",
        en: "one replication is no ground to decide; in this one it is best to \(action.en)")
    }
    if best.id == findings.result.baseline { return staying(action) }
    let first = LocalizedText(zh: "初步看，", en: "at first sight ")
    let prefix = findings.hasFewReplications ? first : LocalizedText("")
    if isOpen, let baseline = findings.baseline {
      let stay = findings.action(of: baseline)
      return LocalizedText(
        zh: "数据**不能区分**\(stay.zh)还是\(action.zh)好",
        en: "the data **do not tell** whether to \(stay.en) or to \(action.en)")
    }
    guard !findings.overloadsMore(best) else {
      return prefix
        + LocalizedText(zh: "按综合损失指数最好是\(action.zh)", en: "by the harm index it is best to \(action.en)")
    }
    let counsel = findings.counsel
    return prefix
      + LocalizedText(zh: "\(counsel.zh)\(action.zh)", en: "\(counsel.en) is to \(action.en)") + alternative
  }

  /// That others cannot be told from the plan advised; empty where there are none, or those overload departments.
  private var alternative: LocalizedText {
    guard findings.plateau.contains(where: { !findings.overloadsMore($0) }) else { return LocalizedText("") }
    let (zh, en) = findings.comparesRatios ? ("比例", "ratio") : ("方案", "plan")
    return LocalizedText(zh: "或与之无法区分的\(zh)", en: " or a \(en) that these data cannot tell from it")
  }

  /// The advice to change nothing, and how far one may go all the same.
  private func staying(_ action: LocalizedText) -> LocalizedText {
    let isNobody = findings.isNamedByRatio(best) && best.sinkRatio == 0
    let action =
      isNobody ? LocalizedText(zh: "**先不下沉**", en: "**send nobody down for now**") : action
    let (isFirst, counsel) = (findings.hasFewReplications, findings.counsel)
    let lead = LocalizedText(
      zh: isFirst ? "初步看，宜\(action.zh)" : "\(counsel.zh)\(action.zh)",
      en: isFirst ? "at first sight it is best to \(action.en)" : "\(counsel.en) is to \(action.en)")
    guard let other = findings.equalOfBaseline else { return lead }
    let most = findings.isWholeRange(upTo: other)
    let equality =
      isNobody
      ? LocalizedText(zh: "与不下沉**无法区分**", en: "**not distinguishable** from sending nobody down")
      : LocalizedText(zh: "与基线**无法区分**", en: "**not distinguishable** from the baseline")
    let step = findings.action(of: other, adding: equality)
    return lead
      + LocalizedText(
        zh: "，或\(most ? "至多" : "")\(step.zh)", en: ", or \(most ? "at most " : "")to \(step.en)")
  }

  /// Whether the data leave open that the baseline is as good.
  private var isOpen: Bool {
    let change = findings.change(.harmIndex, of: best)
    let unknown = change == nil ? findings.uncompared : []
    return (findings.plateau + unknown).contains { $0.id == findings.result.baseline }
      || change?.isSignificant == false
  }

  // MARK: - Why

  /// The action, which is what is said before, and what it gains; the action alone where there is nothing to tell of gains.
  func gain(
    _ treatment: TreatmentResult, after action: LocalizedText, of subject: LocalizedText = LocalizedText("")
  ) -> LocalizedText {
    // Where callers wait, what counts from dispatch says little.
    let waiting: [Indicator] = WaitNote.isCommon(findings) ? [.responseMeanFromCall] : []
    let changes = (waiting + [.withinTarget, .incidentsOrder]).compactMap {
      findings.change($0, of: treatment)
    }
    guard !changes.isEmpty else { return action + LocalizedText(zh: "。", en: ".") }
    let clauses = changes.map { text(of: $0, treatment).clauseWithInterval }
    return LocalizedText(
      zh: "\(action.zh)：与基线相比，\(subject.zh)\(clauses.map(\.zh).joined(separator: "，"))。",
      en: "\(action.en): \(subject.en)against the baseline, \(clauses.map(\.en).joined(separator: ", and "))."
    )
  }

  /// What it costs at headquarters.
  func price(_ treatment: TreatmentResult) -> LocalizedText {
    let changes = [Indicator.weightedDelay, .backlogEnd].compactMap { findings.change($0, of: treatment) }
    guard !changes.isEmpty else { return LocalizedText("") }
    let clauses = changes.map { text(of: $0, treatment).clauseWithBaseline }
    let isPrice = changes.contains(where: \.isWorse)
    return LocalizedText(
      zh: (isPrice ? "代价：" : "机关方面：") + clauses.map(\.zh).joined(separator: "，") + "。",
      en: (isPrice ? "The price: " : "At headquarters: ")
        + clauses.map(\.en).joined(separator: ", and ") + ".")
  }

  /// The change in words, without its interval where the plan is not the best, so that page one stays short.
  private func text(of change: Change, _ treatment: TreatmentResult) -> ChangeText {
    var text = findings.text(of: change, under: treatment)
    text.isShort = treatment.id != best.id
    return text
  }
}

extension Findings {
  /// The word before an action that is advised: no more than what the numbers give where the present they describe cannot last.
  var counsel: LocalizedText {
    isPresentLasting
      ? LocalizedText(zh: "建议", en: "best") : LocalizedText(zh: "仅按所填数字，宜", en: "by these numbers alone best")
  }

  /// Whether the departments have the officers that the residents give them by default, and the study says of none where it comes from.
  var hasDefaultDepartments: Bool {
    guard !scenario.departments.isEmpty else { return false }
    let isStated = scenario.sources.contains { $0.key.hasPrefix("departments") && $0.value != "default" }
    let residents = scenario.residents
    guard !isStated, residents > 0 else { return false }
    func officers(_ departments: [Department]) -> [[String]] {
      departments.map { [$0.id, "\($0.agencyOfficers)", "\($0.countyOfficers)"] }
    }
    return officers(scenario.departments) == officers(DefaultCatalog.departments(residents: residents))
  }

  /// Whether a treatment is named by its ratio.
  func isNamedByRatio(_ treatment: TreatmentResult) -> Bool {
    label(of: treatment) == LocalizedText(NumberText.ratio(treatment.sinkRatio))
  }

  /// Whether the plans are ratios, and the baseline sends nobody down.
  var comparesRatios: Bool {
    sinkTreatments.allSatisfy(isNamedByRatio) && baseline?.sinkRatio == 0
  }

  /// Whether every ratio tried up to that of a treatment is as good as the best.
  func isWholeRange(upTo treatment: TreatmentResult) -> Bool {
    isNamedByRatio(treatment)
      && sinkTreatments.filter { $0.sinkRatio < treatment.sinkRatio }.allSatisfy { other in
        other.id == best?.id || plateau.contains { $0.id == other.id }
      }
  }

  /// What to do under a treatment, after 建议 or “to”: 不下沉; 下沉 20%（35 名：社区 28 名，街面 7 名）; 采用方案“甲”.
  ///
  /// A note is added to the officers in the brackets.
  func action(of treatment: TreatmentResult, adding note: LocalizedText = LocalizedText(""))
    -> LocalizedText
  {
    let name = label(of: treatment)
    if treatment.id == result.baseline {
      return isNamedByRatio(treatment) && treatment.sinkRatio == 0
        ? LocalizedText(zh: "不下沉", en: "send nobody down")
        : LocalizedText(zh: "维持基线（\(name.strong.zh)）", en: "keep the baseline (\(name.strong.en))")
    }
    let notes = [officers(of: treatment), note].filter { !$0.isEmpty }
    let officers =
      notes.isEmpty
      ? LocalizedText("")
      : LocalizedText(
        zh: "（\(notes.map(\.zh).joined(separator: "；"))）", en: " (\(notes.map(\.en).joined(separator: "; ")))"
      )
    return isNamedByRatio(treatment)
      ? LocalizedText(
        zh: "下沉 \(name.strong.zh)\(officers.zh)", en: "send down \(name.strong.en)\(officers.en)")
      : LocalizedText(
        zh: "采用方案“\(name.strong.zh)”\(officers.zh)", en: "adopt “\(name.strong.en)”\(officers.en)")
  }

  /// How many officers move under a treatment, and where to; empty where nobody moves.
  private func officers(of treatment: TreatmentResult) -> LocalizedText {
    let moved = treatment.redeployment
    guard moved.agencyOfficers + moved.countyOfficers > 0 else { return LocalizedText("") }
    let all = officersMoved(by: treatment)
    let community = marked(moved.toCommunity, "toCommunity", by: treatment)
    let street = marked(moved.toStreet, "toStreet", by: treatment)
    return LocalizedText(
      zh: "\(all.zh)：社区 \(community) 名，街面 \(street) 名",
      en: "\(all.en): \(community) to the community, \(street) to the street")
  }

  /// How many officers move under a treatment.
  func officersMoved(by treatment: TreatmentResult) -> LocalizedText {
    let count = treatment.redeployment.agencyOfficers + treatment.redeployment.countyOfficers
    let number = marked(count, "officers", by: treatment)
    return LocalizedText(zh: "\(number) 名", en: "\(number) \(count == 1 ? "officer" : "officers")")
  }

  private func marked(_ count: Int, _ name: String, by treatment: TreatmentResult) -> String {
    NumberMark.number(NumberText.whole(count), "redeployment \(name)", under: treatment.id)
  }
}
