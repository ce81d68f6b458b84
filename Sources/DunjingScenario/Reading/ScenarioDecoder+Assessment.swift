extension ScenarioDecoder {
  func assessment() -> [AssessmentItem] {
    (root.records("assessment", Shapes.assessmentItem) ?? []).map { row in
      AssessmentItem(
        indicator: row.choice("indicator", nil) ?? .withinTarget, weight: row.number("weight", 1),
        zero: row.number("zero", nil), full: row.number("full", nil), owner: row.localized("owner", nil))
    }
  }

  func security() -> SecurityFormula {
    let cursor = root.record("security", Shapes.security)
    let base = SecurityFormula()
    return SecurityFormula(
      intercept: cursor.number("intercept", base.intercept),
      response: cursor.number("response", base.response),
      visibility: cursor.number("visibility", base.visibility),
      incidence: cursor.number("incidence", base.incidence))
  }
}
