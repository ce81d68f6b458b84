/// A share of the units of a plan, for one worker: number I of N takes units I, I + N, I + 2N and so on.
public struct Shard: Sendable, Equatable {
  /// Its number, from 1.
  public let number: Int
  /// How many shards there are.
  public let count: Int

  /// Everything.
  public static let whole = Shard(number: 1, count: 1)

  /// The most shards.
  public static let most = 1_000_000

  /// Creates a shard.
  /// - Precondition: the number is between 1 and the count.
  public init(number: Int, count: Int) {
    precondition((1...count).contains(number), "a shard is one of those there are")
    (self.number, self.count) = (number, count)
  }

  /// Reads `I/N`, or `slurm`: the task of a Slurm array with the indices from 1 in steps of 1.
  /// - Returns: nil where it cannot be read, or where the variables of Slurm are not there.
  public init?(_ text: String, environment: [String: String]) {
    if text == "slurm" {
      func value(_ name: String) -> Int? { environment["SLURM_ARRAY_TASK_" + name].flatMap(Int.init) }
      guard let id = value("ID"), let last = value("MAX"), (1...Self.most).contains(last),
        (1...last).contains(id)
      else { return nil }
      self.init(number: id, count: last)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...Self.most).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.init(number: number, count: count)
  }

  /// The shard as it is typed.
  public var text: String { "\(number)/\(count)" }
}
