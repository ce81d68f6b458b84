"""Plants defects in a finished report of several replications and says which of them the browser test does not find.

    plant_defects.py FOLDER [CHROMIUM]
"""

import json
import re
import sys
import tempfile
from pathlib import Path

import browse
import look_up_numbers

# What is put before the end of the page, and words of the defect that has to be found.
PLANTED = [
    ('<svg viewBox="0 0 100 50" role="img" aria-label="A"><text x="1" y="20">one</text><text x="4" y="22">two</text></svg>', "overlap"),
    ('<svg viewBox="0 0 100 50" role="img" aria-label="B"><text x="90" y="20">too long</text></svg>', "leaves its chart"),
    ('<svg viewBox="0 0 900 50" role="img" aria-label="C"><text x="9" y="20" style="font-size: 3px">tiny</text></svg>', "its smallest text"),
    ('<svg viewBox="0 0 100 50" role="img" aria-label="D"><rect width="99" height="40" fill="#555"/><text x="9" y="20">dark</text></svg>', '"dark" has contrast'),
    ('<svg viewBox="0 0 100 50" role="img"><text x="9" y="20">nameless</text></svg>', "no role img or no name"),
    ('<p style="color: #999">pale</p>', '"pale" has contrast'),
    ('<p style="width: 60px; white-space: nowrap">wider than the box it has</p>', "wider than its box"),
    ('<div style="width: 1500px">wide</div>', "wider than its window"),
    ("<h5>A heading</h5>", "skips a level"),
    ("<table><tbody><tr><td>1</td></tr></tbody></table>", "has no head"),
    ('<p id="answer">again</p>', "occurs twice"),
    ('<a href="#nowhere">link</a>', "leads nowhere"),
    ('<h3 style="break-after: auto">A lonely heading</h3>', "may end a page"),
    ('<figure style="break-inside: auto"><svg viewBox="0 0 9 9" role="img" aria-label="E"></svg></figure>', "may be cut"),
    ('<figure style="height: 1200px"><svg viewBox="0 0 9 9" role="img" aria-label="F"></svg></figure>', "higher than a page"),
    ('<div style="break-before: page; height: 9000px"></div>', "is empty"),
    ('<img src="http://127.0.0.1:9/x.png" alt="x"/>', "request: http"),
    ("<script>console.log('noise'); missing()</script>", "page error"),
    ("<script>document.write('more text')</script>", "without JavaScript"),
    ("<script>missing()</script>", "a script that is not its own"),
    (
        '<table><thead><tr><th scope="col">Late</th></tr></thead><tbody><tr><th scope="row">1</th></tr>'
        '<tr><th scope="row">2</th></tr><tr><th scope="row">3</th></tr></tbody></table>',
        "cannot be sorted",
    ),
]

# An incident that waits all day is put into the data of the replay, and has to be missed in its key frames.
EXTRA_INCIDENT = ('"incidents":[[', '"incidents":[[0,1,0,-1,-1],[')


def main() -> int:
    folder = Path(sys.argv[1])
    chromium = sys.argv[2] if len(sys.argv) > 2 else "/usr/bin/chromium"
    text = (folder / "report.en.html").read_text(encoding="utf-8")
    missed = []
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "planted.html"
        planted = "".join(piece for piece, _ in PLANTED)
        path.write_text(text.replace("</body>", planted + "</body>").replace(*EXTRA_INCIDENT).replace(' lang="en"', ""), encoding="utf-8")
        found, _ = browse.browse(chromium, path, 1, Path(scratch))
    for words in [words for _, words in PLANTED] + ["no language", "the key frame", "more than 1", "console"]:
        if not any(words in defect for defect in found):
            missed.append(words)

    document = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    results, names = look_up_numbers.Results(document), look_up_numbers.names_in(document)
    marked = re.search(r'<p class="answer">.*?(<data value="[^"]* difference">)([^<]*)', text, re.S)
    changes = [
        ("a false number in the answer", marked.group(), marked.group().removesuffix(marked.group(2)) + "77.7"),
        ("an unmarked number in the answer", '<p class="answer">', '<p class="answer">It is 77.7 minutes. '),
    ]
    for name, old, new in changes:
        if not look_up_numbers.defects(look_up_numbers.Page(text.replace(old, new, 1)), results, names):
            missed.append(name)
    print(f"planted defects: {len(PLANTED) + 4 + len(changes)}, missed: {missed or 'none'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
