extension DefaultCatalog {
  /// The nine departments of the city of reference, 175 officers of the agencies and 166 of the counties.
  public static let departments: [Department] = [
    department("investigation", "刑侦", "Criminal investigation", 28, 58, floor: 14, fixed: 27_238, weight: 1),
    department("antiFraud", "反诈、经侦", "Anti-fraud, economic", 14, 12, floor: 7, fixed: 13_866, weight: 1),
    department(
      "legal", "法制、监管", "Legal, case review, detention", 12, 30, floor: 8, fixed: 24_883, weight: 0.8),
    department("command", "指挥、情报", "Command, intelligence", 16, 14, floor: 12, fixed: 28_974, weight: 1),
    department(
      "trafficHeadquarters", "交警机关", "Traffic headquarters", 30, 0, floor: 15, fixed: 19_080, weight: 0.5),
    department(
      "publicOrder", "治安、户政", "Public order, household", 18, 14, floor: 9, fixed: 31_805, weight: 0.4),
    department("forensic", "技术、网安", "Forensic, cyber", 12, 8, floor: 9, fixed: 9199, weight: 0.8),
    department(
      "administration", "政工、综合、警保", "Administration, political, logistics", 37, 30, floor: 13,
      fixed: 72_360, weight: 0.15),
    department("supervision", "督察、训练", "Supervision, training", 8, 0, floor: 2, fixed: 7200, weight: 0.1)
  ]

  /// Hours per year that incidents beget, in the order of ``departments``.
  static let caseHours: [Double] = [86_282, 19_674, 28_667, 7026, 16_020, 5635, 16_301, 0, 0]

  /// Returns the hours of all work, fixed and of incidents, that officers have in a year who are as busy as those of a department
  /// of the city of reference.
  static func hours(of officers: Double, asIn department: Department) -> Double {
    let index = departments.firstIndex { $0.id == department.id }
    let cases = index.map { caseHours[$0] } ?? 0
    return (department.fixedHoursPerYear + cases) * officers / Double(max(department.officers, 1))
  }

  /// Returns the departments of a city in proportion to its residents: officers by largest remainder, fixed work
  /// so that each department is as busy as in the city of reference. Departments without officers are left out.
  /// - Parameters:
  ///   - residents: People who live in the city.
  ///   - demand: Incidents relative to those of a city of that size.
  public static func departments(residents: Double, demand: Double = 1) -> [Department] {
    let scale = residents / referenceResidents
    let agency = largestRemainder(departments.map { Double($0.agencyOfficers) * scale })
    let county = largestRemainder(departments.map { Double($0.countyOfficers) * scale })
    return departments.indices.compactMap { index in
      var department = departments[index]
      let officers = Double(agency[index] + county[index])
      guard officers > 0 else { return nil }
      let floor = Int((Double(department.agencyFloor) * scale).rounded())
      let hours = hours(of: officers, asIn: department)
      department.agencyOfficers = agency[index]
      department.countyOfficers = county[index]
      department.agencyFloor = min(agency[index], floor)
      department.countyFloor = county[index]
      department.fixedHoursPerYear = max(0, (hours - caseHours[index] * scale * demand).rounded())
      return department
    }
  }

  /// Rounds shares so that they keep their rounded sum: the method of the largest remainder (Hamilton).
  static func largestRemainder(_ shares: [Double]) -> [Int] {
    var counts = shares.map { Int($0.rounded(.down)) }
    let missing = Int(shares.reduce(0, +).rounded()) - counts.reduce(0, +)
    let order = shares.indices.sorted { first, second in
      let (a, b) = (shares[first] - Double(counts[first]), shares[second] - Double(counts[second]))
      return a != b ? a > b : first < second
    }
    for index in order.prefix(max(0, missing)) { counts[index] += 1 }
    return counts
  }

  private static func department(
    _ id: String, _ zh: String, _ en: String, _ agency: Int, _ county: Int, floor: Int, fixed: Double,
    weight: Double
  ) -> Department {
    Department(
      id: id, name: LocalizedText(zh: zh, en: en), agencyOfficers: agency, countyOfficers: county,
      agencyFloor: floor, countyFloor: county, fixedHoursPerYear: fixed, delayWeight: weight)
  }
}
