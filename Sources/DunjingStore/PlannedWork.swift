import DunjingScenario

/// An experiment that was planned for many machines, and how far each of its units is.
public struct PlannedWork: Sendable, Equatable {
  /// Its folder, relative to the folder of the store.
  public var path: String
  /// Its units by number.
  public var units: [PlannedUnit]

  /// Creates the state of a planned experiment.
  public init(path: String, units: [PlannedUnit]) {
    (self.path, self.units) = (path, units.sorted { $0.number < $1.number })
  }
}

/// A unit of planned work.
public struct PlannedUnit: Sendable, Equatable {
  /// How far a unit is.
  public enum State: String, Sendable, CaseIterable {
    /// Its results are there and sound.
    case done
    /// It has no file.
    case missing
    /// It has a file that does not count.
    case damaged
  }

  /// Its number in the plan.
  public var number: Int
  /// How far it is.
  public var state: State
  /// The size of its file in bytes; nil without one.
  public var bytes: Int?
  /// Seconds of one core that it took; nil where that is not known.
  public var seconds: Double?

  /// Creates the state of a unit.
  public init(number: Int, state: State, bytes: Int? = nil, seconds: Double? = nil) {
    (self.number, self.state, self.bytes, self.seconds) = (number, state, bytes, seconds)
  }
}

/// Why a reader of plans cannot read one.
public struct PlanFault: Error {
  /// What is wrong and what to do.
  public let text: LocalizedText

  /// Creates a fault.
  public init(_ text: LocalizedText) { self.text = text }
}

/// Says how far the units of a planned experiment are.
///
/// The store knows the folder of a plan but not what is in its files: who does gives it a reader.
public protocol PlanReader: Sendable {
  /// Reads the units of the plan in a folder.
  /// - Parameter folder: the path of the folder with `plan.json`.
  /// - Throws: a ``PlanFault`` where it knows what is wrong.
  func units(in folder: String) throws -> [PlannedUnit]
}
