/// What stands at the top of the report besides the results.
///
/// Nothing of it is made up: what the scenario does not give, the report does not show.
public struct ReportHeading: Sendable, Equatable {
  /// The title (标题); when empty, the report is titled with the name of the study.
  public var title: LocalizedText
  /// The number under which the document is filed (文号); may be empty.
  public var documentNumber: String
  /// Who issues the report (单位); may be empty.
  public var organization: LocalizedText
  /// The classification (密级); may be empty.
  public var classification: LocalizedText

  /// Creates a heading; what is left out is not shown.
  public init(
    title: LocalizedText = LocalizedText(""), documentNumber: String = "",
    organization: LocalizedText = LocalizedText(""), classification: LocalizedText = LocalizedText("")
  ) {
    self.title = title
    self.documentNumber = documentNumber
    self.organization = organization
    self.classification = classification
  }
}
