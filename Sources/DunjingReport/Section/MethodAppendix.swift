import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The method after STRESS-DES, the reporting guideline for discrete-event simulation (Monks et al., 2019), written from
/// the scenario: objectives, logic, data, experimentation, implementation, access to the code.
enum MethodAppendix {
  static func section(_ findings: Findings, provenance: Provenance) -> Section {
    let groups = [
      (LocalizedText(zh: "1 目的", en: "1 Objectives"), objectives(findings)),
      (LocalizedText(zh: "2 逻辑", en: "2 Logic"), MethodLogic(findings.scenario).items),
      (LocalizedText(zh: "3 数据", en: "3 Data"), data(findings)),
      (LocalizedText(zh: "4 试验", en: "4 Experimentation"), experimentation(findings)),
      (LocalizedText(zh: "5 实现", en: "5 Implementation"), implementation(provenance)),
      (LocalizedText(zh: "6 代码", en: "6 Code access"), access)
    ]
    let lead = LocalizedText(
      zh: "按离散事件仿真报告规范 STRESS-DES（Monks 等，2019）的条目由场景生成；参数逐项见“参数来源”。",
      en:
        "Written from the scenario along the items of STRESS-DES, the reporting guideline for discrete-event simulation (Monks et al., "
        + "2019). Every parameter is in “Where the numbers come from”.")
    return Section(
      id: "method", title: LocalizedText(zh: "方法附录", en: "Method"),
      blocks: [.caption(lead)] + groups.flatMap { title, items in [.heading(title), .definitions(items)] })
  }

  static func item(_ zh: String, _ en: String, _ meaning: LocalizedText) -> Definition {
    Definition(term: LocalizedText(zh: zh, en: en), meaning: meaning)
  }

  private static func objectives(_ findings: Findings) -> [Definition] {
    let count = NumberText.whole(findings.result.treatments.count)
    let indicators = NumberText.whole(findings.presentIndicators.count)
    return [
      item(
        "用途", "Purpose",
        LocalizedText(
          zh: "比较警力从机关移到街面和社区的方案：多少人、到哪里、得与失各多少。供比较方案用，不是对现实的预报。",
          en:
            "To compare plans that move officers from headquarters to street and community: how many, to where, what is "
            + "gained and lost. For comparing plans; not a forecast of reality.")),
      item(
        "产出", "Outputs",
        LocalizedText(
          zh: "\(indicators) 项指标，定义见“指标释义”；综合损失指数把得失合成一个数，仅供排序。",
          en:
            "\(indicators) indicators, defined under “The indicators”; the harm index weighs gains and price in one number and "
            + "only ranks.")),
      item(
        "试验目的", "Aims of the experiment",
        LocalizedText(
          zh: "\(count) 个方案，与基线“\(findings.baseline?.name.zh ?? findings.result.baseline)”作配对比较。",
          en:
            "\(count) treatments, compared in pairs with the baseline, “\(findings.baseline?.name.en ?? findings.result.baseline)”."
        ))
    ]
  }

  private static func data(_ findings: Findings) -> [Definition] {
    let notes = findings.scenario.sources
    return [
      item(
        "来源", "Sources",
        notes.isEmpty
          ? LocalizedText(zh: "场景没有注明。", en: "Not stated in the scenario.")
          : SourceTable.counts(notes) + LocalizedText(zh: "。", en: ".")),
      item(
        "处理", "Preprocessing",
        LocalizedText(
          zh: "需求率按时段、星期和月份的系数分摊到网格；驻点到网格的行程先行算出；警力按整数分配（最大余数法）。",
          en:
            "Rates of demand are spread over grids, hours, weekdays and months by factors; travel from posts to grids is computed beforehand; "
            + "officers are whole numbers (largest remainder).")),
      item(
        "假设", "Assumptions", LocalizedText(zh: "见“假设与界限”。", en: "See “Assumptions and limits”."))
    ]
  }

  private static func experimentation(_ findings: Findings) -> [Definition] {
    let (result, time) = (findings.result, findings.scenario.time)
    let level = NumberText.percent(result.confidence, decimals: 0)
    let settling =
      time.settlingDays > 0
      ? LocalizedText(
        zh: "，其后 \(time.settlingDays) 天不计", en: "; the \(time.settlingDays) days after that do not count")
      : LocalizedText("")
    return [
      item(
        "起始状态", "Initial state",
        LocalizedText(
          zh: "空系统，在基线下预热 \(time.warmUpDays) 天，各方案由同一状态分出\(settling.zh)。",
          en:
            "Empty; \(time.warmUpDays) days of warm-up under the baseline, from whose end all treatments branch\(settling.en)."
        )),
      item(
        "运行长度", "Run length",
        LocalizedText(
          zh:
            "测量 \(result.horizonDays) 天，每方案 \(result.replications) 次独立重复\(findings.result.precision == nil ? "" : "，按精度停止")。",
          en:
            "\(result.horizonDays) measured days; \(result.replications) independent replications of each treatment"
            + "\(findings.result.precision == nil ? "" : ", until they are precise").")),
      item(
        "估计", "Estimation",
        LocalizedText(
          zh:
            "各方案用同一批随机数，差按重复配对；\(level) t 区间，多方案同时成立（Bonferroni）；文中“显著”即该区间不含零，results.json 的 significant 另按 Holm，略易成立。",
          en:
            "Common random numbers, differences paired by replication; \(level) t intervals that hold for all treatments at once "
            + "(Bonferroni). Here “significant” means that such an interval leaves out zero; `significant` in results.json is after "
            + "Holm and a little easier to reach."))
    ]
  }

  private static func implementation(_ provenance: Provenance) -> [Definition] {
    [
      item(
        "软件", "Software",
        LocalizedText(
          zh: "屯警 \(provenance.version)（构建 \(provenance.build)），Swift 6；事件日程法。",
          en: "Dunjing \(provenance.version) (build \(provenance.build)), Swift 6; event scheduling.")),
      item(
        "随机数", "Random sampling",
        LocalizedText(
          zh: "按用途和实体计数的独立流（计数器型发生器），故同一警情在各方案下相同；结果与线程数无关。",
          en:
            "Counter-based streams for each purpose and entity, so that an incident is the same under every treatment; results "
            + "do not depend on the number of threads.")),
      item(
        "运行", "Execution",
        LocalizedText(
          zh: "Linux，各次重复在多个线程上并行。", en: "Linux; replications run in parallel on several threads."))
    ]
  }

  private static let access = [
    item(
      "获取", "Access",
      LocalizedText(
        zh: "开源；运行文件夹中有场景副本（study），同一程序版本、种子即得到同样的数字。",
        en:
          "Open source. The folder of the run has a copy of the scenario (study); the same version and seed give the same numbers."
      ))
  ]
}
