/// The columns of a form in which police forces publish their calls.
public enum ColumnPreset: String, Sendable, CaseIterable {
  /// Days of every stage, as some cities publish from a map server: `Received_Date`, `At_Scene_Date`, `Clear_Date`.
  case arcGIS = "cad-arcgis"
  /// Clocks of the queue and the arrival: `Original Time Queued`, `Arrived Time`, and `Call Type` says what was on view.
  case queued = "cad-queued"
  /// The number of the day, the hour, and hours of deployment.
  case dayAndHour = "day-hour"
  /// Names in general use, in Chinese and English.
  case general

  /// The names of the columns, the best first; empty where the form has no such column.
  func names(_ field: IncidentField) -> [String] {
    switch self {
    case .arcGIS: Self.arcGISNames[field] ?? []
    case .queued: Self.queuedNames[field] ?? []
    case .dayAndHour: Self.dayAndHourNames[field] ?? []
    case .general: field.guesses
    }
  }

  /// Columns by which the form is known; empty where it is not.
  var marks: [String] {
    switch self {
    case .arcGIS: ["Received_Date", "At_Scene_Date", "Clear_Date"]
    case .queued: ["Call Type", "Initial Call Type", "Final Call Type"]
    case .dayAndHour: ["Day", "Hour", "Deployment Time (hrs)"]
    case .general: []
    }
  }

  private static let arcGISNames: [IncidentField: [String]] = [
    .id: ["Record_ID"], .received: ["Received_Date"], .dispatched: ["Dispatch_Date"],
    .enRoute: ["Enroute_Date"], .onScene: ["At_Scene_Date"], .cleared: ["Clear_Date"],
    .kind: ["Description", "Call_Type"], .x: ["longitude"], .y: ["latitude"]
  ]
  private static let queuedNames: [IncidentField: [String]] = [
    .id: ["CAD Event Number"], .received: ["Original Time Queued", "CAD Event Original Time Queued"],
    .onScene: ["Arrived Time", "CAD Event Arrived Time"], .kind: ["Final Call Type"],
    .priority: ["Priority"], .onView: ["Call Type"],
    .x: ["Blurred_Longitude", "Dispatch Longitude"], .y: ["Blurred_Latitude", "Dispatch Latitude"]
  ]
  private static let dayAndHourNames: [IncidentField: [String]] = [
    .id: ["URN"], .day: ["Day"], .clock: ["Hour"], .priority: ["Priority"], .x: ["Longitude"],
    .y: ["Latitude"], .service: ["Deployment Time (hrs)"]
  ]
}
