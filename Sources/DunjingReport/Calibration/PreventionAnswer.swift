import DunjingCalibration
import DunjingQueueing
import DunjingScenario

/// What a decision-maker needs to know of a calibration of prevention, with its conditions.
struct PreventionAnswer {
  private let outcome: PreventionOutcome

  init(_ outcome: PreventionOutcome) { self.outcome = outcome }

  /// All sentences; the first is the answer.
  var sentences: [LocalizedText] {
    [headline] + outcome.subjects.indices.flatMap { [bound($0), shares($0), model($0)] }
      + [fit, isTold ? nil : Self.overstatement, bundle, caveat].compactMap(\.self)
  }

  /// Whether the answer itself says that the formulas overstate falls.
  private var isTold: Bool { outcome.hours.held.contains { $0 == nil } }

  private func percent(_ share: Double) -> String { NumberText.percent(share) }
  private func part(_ share: Double) -> String { NumberText.percent(share, decimals: 0) }
  private func kind(_ index: Int) -> LocalizedText { outcome.subjects[index].kind }
  private func target(_ index: Int) -> Double { outcome.subjects[index].target.fall }

  private func announced(_ index: Int) -> LocalizedText {
    outcome.subjects[index].target.isAnnounced
      ? LocalizedText(zh: "公布的", en: "the announced ") : LocalizedText(zh: "要解释的", en: "the ")
  }

  /// The largest falls of the hours alone while mediation has time; of targets without such values, that they have none.
  private var headline: LocalizedText {
    let timely = outcome.subjects.indices.filter { outcome.hours.held[$0] != nil }
    let short = outcome.subjects.indices.filter { outcome.hours.held[$0] == nil }
    guard !short.isEmpty else { return largest(of: timely) }
    guard !timely.isEmpty else { return shortage(of: short) }
    return largest(of: timely) + LocalizedText(zh: "", en: " ") + shortage(of: short)
  }

  private var officers: LocalizedText {
    LocalizedText(
      zh: "仅凭下沉的工时（下沉 \(outcome.sunk) 名，其中 \(outcome.toCommunity) 名到社区）",
      en:
        "The hours of the officers sent down (\(outcome.sunk), of whom \(outcome.toCommunity) join the community) alone"
    )
  }

  private func falls(_ indices: [Int], _ value: (Int) -> Double) -> LocalizedText {
    LocalizedText.clauses(
      indices.map { index in
        let (fall, wanted) = (value(index), percent(target(index)))
        return LocalizedText(
          zh: "“\(kind(index).zh)”降幅 \(percent(fall))，为\(announced(index).zh) \(wanted) 的"
            + " \(part(fall / target(index)))",
          en:
            "a fall of \(percent(fall)) in “\(kind(index).en)”, \(part(fall / target(index))) of "
            + announced(index).en + wanted)
      })
  }

  private func largest(of indices: [Int]) -> LocalizedText {
    let list = falls(indices) { outcome.hours.held[$0]?.falls[$0] ?? 0 }
    let shares = LocalizedText.list(
      indices.map { LocalizedText(part(outcome.hours.present.shares[$0])) })
    let each = indices.count > 1
    let more =
      outcome.settings.isSearching
      ? LocalizedText(zh: "搜索没有找到更大的降幅", en: "the search found no more")
      : LocalizedText(zh: "已试算的取值没有更大的降幅（未作搜索）", en: "those tried give no more (no search was made)")
    return LocalizedText(
      zh: "\(officers.zh)，最多可解释：**\(list.zh)**。"
        + "前提是这些警情\(each ? "分别" : "")有 \(shares.zh) 由隐患产生，且下沉前化解不缺工时（用时不超过上限的 \(limit)）："
        + "排查、走访、工时、化解和潜伏期在可信范围内取值，\(more.zh)。",
      en:
        "\(officers.en) explain **at most \(list.en)**. That holds as long as \(shares.en) of these incidents grow from "
        + "hazards\(each ? ", in this order," : "") and mediation is not short of hours before the plan (it uses at most \(limit) "
        + "of its room): with detection, visits, hours of an officer, mediation and incubation anywhere in their ranges, "
        + "\(more.en).")
  }

  /// Where mediation is short whatever the values: there is no largest fall with time to mediate.
  private func shortage(of indices: [Int]) -> LocalizedText {
    let list = falls(indices) { (outcome.hours.short[$0] ?? outcome.hours.present).falls[$0] }
    let kinds = LocalizedText.list(
      indices.map { LocalizedText(zh: "“\(kind($0).zh)”", en: "“\(kind($0).en)”") })
    let tried =
      outcome.settings.isSearching
      ? LocalizedText(zh: "搜索过的所有取值", en: "every value of the ranges that the search looked at")
      : LocalizedText(
        zh: "已试算的所有取值（未作搜索）", en: "every value of the ranges that was tried (no search was made)")
    return LocalizedText(
      zh: "\(kinds.zh)：在可信范围内\(tried.zh)下，下沉前**化解都缺工时**（用时超过上限的 \(limit)），"
        + "因此不存在“化解不缺工时”的最大降幅。化解缺工时的情况下，\(officers.zh)，公式给出的最大值为：\(list.zh)。\(Self.overstatement.zh)",
      en:
        "For \(kinds.en), **mediation is short of hours** before the plan (it uses more than \(limit) of its room) under "
        + "\(tried.en), so that no largest fall with time to mediate exists. \(officers.en) explain, by formulas and with "
        + "mediation short, at most \(list.en). \(Self.overstatement.en)")
  }

  private var limit: String { part(outcome.settings.mediationLimit) }

  /// What has to be said wherever falls of a mediation that is short are given.
  static let overstatement = LocalizedText(
    zh: "化解缺工时处公式会高估降幅：引用前须仿真，所用的键见 prevention.json。",
    en:
      "Where mediation is short of hours the formulas overstate falls: simulate before quoting, with the keys in prevention.json."
  )

  /// What theory says of the hours of visits, whatever the visits are.
  private func bound(_ index: Int) -> LocalizedText {
    let gain = outcome.visitGain(index)
    let form = incubation(gain.incubation)
    let (whole, own) = (percent(outcome.visitGain(index, share: 1).bound), percent(gain.bound))
    let share = part(gain.hazardShare)
    return LocalizedText(
      zh: "\(kind(index).zh)：方案使有效走访增加 \(percent(gain.gain))。潜伏期服从\(form.zh)、化解快慢不变时，"
        + "无论走访多少、排查多准、潜伏多久，由隐患产生的警情降幅都小于 \(whole)；其占 \(share) 时，此类警情降幅小于 **\(own)**，"
        + "为\(announced(index).zh) \(percent(target(index))) 的 \(part(gain.bound / target(index)))。",
      en:
        "\(kind(index).en): the plan adds \(percent(gain.gain)) to effective visits. With \(form.en) incubation and mediation "
        + "as fast as before, however many visits there are, however surely they find a hazard and however long it incubates, "
        + "incidents of hazards fall by less than \(whole); where they are \(share) of the kind, it falls by less than **\(own)**, "
        + "\(part(gain.bound / target(index))) of \(announced(index).en)\(percent(target(index))).")
  }

  private func incubation(_ incubation: Incubation) -> LocalizedText {
    let shape = NumberText.fixed(incubation.shape, decimals: 1)
    return switch incubation {
    case .exponential: LocalizedText(zh: "指数分布", en: "an exponential")
    case .gamma: LocalizedText(zh: "形状 \(shape) 的伽马分布", en: "a gamma (shape \(shape))")
    case .weibull: LocalizedText(zh: "形状 \(shape) 的威布尔分布", en: "a Weibull (shape \(shape))")
    }
  }

  /// The share that would have to grow from hazards.
  private func shares(_ index: Int) -> LocalizedText {
    let gain = outcome.visitGain(index)
    let visits = outcome.hours.present.visits[index]
    let parts = [0.5, 1].map { attribution -> LocalizedText in
      let fall = attribution * target(index)
      let (least, now) = (gain.share(for: fall), gain.share(for: fall, at: visits))
      let name =
        attribution == 1
        ? LocalizedText(zh: "要解释全部", en: "for all of it")
        : LocalizedText(zh: "要解释一半（\(percent(fall))）", en: "to explain half of it (\(percent(fall)))")
      guard least < 1 else {
        let whole = percent(outcome.visitGain(index, share: 1).bound)
        return LocalizedText(
          zh: "\(name.zh)，任何份额都不够：即使全部由隐患产生，降幅也小于 \(whole)",
          en:
            "\(name.en), no share is enough: even if all grew from hazards, the fall would stay below \(whole)"
        )
      }
      let atPresent =
        now < 1
        ? LocalizedText(zh: "按研究中的走访次数为 \(part(now))", en: "\(part(now)) with the visits of the study")
        : LocalizedText(zh: "按研究中的走访次数，任何份额都不够", en: "no share is enough with the visits of the study")
      return LocalizedText(
        zh: "\(name.zh)，由隐患产生的份额须大于 **\(part(least))**（\(atPresent.zh)）",
        en:
          "\(name.en), more than **\(part(least))** of the incidents would have to grow from hazards (\(atPresent.en))"
      )
    }
    return LocalizedText(
      zh: "\(kind(index).zh)：仅凭这些工时，\(parts[0].zh)；\(parts[1].zh)。",
      en: "\(kind(index).en), by these hours alone: \(parts[0].en); \(parts[1].en).")
  }

  /// What the model of the study gives.
  private func model(_ index: Int) -> LocalizedText {
    let hours = outcome.hours
    func text(_ sample: PreventionSample?) -> String {
      sample.map { percent($0.falls[index]) } ?? NumberText.missing
    }
    let held =
      hours.held[index] == nil
      ? LocalizedText(
        zh: "份额与潜伏期形状不变时，所看的取值都不能使化解不缺工时",
        en: "with share and shape of incubation held no value looked at gives mediation time enough")
      : LocalizedText(
        zh: "份额与潜伏期形状不变、化解不缺工时时，找到的最大值为 \(text(hours.held[index]))",
        en:
          "with share and shape of incubation held and mediation that has time, the most found is \(text(hours.held[index]))"
      )
    let sentence = LocalizedText(
      zh: "\(kind(index).zh)：研究的模型（含学习、化解排队和升级）在其现有取值下给出 \(percent(hours.present.falls[index]))；"
        + "\(held.zh)。若下沉前化解就缺工时，下沉民警的化解工时能解开瓶颈，"
        + "最大为 \(text(hours.short[index]))；所有假设在可信范围内任取，最大为 \(text(hours.free[index]))",
      en: "\(kind(index).en): the model of the study, with learning, mediation that queues and climbs, gives "
        + "\(percent(hours.present.falls[index])) at its own values; \(held.en). Where mediation is short of hours before the "
        + "plan, the hours of mediation that officers bring open the bottleneck, and the most found is "
        + "\(text(hours.short[index])); with every assumption anywhere in its range it is \(text(hours.free[index]))"
    )
    guard let free = hours.free[index] else { return sentence + LocalizedText(zh: "。", en: ".") }
    return sentence
      + LocalizedText(
        zh: "（此时 \(part(free.shares[index])) 由隐患产生\(shape(free).zh)）。",
        en: " (where \(part(free.shares[index])) grow from hazards\(shape(free).en)).")
  }

  private func shape(_ sample: PreventionSample) -> LocalizedText {
    guard let index = outcome.parameters.firstIndex(where: { $0.role == .incubationShape }) else {
      return LocalizedText("")
    }
    let shape = NumberText.fixed(sample.values[index], decimals: 1)
    return LocalizedText(zh: "，潜伏期形状 \(shape)", en: ", and incubations have shape \(shape)")
  }

  /// How many sets of values fit.
  private var fit: LocalizedText {
    let fits = outcome.fitting()
    let range = outcome.settings.attribution
    let asked =
      range.lowerBound == range.upperBound
      ? part(range.lowerBound) : part(range.lowerBound) + "–" + part(range.upperBound)
    let all = NumberText.whole(outcome.samples.count)
    let points = NumberText.fixed(outcome.settings.tolerance * 100, decimals: 1)
    let most =
      outcome.largestAttribution(withTime: true).map { share in
        LocalizedText(
          zh: "化解不缺工时的取值中，能同时相符的最大归因份额为 \(part(share))。",
          en:
            "Of sets where mediation is not short of hours, the largest attribution that any fits is \(part(share))."
        )
      }
      ?? LocalizedText(
        zh: "化解不缺工时的取值中，没有一组与任何归因份额相符。",
        en: "No set where mediation is not short of hours fits any attribution.")
    let rest = most + whole
    if !fits.isEmpty {
      let found = NumberText.whole(fits.count)
      let timely = NumberText.whole(fits.filter(outcome.hasTimeToMediate).count)
      return LocalizedText(
        zh: "在 \(all) 组取值中，**\(found) 组**使各目标同时等于归因份额 \(asked) 应有的降幅（容差 ±\(points) 个百分点），"
          + "其中化解不缺工时的 **\(timely) 组**：相符的是一个集合，不是一个点。\(rest.zh)",
        en:
          "Of \(all) sets of values, **\(found)** give \(asked) of every fall together, within ±\(points) percentage points, "
          + "**\(timely)** of them with mediation that is not short of hours: a set fits, not one point. \(rest.en)"
      )
    }
    let largest = outcome.largestAttribution().map { part($0) } ?? NumberText.missing
    return LocalizedText(
      zh: "在 \(all) 组取值中，**没有一组**能使各目标同时达到归因份额 \(asked) 应有的降幅（容差 ±\(points) 个百分点）；"
        + "能同时相符的最大归因份额为 \(largest)。\(rest.zh)",
      en:
        "Of \(all) sets of values, **none** gives \(asked) of every fall together, within ±\(points) percentage points; the "
        + "largest attribution that any fits is \(largest). \(rest.en)")
  }

  /// How many sets of values explain the falls in full, where less is asked for.
  private var whole: LocalizedText {
    guard outcome.settings.attribution.upperBound < 1 else { return LocalizedText("") }
    let fits = outcome.fitting(1...1)
    guard !fits.isEmpty else {
      return LocalizedText(zh: "没有一组能解释全部降幅（100%）。", en: " No set gives the falls in full (100%).")
    }
    let found = NumberText.whole(fits.count)
    let timely = NumberText.whole(fits.filter(outcome.hasTimeToMediate).count)
    return LocalizedText(
      zh: "能解释全部降幅（100%）的有 \(found) 组，其中化解不缺工时的 \(timely) 组。",
      en:
        " The falls in full (100%) come out of \(found) sets, \(timely) of them with mediation that is not short of hours."
    )
  }

  /// How much the mechanisms explain beside the hours.
  private var bundle: LocalizedText? {
    guard outcome.bundles.count > 1, let all = outcome.bundles.last else { return nil }
    let parts = outcome.subjects.indices.map { index -> LocalizedText in
      let (fall, hours) = (all.present.falls[index], outcome.hours.present.falls[index])
      return LocalizedText(
        zh: "“\(kind(index).zh)”降 \(percent(fall))（目标的 \(part(fall / target(index)))，仅工时为 \(percent(hours))）",
        en:
          "“\(kind(index).en)” by \(percent(fall)) (\(part(fall / target(index))) of the target; hours alone \(percent(hours)))"
      )
    }
    let list = LocalizedText.list(parts)
    let names = LocalizedText.list(all.mechanisms.map(\.name))
    return LocalizedText(
      zh: "再加上机制（\(names.zh)），研究现有取值下\(list.zh)。这些机制的倍数是假设；若当初就是按公布降幅选定的，相符并不能作为证据。",
      en:
        "With the mechanisms on too (\(names.en)), the values of the study lower \(list.en). Their factors are assumptions; where "
        + "they were chosen to reach the announced falls, agreement is no evidence.")
  }

  private var caveat: LocalizedText? {
    guard outcome.subjects.contains(where: \.target.isAnnounced) else { return nil }
    return LocalizedText(
      zh: "公布的降幅是与上年相比的变化，未说明时段，也没有对照地区；同期全国电信网络诈骗也在下降，吉林 2022 年（改革之前）已降 41%。"
        + "其中多少归因于下沉是一种选择，本页只说明哪些选择与模型相容。",
      en:
        "The announced falls are changes against the year before, of a period that is not stated and without areas to compare; "
        + "telecom fraud fell nationally at the same time, and by 41% in Jilin in 2022, before the reform. How much of them is "
        + "attributed to the plan is a choice; this page only says which choices the model allows.")
  }
}
