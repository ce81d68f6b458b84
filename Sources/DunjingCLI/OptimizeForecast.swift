import Dunjing
import Foundation

/// What `dunjing optimize --forecast-only` says: the best plan by formulas alone, for a first look.
struct OptimizeForecast: Encodable {
  struct Price: Encodable {
    let indicator: String
    let price: Double
  }

  let schema = "dunjing-forecast/1"
  let values: [String: Double]
  let officersSunk: Int
  let officersToStreet: Int
  let difference: Double
  let excesses: [Double]
  /// By how much the objective would become better were a limit one unit wider.
  let limitPrices: [Price]
  /// Officers of each station when they divide best.
  let officersByStation: [String: Int]
  let forecasts: Int
  /// Seconds to prepare the formulas, and to find the plan with them.
  let preparationSeconds: Double
  let searchSeconds: Double
  let isMaximized: Bool
  private let settings: [String]

  private enum CodingKeys: String, CodingKey {
    case schema, values, officersSunk, officersToStreet, difference, excesses, limitPrices, officersByStation
    case forecasts, preparationSeconds, searchSeconds, isMaximized
  }

  init(
    _ optimum: AnalyticOptimum, space: PlanSpace, goal: PlanGoal, world: World,
    preparationSeconds: Double, since start: Date
  ) {
    let plan = world.plan(of: space.named(at: optimum.point))
    values = Dictionary(uniqueKeysWithValues: zip(space.decisions.map(\.lever.key), optimum.point))
    (officersSunk, officersToStreet) = (plan.sunk, plan.toStreet)
    (difference, excesses) = (goal.asWritten(optimum.difference), optimum.excesses)
    isMaximized = goal.isMaximized
    settings = zip(space.decisions, optimum.point).map { decision, value in
      let text = decision.lever.choice(at: value)?.id ?? String(format: "%.4f", value)
      return "  \(decision.lever.key) \(text)"
    }
    limitPrices = zip(goal.limits, optimum.limitPrices).map {
      Price(indicator: $0.indicator.rawValue, price: $1)
    }
    officersByStation = StationAllocation.all(of: plan, in: world).filter { $0.officers.contains { $0 > 0 } }
      .reduce(into: [:]) { stations, best in
        for (id, officers) in zip(best.stations, best.officers) { stations[id] = officers }
      }
    forecasts = optimum.forecasts
    self.preparationSeconds = preparationSeconds
    searchSeconds = Date().timeIntervalSince(start)
  }

  /// Whether every limit is kept.
  var isFeasible: Bool { excesses.allSatisfy { $0 <= 0 } }

  /// A line for each limit; only one that is just kept has a price.
  private func limitLines(isChinese: Bool) -> [String] {
    zip(limitPrices, excesses).map { limit, excess in
      let (size, price) = (String(format: "%.4g", abs(excess)), String(format: "%.4g", limit.price))
      let hasPrice = isFeasible && limit.price > 1e-6 * abs(difference)
      if isChinese {
        return "  限制 \(limit.indicator)：" + (excess > 0 ? "超出 \(size)" : "余量 \(size)")
          + (hasPrice ? "，每放宽一个单位目标\(isMaximized ? "上升" : "下降") \(price)" : "")
      }
      return "  limit on \(limit.indicator): " + (excess > 0 ? "broken by \(size)" : "room of \(size)")
        + (hasPrice ? "; one unit wider \(isMaximized ? "raises" : "lowers") the objective by \(price)" : "")
    }
  }

  func text(isChinese: Bool) -> String {
    let change = String(format: "%+.4g", difference)
    let seconds = String(format: "%.1f + %.1f", preparationSeconds, searchSeconds)
    let head =
      isChinese
      ? "按公式推算（未仿真）：最优方案下沉 \(officersSunk) 名，其中 \(officersToStreet) 名上街面，目标与基线之差 \(change)。"
        + "准备与求解用时 \(seconds) 秒，推算 \(forecasts) 个方案。"
      : "By formulas, without simulation: the best plan sends \(officersSunk) officers down, \(officersToStreet) of them to "
        + "the street; the objective against the baseline is \(change). Preparation and search took \(seconds) s, for "
        + "\(forecasts) forecasts."
    let warning =
      isFeasible
      ? []
      : [
        isChinese
          ? "按公式没有方案满足全部限制，以下方案超出最少。" : "By formulas no plan keeps all limits; this one breaks them least."
      ]
    return (warning + [head] + limitLines(isChinese: isChinese) + settings).joined(separator: "\n")
  }
}
