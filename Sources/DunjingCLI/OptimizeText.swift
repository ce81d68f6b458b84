import Dunjing
import Foundation

/// What `dunjing optimize` prints for people.
struct OptimizeText {
  let outcome: PlanSearchOutcome
  let scenario: Scenario
  let language: TextLanguage

  var text: String {
    PlanSearchPage.answer(outcome, scenario).map { $0.text(in: language).replacing("**", with: "") }.joined(
      separator: "\n")
  }
}
