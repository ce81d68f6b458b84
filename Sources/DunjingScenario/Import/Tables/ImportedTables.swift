/// What was made of the tables of an office: tables of a study, and what was understood of them.
public struct ImportedTables: Sendable {
  /// A table that was read.
  public struct Choice: Sendable, Equatable {
    /// The name it was given.
    public let table: String
    /// What it lists.
    public let kind: StudyTableKind
    /// The key for which each column was taken, by the heading.
    public let columns: [Column]
    /// Headings of columns that were not used.
    public let unused: [String]
    /// The number of records.
    public let rows: Int
  }

  /// A column that was taken for a key.
  public struct Column: Sendable, Equatable {
    /// Its heading in the table.
    public let heading: String
    /// The key in the study.
    public let key: String
  }

  /// The tables of the study as CSV, by kind.
  public internal(set) var tables: [StudyTableKind: String] = [:]
  /// What was read, in the order of the kinds.
  public internal(set) var choices: [Choice] = []
  /// The tables of which it cannot be told what they list; they are not used.
  public internal(set) var unknown: [UnknownTable] = []
  /// What was done to the data or assumed, for the user to know.
  public internal(set) var notes: [LocalizedText] = []
  /// What no table says and was taken instead, for the table of sources.
  public internal(set) var assumptions: [ImportedAssumption] = []
  /// Whether positions are longitudes and latitudes in WGS-84.
  public internal(set) var isInDegrees = false
  /// Whether they are outside of the box around China.
  public internal(set) var isAbroad = false
  /// Whether cars of stations go everywhere, as some stations have none.
  public internal(set) var areStationCarsEverywhere = false
  /// The share of the hours for each incident that fits the load of a department of the city of reference, by the id of the
  /// department; none where all fit.
  public internal(set) var followUpShares: [String: Double] = [:]
  /// The residents of all grids.
  public internal(set) var residents = 0.0
  /// The number of facilities by kind.
  public internal(set) var facilityCounts: [FacilityKind: Int] = [:]
  /// The units at posts, by the cars and the officers on duty that the table of facilities gives; empty where it gives none.
  public internal(set) var unitGroups: [ImportedUnitGroup] = []
  /// The kind of facilities that are taken for reserve sites too; nil where the table has some.
  public internal(set) var kindOfAssumedSites: FacilityKind?
  /// The table of facilities from whose columns officers were read; nil where none were.
  public internal(set) var tableOfStaff: String?
  /// Incidents a day by the records of the grids; nil where they are only shares.
  public internal(set) var incidentsPerDay: Double?
  /// Whether officers of departments are those of a county.
  public internal(set) var isOfCounty = false
  /// Whether a team of the table of officers is traffic police.
  var hasTrafficTeam = false
  /// The departments, in the order of their table.
  var departments: [ImportedDepartment] = []
  /// Where the records of each table come from.
  var origins: [StudyTableKind: RecordOrigins] = [:]
}
