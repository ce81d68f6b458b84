import Dunjing

/// Reads what varies: `sinkRatio=0:0.4`, `streetShare=0:1`, `sinkRatio.byPrefecture=0.1:0.3`, `switches.intelligence`.
enum LeverExpression {
  /// Reads the decisions of an option; a key that stands for many gives one for each.
  static func decisions(_ text: String, in world: World) throws -> [PlanSpace.Decision] {
    let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix(while: \.isWhitespace) }
    let key = String((parts.first ?? "").prefix { !$0.isWhitespace })
    let levers = try LeverCatalog(world).levers(key)
    guard parts.count == 2 || levers.contains(where: { $0.choices == nil }) else {
      return levers.map { PlanSpace.Decision(among: $0) }
    }
    guard levers.allSatisfy({ $0.choices == nil }) else {
      throw CommandFault(
        zh: "--vary：\(key) 是选项，不是比例；只写 --vary \(key)，各选项都会试。",
        en:
          "--vary: \(key) is a choice and no share; write --vary \(key) alone, and all of its choices are tried."
      )
    }
    let ends = parts.count == 2 ? parts[1].split(separator: ":").map { Double(String($0)) } : []
    guard ends.count == 2, let low = ends[0], let high = ends[1], low >= 0, high <= 1, low < high else {
      throw CommandFault(
        zh: "--vary：无法识别 \(text)；写法如 \(key)=0:0.4，两端在 0 到 1 之间，由小到大。",
        en:
          "--vary: \(text) cannot be read; write \(key)=0:0.4, with ends between 0 and 1, the lesser first.")
    }
    return levers.map { PlanSpace.Decision($0, in: low...high) }
  }
}
