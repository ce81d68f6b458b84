import Dunjing

/// What `dunjing calibrate prevention` prints for people.
struct PreventionText {
  let outcome: PreventionOutcome
  let page: PreventionPage
  let language: TextLanguage

  var text: String {
    page.answer.map { $0.text(in: language).replacing("**", with: "") }.joined(separator: "\n")
  }
}
