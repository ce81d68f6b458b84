import Dunjing
import Foundation

extension PlanSearch.Stage {
  /// What is being done, for people who wait.
  func text(_ goal: PlanGoal, isChinese: Bool) -> String {
    switch self {
    case .forecasting:
      return isChinese ? "推算：用公式求最优方案" : "forecasting: the best plan by formulas"
    case .searching(let plans, let total, let incumbent):
      let best = incumbent.map { String(format: "%.4g", goal.asWritten($0)) } ?? "–"
      return isChinese
        ? "搜索：已仿真 \(plans)/\(total) 个方案，目标与基线之差最\(goal.isMaximized ? "大" : "小") \(best)"
        : "searching: \(plans) of \(total) plans simulated, best objective against the baseline \(best)"
    case .selecting(let finalists, let replications):
      return isChinese
        ? "比选：\(finalists) 个方案，新重复 \(replications) 次"
        : "selecting: \(finalists) plans, \(replications) fresh replications"
    }
  }
}
