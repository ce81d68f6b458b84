import DunjingExperiment
import DunjingScenario

extension DepartmentOutcome {
  /// Officers whom it would need besides those left to have no more work than it can do; nil where it can do its work, or nobody
  /// is left to tell it by.
  var shortage: Int? {
    guard let load, load.isFinite, load > 1 else { return nil }
    return max(1, Int((Double(officers - taken) * (load - 1) - 1e-9).rounded(.up)))
  }

  /// Its name, its work in per cent of its capacity and the officers that it is short of, or that its backlog grows all the same.
  func nameWithShortage(under treatment: String) -> LocalizedText {
    guard let load else { return nameWithLoad }
    func mark(_ text: String, _ quantity: String) -> String {
      NumberMark.number(text, "department \(id) \(quantity)", under: treatment)
    }
    let percent = mark(load.wholePercent, "utilization")
    guard let shortage else {
      return LocalizedText(zh: "\(name.zh)（\(percent)，积压仍在增长）", en: "\(name.en) (\(percent), and growing)")
    }
    let count = mark("\(shortage)", "shortage")
    return LocalizedText(
      zh: "\(name.zh)（\(percent)，缺 \(count) 名）", en: "\(name.en) (\(percent), \(count) short)")
  }
}
