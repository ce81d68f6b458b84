import DunjingScenario
import Mustache

/// Writes sections as a page in one language.
struct PageWriter {
  var language: Language

  /// The whole page.
  func page(front: FrontMatter, sections: [Section]) -> String {
    let bodies = sections.enumerated().map { index, section in
      [
        "id": section.id, "title": title(of: section, at: index), "body": body(of: section)
      ]
    }
    var context: [String: Any] = [
      "language": language.tag,
      "title": front.title.text(in: language),
      "hasLetterhead": !front.classification.isEmpty || !front.documentNumber.isEmpty,
      "classification": front.classification.text(in: language),
      "documentNumber": front.documentNumber.text(in: language),
      "meta": front.meta.map { $0.text(in: language) }.joined(separator: " · "),
      "contents": language == .zh ? "目录" : "Contents",
      "style": PageStyle.sheet,
      "script": PageScript.source(for: sections),
      "sections": bodies
    ]
    // A key that is absent hides its element; one with an empty text would not.
    for (key, text) in [("organization", front.organization), ("summary", front.summary)]
    where !text.isEmpty {
      context[key] = text.text(in: language)
    }
    guard let template = try? MustacheTemplate(string: PageTemplate.skeleton) else {
      assertionFailure("the page skeleton does not parse")
      return bodies.compactMap { $0["body"] }.joined()
    }
    return template.render(context)
  }

  private func title(of section: Section, at index: Int) -> String {
    let title = section.title.text(in: language)
    switch language {
    case .zh: return "\(Self.chineseNumeral(index + 1))、\(title)"
    case .en: return "\(index + 1). \(title)"
    }
  }

  /// The Chinese numeral of a number from 1 to 99.
  private static func chineseNumeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number < 10 ? "" : number < 20 ? "十" : digits[number / 10 % 10] + "十"
    return tens + digits[number % 10]
  }

  private func body(of section: Section) -> String {
    section.blocks.map { markup(of: $0).rendered }.joined(separator: "\n")
  }

  private func markup(of block: Block) -> Markup {
    switch block {
    case .answer(let text): .tag("p", ["class": "answer"], text: text.text(in: language))
    case .paragraph(let text): .tag("p", text: text.text(in: language))
    case .caption(let text): .tag("p", ["class": "caption"], text: text.text(in: language))
    case .cards(let cards): .tag("div", ["class": "cards"], cards.map(card))
    case .heading(let text): .tag("h3", text: text.text(in: language))
    case .figure(let figure): self.figure(figure)
    case .table(let table): TableWriter(language: language).markup(of: table)
    case .list(let items): .tag("ul", [:], items.map { .tag("li", text: $0.text(in: language)) })
    case .replay(let player): player.markup(in: language)
    case .definitions(let definitions): .tag("dl", [:], definitions.map(definition))
    }
  }

  private func card(_ card: Card) -> Markup {
    let unit = card.unit.text(in: language)
    let value: [Markup] =
      [.tag("b", text: card.value)] + (unit.isEmpty ? [] : [.text(" "), .tag("small", text: unit)])
    return .tag(
      "div", ["class": card.isWorse ? "card worse" : card.isUncertain ? "card open" : "card"],
      [
        .tag("span", ["class": "name"], text: card.name.text(in: language)),
        .tag("span", ["class": "value"], value)
      ]
        + card.notes.map { .tag("span", ["class": "note"], text: $0.text(in: language)) })
  }

  private func definition(_ definition: Definition) -> Markup {
    .tag(
      "div", [:],
      [
        .tag("dt", text: definition.term.text(in: language)),
        .tag("dd", text: definition.meaning.text(in: language))
      ])
  }

  private func drawing(_ panel: Figure.Panel) -> Markup {
    let chart = panel.chart
    var canvas = Canvas()
    chart.draw(on: &canvas, in: language)
    return .tag(
      "svg",
      [
        "viewBox": "0 0 \(Canvas.number(chart.width)) \(Canvas.number(chart.height))", "role": "img",
        "aria-label": panel.label.text(in: language)
      ], canvas.children)
  }

  private func figure(_ figure: Figure) -> Markup {
    let drawings = figure.panels.map(drawing)
    var children = drawings
    if drawings.count > 1 {
      children = [
        .tag(
          "div", ["class": "panels", "role": "group", "aria-label": figure.label.text(in: language)], drawings
        )
      ]
    }
    if let table = figure.table {
      children.append(
        .tag(
          "details", [:],
          [
            .tag("summary", text: Labels.data.text(in: language)),
            TableWriter(language: language).markup(of: table)
          ]))
    }
    return .tag("figure", [:], children)
  }
}
