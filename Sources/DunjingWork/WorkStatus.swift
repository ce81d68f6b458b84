import DunjingParallel

/// How far a planned experiment is.
public struct WorkStatus: Sendable, Equatable, Codable {
  /// One unit.
  public struct Unit: Sendable, Equatable, Codable {
    /// Its number.
    public var number: Int
    /// Whether its results are there and sound.
    public var isDone: Bool
    /// Why the file that is there does not count: `content`, `plan`, `engine` or `schema`; nil where there is none, or a sound one.
    public var damage: String?
    /// Seconds of one core it took.
    public var seconds: Double?
    /// The largest memory of its worker until then, in bytes.
    public var memoryBytes: Int?
    /// The machine it was played on.
    public var host: String?
  }

  /// The units, by number.
  public var units: [Unit]

  /// How many there are.
  public var total: Int { units.count }
  /// How many are done.
  public var done: Int { units.count(where: \.isDone) }
  /// The numbers of those without a file.
  public var missing: [Int] { units.filter { !$0.isDone && $0.damage == nil }.map(\.number) }
  /// The numbers of those whose file does not count.
  public var damaged: [Int] { units.filter { $0.damage != nil }.map(\.number) }
  /// Seconds of one core that the units done took.
  public var seconds: Double { units.reduce(0) { $0 + ($1.seconds ?? 0) } }
  /// Whether everything is there.
  public var isComplete: Bool { done == total }
}

extension WorkFolder {
  /// Looks at every byte of every unit.
  /// - Parameters:
  ///   - plan: the plan whose units are looked at.
  ///   - threads: how many.
  public func status(of plan: WorkPlan, threads: Int) throws -> WorkStatus {
    let units = Parallel.map(plan.units.count, threads: threads) { position in
      Result { try status(of: plan.units[position], in: plan) }
    }
    return WorkStatus(units: try units.map { try $0.get() })
  }

  private func status(of unit: WorkUnit, in plan: WorkPlan) throws -> WorkStatus.Unit {
    switch try state(of: unit, in: plan) {
    case .missing: WorkStatus.Unit(number: unit.number, isDone: false)
    case .damaged(let damage):
      WorkStatus.Unit(number: unit.number, isDone: false, damage: damage.rawValue)
    case .done(let sound):
      WorkStatus.Unit(
        number: unit.number, isDone: true, seconds: sound.notes.seconds,
        memoryBytes: sound.notes.memoryBytes, host: sound.notes.host)
    }
  }
}
