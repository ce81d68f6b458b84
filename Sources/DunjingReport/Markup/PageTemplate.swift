/// The skeleton of the page and its style.
enum PageTemplate {
  /// The page, as a Mustache template; double braces escape, triple braces do not.
  static let skeleton = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    {{#hasLetterhead}}<p class="letterhead"><strong>{{classification}}</strong><span>{{documentNumber}}</span></p>
    {{/hasLetterhead}}<h1>{{title}}</h1>
    {{#organization}}<p class="organization">{{organization}}</p>
    {{/organization}}    {{#summary}}<p class="summary">{{summary}}</p>{{/summary}}
    <p class="meta">{{meta}}</p>
    </header>
    <main>
    {{#sections}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title">{{title}}</h2>
    {{{body}}}
    </section>
    {{/sections}}
    </main>
    <nav aria-label="{{contents}}">
    <h2>{{contents}}</h2>
    <ol>
    {{#sections}}<li><a href="#{{id}}">{{title}}</a></li>
    {{/sections}}
    </ol>
    </nav>
    </body>
    </html>

    """

  /// The style sheet. Fonts are those of the reader's machine.
  static let style = """
    @page { size: A4; margin: 14mm 15mm }
    * { box-sizing: border-box }
    html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
    body { margin: 0 auto; max-width: 800px; padding: 24px 20px 40px; color: #1b1f24;
      font: 14px/1.65 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", SimSun,
      "Segoe UI", Arial, sans-serif }
    h1 { font-size: 23px; line-height: 1.3; margin: 0 }
    h2 { font-size: 16.5px; margin: 26px 0 6px; break-after: avoid }
    h3 { font-size: 14px; margin: 16px 0 4px; break-after: avoid }
    p { margin: 0 0 8px }
    .letterhead { display: flex; justify-content: space-between; gap: 20px; margin: 0 0 10px; font-size: 13px }
    .organization { margin: 4px 0 0; font-size: 15px }
    .summary { margin: 6px 0 0; color: #3d454e }
    .meta { color: #5b646f; font-size: 12px; margin: 4px 0 14px; border-bottom: 2px solid #1b1f24;
      padding-bottom: 10px }
    .answer { font-size: 16.5px; line-height: 1.75; margin: 0 0 14px }
    .answer strong { color: #b23a08 }
    .caption, .caption strong { color: #5b646f; font-size: 12.5px }
    .caption { break-after: avoid }
    .cards { display: flex; border: 1px solid #d9dee4; margin: 4px 0 14px; break-inside: avoid }
    .card { flex: 1; padding: 9px 13px; border-left: 1px solid #d9dee4 }
    .card:first-child { border-left: 0 }
    .card span { display: block }
    .card .name { color: #5b646f; font-size: 12px; line-height: 1.4 }
    .card .value { font-size: 20px; font-weight: 700; line-height: 1.5 }
    .card .note { color: #0f665e; font-size: 12px; line-height: 1.45 }
    .card.worse .note { color: #b23a08 }
    .card .value, .card .note, td, thead th { font-variant-numeric: tabular-nums }
    figure { margin: 0 0 10px; break-inside: avoid }
    figure svg { width: 100%; height: auto; display: block }
    svg text { font-family: inherit; fill: #1b1f24; font-size: 10px }
    svg .title { font-size: 12px; font-weight: 700 }
    svg .axis { fill: #5b646f }
    svg .strong { font-weight: 700 }
    svg .best { fill: #b23a08; font-weight: 700; font-size: 11px }
    svg .halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round }
    details { font-size: 12px; margin: 2px 0 6px }
    summary { color: #5b646f; cursor: pointer }
    table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 4px 0 10px }
    thead { display: table-header-group }
    thead th { font-weight: 600; border-bottom: 1.5px solid #1b1f24; padding: 5px 6px; text-align: right;
      vertical-align: bottom; line-height: 1.35 }
    thead th:first-child, tbody th { text-align: left }
    tbody th { font-weight: 600 }
    tbody td, tbody th { border-bottom: 1px solid #e3e7ec; padding: 4px 6px; text-align: right }
    tbody th { text-align: left }
    td { white-space: nowrap }
    td small { color: #5b646f; font-size: 92% }
    td.words { white-space: normal; text-align: left }
    td.gray, td.gray small { color: #87909b }
    tr { break-inside: avoid }
    tr.best { background: #fff1e6 }
    tr.best th, tr.best td { color: #b23a08 }
    tr.plateau { background: #f0f3f1 }
    tr.group th { background: #eef1f4; font-size: 12px; padding: 3px 6px }
    table.dense { font-size: 11px; line-height: 1.35 }
    table.dense td, table.dense th { padding: 3px 4px }
    table.dense td small { display: block }
    details table { font-size: 11px }
    ul { margin: 0 0 8px; padding-left: 20px }
    dl { display: grid; grid-template-columns: minmax(9em, 30%) 1fr; gap: 3px 12px; font-size: 12.5px; margin: 4px 0 }
    dt { font-weight: 600 }
    dd { margin: 0; color: #3d454e }
    nav { margin-top: 30px; border-top: 1px solid #d9dee4; font-size: 13px }
    nav ol { columns: 2; list-style: none; padding: 0 }
    nav h2 { font-size: 14px; margin: 10px 0 0 }
    a { color: #0b5c8a }
    @media (max-width: 560px) {
      .cards { flex-wrap: wrap } .card { flex: 1 0 50% } section { overflow-x: auto }
    }
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt }
      details, nav { display: none }
    }
    """
}
