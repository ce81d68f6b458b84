/// What pages do beyond showing themselves: tables are sorted, and a day is played.
///
/// Everything else is there without it. It is written for browsers of 2018 (ECMAScript 2015), asks no network, and reads
/// nothing but its own page.
enum PageScript {
  /// The whole script of a page with these sections; between marks that let the page be XML too.
  static func source(for sections: [Section]) -> String {
    let hasReplay = sections.contains { section in
      section.blocks.contains { if case .replay = $0 { true } else { false } }
    }
    let parts = [sorting] + (hasReplay ? [ReplayScript.source] : [])
    return "/*<![CDATA[*/\n" + parts.joined(separator: "\n") + "\n/*]]>*/"
  }

  /// A click on the head of a column sorts its table; the third one restores the order. Tables with groups stay as they
  /// are.
  private static let sorting = #"""
    (() => {
      'use strict';
      const number = (text) => {
        const match = /^[<>≤≥]?\s*([+\-−]?)(\d[\d\u202f]*(?:\.\d+)?)/.exec(text);
        return match ? Number(match[2].replace(/\u202f/g, '')) * (/[-−]/.test(match[1]) ? -1 : 1) : NaN;
      };
      const text = (cell) => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll('small').forEach((note) => note.remove());
        return copy.textContent.trim();
      };
      const missing = (value) => value === '' || value === '–';
      const compare = (rows, column) => {
        const values = new Map(rows.map((row) => [row, text(row.cells[column])]));
        const isNumeric = rows.every((row) => missing(values.get(row)) || !isNaN(number(values.get(row))));
        return (direction) => (one, other) => {
          const [first, second] = [values.get(one), values.get(other)];
          if (missing(first) || missing(second)) return missing(first) - missing(second);
          return direction * (isNumeric
            ? number(first) - number(second)
            : first.localeCompare(second, document.documentElement.lang || undefined, { numeric: true }));
        };
      };
      const sort = (table, heads, column) => {
        const before = heads[column].getAttribute('aria-sort');
        const after = before === 'ascending' ? 'descending' : before === 'descending' ? null : 'ascending';
        heads.forEach((head) => head.removeAttribute('aria-sort'));
        const body = table.tBodies[0];
        const rows = table.rowsAsWritten.filter((row) => !row.classList.contains('total'));
        const totals = table.rowsAsWritten.filter((row) => row.classList.contains('total'));
        if (after) {
          heads[column].setAttribute('aria-sort', after);
          rows.sort(compare(rows, column)(after === 'ascending' ? 1 : -1));
        }
        [...rows, ...totals].forEach((row) => body.appendChild(row));
      };
      document.querySelectorAll('table').forEach((table) => {
        if (table.tBodies.length !== 1 || table.querySelector('tr.group') || table.tBodies[0].rows.length < 3) return;
        table.rowsAsWritten = [...table.tBodies[0].rows];
        const heads = [...table.querySelectorAll('thead th')];
        heads.forEach((head, column) => {
          if (!head.textContent.trim()) return;
          const button = document.createElement('button');
          button.type = 'button';
          button.className = 'sort';
          while (head.firstChild) button.appendChild(head.firstChild);
          button.addEventListener('click', () => sort(table, heads, column));
          head.appendChild(button);
        });
      });
    })();
    """#
}
