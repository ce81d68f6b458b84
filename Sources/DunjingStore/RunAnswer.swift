import DunjingScenario

/// What the store gives to a query, and what it found on the way.
public struct RunAnswer: Sendable {
  /// A treatment of a run.
  public struct Row: Sendable, Equatable {
    /// The run; of its treatments ids and names only.
    public var run: StoredRun
    /// The treatment, with the indicators that were wanted.
    public var treatment: StoredTreatment
  }

  /// The treatments that were wanted, in the order asked for.
  public var rows: [Row]
  /// What the index as a whole knows of.
  public var contents: StoreContents
  /// Whether any run is of the study that was asked for; true where none was.
  public var isStudyKnown: Bool
  /// All planned experiments.
  public var plans: [PlannedWork]
  /// Folders of runs that cannot be read; they are in no row.
  public var damaged: [RunDamage]
  /// Runs whose files were read anew, as they were new or had changed.
  public var read: Int
  /// Runs that the index knew and that are gone or damaged now.
  public var removed: Int
  /// What the user should know about the database.
  public var notices: [RunStoreNotice]
}

/// Names that the index knows, whatever was asked for.
public struct StoreContents: Sendable, Equatable {
  /// How many runs there are.
  public var runs: Int
  /// The ids of all treatments, in the order of letters.
  public var treatments: [String]
  /// The ids of all indicators, in the order of letters.
  public var indicators: [String]
  /// The names of all studies, each once.
  public var studies: [LocalizedText]
}
