/// The style sheet of the page: on screen, on small screens, and on A4 paper.
enum PageStyle {
  /// The whole style sheet. Fonts are those of the reader's machine.
  static let sheet = [frame, figures, tables, lists, small, print, ReplayStyle.sheet].joined(separator: "\n")

  private static let frame = """
    @page { size: A4; margin: 11mm 15mm }
    * { box-sizing: border-box }
    html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
    body { margin: 0 auto; max-width: 800px; padding: 24px 20px 40px; color: #1b1f24;
      font: 14px/1.65 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", SimSun,
      "Segoe UI", Arial, sans-serif }
    html:lang(en) body { font-family: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Nimbus Sans", "Noto Sans",
      "DejaVu Sans", sans-serif, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC"; line-height: 1.55 }
    h1 { font-size: 23px; line-height: 1.3; margin: 0 }
    h2 { font-size: 16.5px; margin: 26px 0 6px }
    h3 { font-size: 14px; margin: 16px 0 4px }
    h2, h3, .caption { break-after: avoid; break-inside: avoid }
    p { margin: 0 0 8px }
    .letterhead { display: flex; justify-content: space-between; gap: 20px; margin: 0 0 10px; font-size: 13px }
    .organization { margin: 4px 0 0; font-size: 15px }
    .summary { margin: 6px 0 0; color: #3d454e }
    .meta { color: #5b646f; font-size: 12px; margin: 4px 0 14px; border-bottom: 2px solid #1b1f24;
      padding-bottom: 10px }
    .answer { font-size: 16.5px; line-height: 1.75; margin: 0 0 14px }
    html:lang(en) .answer { font-size: 16px; line-height: 1.6 }
    .answer strong { color: #b23a08 }
    .caption { color: #5b646f; font-size: 12.5px }
    nav { margin-top: 30px; border-top: 1px solid #d9dee4; font-size: 13px }
    nav ol { columns: 2; list-style: none; padding: 0 }
    nav h2 { font-size: 14px; margin: 10px 0 0 }
    a { color: #0b5c8a }
    """

  private static let figures = """
    .cards { display: flex; border: 1px solid #d9dee4; margin: 4px 0 14px; break-inside: avoid }
    .card { flex: 1 1 0; padding: 9px 12px; border-left: 1px solid #d9dee4; display: flex; flex-direction: column }
    .card:first-child { border-left: 0 }
    .card .name { color: #5b646f; font-size: 12px; line-height: 1.4; flex: 1 }
    .card .value { line-height: 1.5; white-space: nowrap }
    .card .value b { font-size: 21px }
    .card .value small { font-size: 12px; color: #3d454e }
    .card .note { min-height: 1.45em; color: #0f665e; font-size: 12px; line-height: 1.45; white-space: nowrap }
    .card.worse .note { color: #b23a08 }
    .card.open .note { color: #5b646f }
    .card .value, .card .note, td, thead th { font-variant-numeric: tabular-nums }
    figure { margin: 0 0 10px; break-inside: avoid }
    figure svg { width: 100%; height: auto; display: block }
    .panels { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 6px 24px }
    .panels svg { flex: 1 1 275px; max-width: 370px }
    svg text { font-family: inherit; fill: #1b1f24; font-size: 10px }
    svg .title { font-size: 12px; font-weight: 700 }
    svg .axis { fill: #5b646f }
    svg .strong { font-weight: 700 }
    svg .best { fill: #b23a08; font-weight: 700; font-size: 11px }
    svg .halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round }
    details { font-size: 12px; margin: 2px 0 6px }
    summary { color: #5b646f; cursor: pointer }
    """

  private static let tables = """
    table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 4px 0 10px }
    table.whole { break-inside: avoid }
    thead { display: table-header-group }
    thead th { font-weight: 600; border-bottom: 1.5px solid #1b1f24; padding: 5px 6px; text-align: right;
      vertical-align: bottom; line-height: 1.35 }
    thead th small { font-weight: 400; color: #5b646f; font-size: 92% }
    html:lang(zh) thead th { word-break: keep-all }
    html:lang(zh) .dense thead th { word-break: normal }
    .dense thead th { hyphens: auto; overflow-wrap: anywhere }
    .wide { overflow-x: auto }
    thead th.words { text-align: left }
    tbody td, tbody th { border-bottom: 1px solid #e3e7ec; padding: 4px 6px; text-align: right }
    tbody th { text-align: left; font-weight: 600; min-width: 6.5em }
    td { white-space: nowrap }
    td small { color: #5b646f; font-size: 92% }
    td.words { white-space: normal; text-align: left }
    td.gray, td.gray small { color: #646d78 }
    tr { break-inside: avoid }
    tr.best { background: #fff1e6 }
    tr.best th, tr.best td { color: #b23a08 }
    tr.plateau { background: #f0f3f1 }
    tr.same th, tr.same td, tr.same td small { color: #646d78 }
    tr.total th, tr.total td { border-top: 1px solid #8a939d }
    tr.group th { background: #eef1f4; font-size: 12px; padding: 3px 6px }
    tr.group { break-after: avoid }
    tbody tr:nth-child(-n+8) { break-after: avoid }
    tbody tr:nth-last-child(-n+3) { break-before: avoid }
    tbody tr:first-child { break-before: auto }
    tbody tr:last-child { break-after: auto }
    table.compact { font-size: 12px; line-height: 1.4 }
    table.compact td, table.compact th { padding: 4px }
    table.compact tbody th { min-width: 8.5em }
    table.dense { font-size: 11px; line-height: 1.3; table-layout: fixed }
    table.dense thead th:first-child { width: 24% }
    table.dense td, table.dense th { padding: 3px 3px }
    table.dense td small { display: block }
    table.notes { font-size: 11px; line-height: 1.35; table-layout: fixed }
    table.notes td, table.notes th { padding: 2px 5px; vertical-align: top; overflow-wrap: break-word }
    table.notes tbody th { font-weight: 400 }
    table.notes tr.group th { font-weight: 600 }
    table.notes thead th:nth-child(1) { width: 32% }
    table.notes thead th:nth-child(2) { width: 15% }
    table.notes thead th:nth-child(3) { width: 6% }
    details table { font-size: 11px }
    """

  private static let lists = """
    ul { margin: 0 0 8px; padding-left: 20px }
    li { break-inside: avoid }
    dl { font-size: 12.5px; margin: 4px 0 }
    dl div { display: grid; grid-template-columns: minmax(9em, 30%) 1fr; gap: 12px; margin-bottom: 3px;
      break-inside: avoid }
    dt { font-weight: 600 }
    dd { margin: 0; color: #3d454e }
    """

  private static let small = """
    @media (max-width: 640px) {
      .cards { flex-wrap: wrap }
      .card { flex: 1 0 50% }
      .card:nth-child(odd) { border-left: 0 }
      .card:nth-child(n+3) { border-top: 1px solid #d9dee4 }
      figure { overflow-x: auto }
      figure svg { min-width: 640px }
      .panels svg { min-width: 0 }
      table.dense, table.notes { table-layout: auto }
      html:lang(en) nav ol { columns: 1 }
    }
    """

  private static let print = """
    @media print {
      body { max-width: none; padding: 0; font-size: 12px; line-height: 1.45 }
      h1 { font-size: 18px; line-height: 1.25 }
      .letterhead { font-size: 11px; margin-bottom: 4px }
      .organization { font-size: 12.5px; margin-top: 1px }
      h2 { font-size: 14px; margin: 10px 0 2px }
      h3 { font-size: 13px; margin: 10px 0 2px }
      p { margin-bottom: 4px }
      .summary { font-size: 11px; margin-top: 2px }
      .meta { font-size: 10px; margin: 2px 0 6px; padding-bottom: 4px }
      .answer, html:lang(en) .answer { font-size: 13px; line-height: 1.45; margin-bottom: 6px }
      .caption { font-size: 10.5px; line-height: 1.35; margin-bottom: 3px }
      #comparison h3:last-of-type { break-before: page }
      #comparison h3:nth-of-type(4):nth-last-of-type(2) { break-before: page }
      #comparison h3:nth-of-type(5):last-of-type { break-before: auto }
      .cards { margin-bottom: 8px }
      .card { padding: 4px 10px }
      .card .name, .card .note, .card .value small { font-size: 11px }
      .card .value { line-height: 1.3 }
      .card .value b { font-size: 18px }
      figure { margin-bottom: 4px }
      table { font-size: 12px; line-height: 1.35 }
      table.compact { font-size: 10.5px }
      .wide { overflow-x: visible }
      table.compact td, table.compact th { padding: 1.5px 3px }
      table.compact tbody th { min-width: 8.5em }
      table.dense { font-size: 9.5px; line-height: 1.2 }
      table.dense td, table.dense th { padding: 2px }
      table.notes { font-size: 9.5px; line-height: 1.25 }
      table.notes td, table.notes th { padding: 1px 4px }
      table.notes tr.group th { font-size: 9.5px }
      dl { font-size: 10.5px; line-height: 1.4 }
      details, nav { display: none }
    }
    """
}
