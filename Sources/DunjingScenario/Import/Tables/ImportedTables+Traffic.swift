extension ImportedTables {
  /// Departments of traffic police with officers, where no team of officers is traffic police, so that none of them goes to incidents.
  public var trafficDesks: [(name: LocalizedText, officers: Int)] {
    guard !hasTrafficTeam else { return [] }
    return departments.filter { $0.reference.id == "trafficHeadquarters" && $0.officers > 0 }.map {
      ($0.name, $0.officers)
    }
  }
}
