/// The style of what the script of a page adds: buttons in heads of tables, and the player of a day.
enum ReplayStyle {
  /// The style sheet.
  static let sheet = """
    button.sort { all: unset; cursor: pointer; display: inline; text-align: inherit }
    button.sort:hover { text-decoration: underline dotted; text-underline-offset: 3px }
    button.sort:focus, .replay :focus { outline: 2px solid #0b5c8a; outline-offset: 2px }
    button.sort:focus:not(:focus-visible), .replay :focus:not(:focus-visible) { outline: none }
    th[aria-sort=ascending] .sort::after { content: " ▲" }
    th[aria-sort=descending] .sort::after { content: " ▼" }
    .replay { margin: 4px 0 14px }
    .replay .controls { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; font-size: 13px }
    .replay button.play { min-width: 5em; padding: 5px 12px; border: 1px solid #0b5c8a; border-radius: 4px; background: #0b5c8a;
      color: #fff; font: inherit; cursor: pointer }
    .replay select { padding: 4px; border: 1px solid #8796a3; border-radius: 4px; background: #fff; color: inherit;
      font: inherit }
    .replay input { flex: 1 1 160px; min-width: 120px; accent-color: #0b5c8a }
    .replay .clock { min-width: 3em; font-size: 19px; font-weight: 700; font-variant-numeric: tabular-nums }
    .replay > canvas { display: block; width: 100%; margin: 6px 0; cursor: pointer }
    .replay .counts { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 0 4px; font-size: 12.5px }
    .replay .counts canvas { width: 16px; height: 16px; margin-right: 4px; vertical-align: -3px }
    .replay .counts b { display: inline-block; min-width: 1.6em; font-variant-numeric: tabular-nums }
    @media print { .replay { display: none } }
    """
}
