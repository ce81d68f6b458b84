import DunjingWorld

// What is said about a department, over all counties or in one.
extension HeadquartersState {
  /// The backlog of a department in all counties, in hours.
  func total(of department: Int) -> Double {
    var sum = 0.0
    for index in all(department) { sum += backlog[index] }
    return sum
  }

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

  /// The sum over working days of the delay of a department: its backlog in all counties by its capacity in all, which
  /// is the mean of the counties weighted by capacity, and counts work where nobody is left to do it. With nobody left in any of them it
  /// is that of one officer.
  func delaySum(of department: Int) -> Double {
    guard count < backlog.count else { return delaySums[department] }
    let hours = all(department).reduce(0) { $0 + capacity[$1] }
    return all(department).reduce(0) { $0 + backlogHours[$1] } / max(hours, hoursPerOfficerDay)
  }

  /// The mean delay of a department in working days.
  func meanDelay(of department: Int) -> Double { delaySum(of: department) / Double(max(workdays, 1)) }

  /// The backlog of a department in officer-days.
  func officerDays(of department: Int) -> Double {
    total(of: department) / hoursPerOfficerDay
  }

  /// Whether the backlog of a department, in all counties together, grows without bound; nil when too little was measured.
  func isGrowing(_ department: Int) -> Bool? { growth[department].isGrowing }

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
