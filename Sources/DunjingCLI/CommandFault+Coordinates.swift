import Dunjing

extension CommandFault {
  /// Checks that records and a study are both in degrees, or both in kilometers.
  static func checkCoordinates(
    of file: String, _ records: [IncidentRecord], beside study: Scenario
  ) throws {
    guard let mismatch = CoordinateMismatch(records, study: study) else { return }
    let (problem, remedy) = (mismatch.problem, mismatch.remedy)
    throw CommandFault(
      zh: "\(file)：\(problem.zh)；\(remedy.zh)。", en: "\(file): \(problem.en); \(remedy.en).")
  }
}
