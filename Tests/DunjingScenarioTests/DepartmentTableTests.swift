import Testing

@testable import DunjingScenario

/// Departments in a table, some columns of which are left out.
@Suite struct DepartmentTableTests {
  private func study(_ table: String) -> StudyCopy {
    StudyCopy(
      files: ["departments.csv": table],
      replacements: [(old: "departments: default", new: "departments: departments.csv")])
  }

  @Test(arguments: [("agencyOfficers", 20, 0), ("countyOfficers", 0, 20)])
  func `who gives one number of officers means that there are no others`(
    column: String, agency: Int, county: Int
  ) throws {
    let department = try study("id,\(column)\ninvestigation,20\n").load().departments[0]
    #expect(department.agencyOfficers == agency && department.countyOfficers == county)
    #expect(department.name.en == "Criminal investigation")
  }

  @Test func `a known department without numbers has those of its default`() throws {
    let department = try study("id,delayWeight\ninvestigation,1\n").load().departments[0]
    #expect(department.agencyOfficers > 0 && department.countyOfficers > 0)
  }

  @Test func `a missing column is named once, not in every row`() throws {
    let invalid = try #require(throws: InvalidScenario.self) {
      try study("section,agencyOfficers\ninvestigation,20\nantiFraud,5\n").load()
    }
    #expect(invalid.issues.filter { $0.keyPath.hasSuffix("id") }.count == 1, "\(invalid.issues)")
  }
}
