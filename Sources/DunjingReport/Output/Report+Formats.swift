import DunjingScenario

extension Report {
  /// Returns a summary in Markdown, in one language.
  /// - Parameters:
  ///   - language: the language of the text.
  ///   - page: the name of the page that has the charts and the long tables.
  public func markdown(in language: Language, page: String? = nil) -> String {
    MarkdownWriter(language: language, page: page).text(front: front, sections: sections)
  }

  /// Returns every table of the report and behind its charts as CSV, in one language, by file name; `index.csv` says what
  /// each is.
  public func tables(in language: Language) -> [(name: String, text: String)] {
    ReportTables(sections: sections, language: language).files
  }

  /// Returns the tree of the report in one language, to be written as JSON.
  public func document(in language: Language) -> ReportDocument {
    ReportDocument(front: front, sections: sections, language: language)
  }
}
