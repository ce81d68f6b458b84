import DunjingWorld

// What is said about a department, over all counties or in one.
extension HeadquartersState {
  /// The counties' departments of one kind, by index.
  private func all(_ department: Int) -> StrideTo<Int> {
    stride(from: department, to: backlog.count, by: count)
  }

  /// Work that arrived as a share of what the counties' departments of one kind could do.
  func utilization(of department: Int) -> Double {
    let hours = capacityHours
    let capacity = all(department).reduce(0) { $0 + hours[$1] }
    return capacity > 0 ? all(department).reduce(0) { $0 + arrivedHours[$1] } / capacity : 0
  }

  /// The sum over working days of the delay of a department: of its mean over counties, weighted by officers.
  func delaySum(of department: Int) -> Double {
    guard count < backlog.count else { return delaySums[department] }
    let weight = all(department).reduce(0) { $0 + capacity[$1] }
    return weight > 0 ? all(department).reduce(0) { $0 + capacity[$1] * delaySums[$1] } / weight : 0
  }

  /// The mean delay of a department in working days.
  func meanDelay(of department: Int) -> Double { delaySum(of: department) / Double(max(workdays, 1)) }

  /// The backlog of a department in officer-days.
  func officerDays(of department: Int) -> Double {
    all(department).reduce(0) { $0 + backlog[$1] } / hoursPerOfficerDay
  }

  /// Whether the backlog of a department grows without bound in some county; nil when too little was measured.
  func isGrowing(_ department: Int) -> Bool? {
    let answers = all(department).compactMap { growth[$0].isGrowing }
    return answers.isEmpty ? nil : answers.contains(true)
  }

  /// Work that arrived in a county as a share of what its departments could do.
  func utilization(ofCounty county: Int) -> Double {
    let range = county * count..<(county + 1) * count
    let capacity = capacityHours[range].reduce(0, +)
    return capacity > 0 ? arrivedHours[range].reduce(0, +) / capacity : 0
  }

  /// The backlog of a county's departments in officer-days.
  func officerDays(ofCounty county: Int) -> Double {
    backlog[county * count..<(county + 1) * count].reduce(0, +) / hoursPerOfficerDay
  }
}
