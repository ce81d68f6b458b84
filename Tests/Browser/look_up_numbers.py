"""Looks up the numbers in the sentences of finished reports: in their tables, and in results.json.

    look_up_numbers.py FOLDER …

A report marks a number as `<data value="TREATMENT INDICATOR QUANTITY">`, in sentences and tables alike. Every marked number
has to be that of results.json after the same rounding; one in a sentence has to stand in a table too. A number of the
answer, its cards and its paragraphs that is not marked has to be a ratio of a treatment, the confidence level or the number
of replications, or part of a name.

Numbers of captions, lists and chart labels (but not of axes) are unmarked; each has to be one of a table, of results.json,
or a constant of the wording. The pages of a search and of a sweep have no marks at all: there a number of the answer has to be
one of their tables or of their record, whichever.
"""

import json
import math
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

# Numbers of the wording itself: the classes of maps and targets, limits of what is called few, the announced identities.
AXIS = {"axis"}
# The section whose numbers are those of the scenario.
ASSUMED = {"assumptions"}
CONSTANTS = {"0", "1", "3", "5", "8", "10", "15", "30", "0.1", "0.5", "2019", "49.4%", "49.5%", "60%", "95%", "100%"}
NUMBER = re.compile(r"[<>]?[+−-]?\d[\d\u202f]*(?:\.\d+)?%?")


class Page(HTMLParser):
    """The marked numbers of a page, in tables and elsewhere, and its sentences without them."""

    def __init__(self, text: str):
        super().__init__()
        self.in_tables: dict[str, list[str]] = {}
        self.in_sentences: list[tuple[str, str]] = []
        self.sentences: list[str] = []
        self.captions: list[str] = []
        self.labels: list[str] = []
        self.table_text = ""
        self._open: list[tuple[str, str]] = []
        self._name: str | None = None
        self._section = ""
        self._number = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("br", "meta", "rect", "line", "polyline", "polygon", "circle"):
            return
        self._open.append((tag, values.get("class") or ""))
        if tag == "section":
            self._section = values.get("id") or ""
        if tag == "data":
            self._name, self._number = values["value"], ""
        if tag in ("p", "span") and self._is_answer():
            self.sentences.append("")
        elif self._is_caption() and tag in ("p", "li"):
            self.captions.append("")
        elif tag == "text" and not AXIS & set((values.get("class") or "").split()):
            self.labels.append("")

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag == "data" and self._name is not None:
            if any(name == "table" for name, _ in self._open):
                self.in_tables.setdefault(self._name, []).append(self._number)
            else:
                self.in_sentences.append((self._name, self._number))
            self._name = None

    def handle_data(self, data):
        if any(name == "table" for name, _ in self._open):
            self.table_text += f" {data}"
        if self._name is not None:
            self._number += data
        elif self.sentences and self._is_answer():
            self.sentences[-1] += data
        elif self.captions and self._is_caption():
            self.captions[-1] += data
        elif self.labels and self._open and self._open[-1][0] == "text" and not AXIS & set(self._open[-1][1].split()):
            self.labels[-1] += data

    def _is_caption(self) -> bool:
        """Whether the open element is a caption or a point of a list in a section of results."""
        names = [name for name, _ in self._open]
        classes = {word for _, value in self._open for word in value.split()}
        if not {"main", "section"} <= set(names) or {"table", "svg", "nav"} & set(names):
            return False
        return self._section not in ASSUMED and ("caption" in classes or "li" in names)

    def _is_answer(self) -> bool:
        """Whether the open element is part of the answer, a card or a paragraph that is no caption."""
        names = [name for name, _ in self._open]
        classes = {word for _, value in self._open for word in value.split()}
        if not {"main", "section"} <= set(names) or {"table", "svg", "details"} & set(names) or "caption" in classes:
            return False
        return "p" in names or "card" in classes


class Results:
    """What results.json says of a marked number."""

    def __init__(self, document: dict):
        self.document = document
        self.percent = round(document["confidence"] * 100)
        self.treatments = {treatment["id"]: treatment for treatment in document["treatments"]}

    def value(self, name: str) -> float:
        treatment, *words = name.split(" ")
        record = self.treatments[treatment]
        if words[0] == "redeployment":
            moved = record["redeployment"]
            return moved["agencyOfficers"] + moved["countyOfficers"] if words[1] == "officers" else moved[words[1]]
        if words[0] == "department":
            return department_value(record, " ".join(words[1:-1]), words[-1])
        if len(words) == 3:
            county = next(county for county in record["counties"] if county["id"] == words[0])
            value = county["values"][words[1]][{"level": "mean"}.get(words[2], words[2])]
            return value * (100 if words[1] in ("withinTarget", "departmentUtilization") else 1)
        indicator, quantity = words
        own = record["indicators"][indicator]
        scale = 100 if own["unit"] == "share" else 1
        if quantity == "level":
            return own["mean"] * scale
        if quantity == "levelHalfWidth":
            return own[f"halfWidth{self.percent}"] * scale
        change = record["comparisons"][indicator]
        difference, half = change["difference"], change[f"simultaneousHalfWidth{self.percent}"]
        if quantity.startswith("relative"):
            base = self.treatments[self.document["baseline"]]["indicators"][indicator]["mean"]
            difference, half, scale = difference / base, abs(half / base), 100
            quantity = quantity.removeprefix("relative")
            quantity = "difference" if not quantity else quantity[0].lower() + quantity[1:]
        ends = {"difference": difference, "halfWidth": half, "lower": difference - half, "upper": difference + half}
        return ends[quantity] * scale


def department_value(record: dict, name: str, quantity: str) -> float:
    """What results.json says of a department: its work in per cent of capacity, or the officers it is short of."""
    own = next(department for department in record["departments"] if department["id"] == name)
    if quantity == "utilization":
        return own["utilization"] * 100
    return max(1, math.ceil((own["officers"] - own["taken"]) * (own["utilization"] - 1) - 1e-9))


def parsed(text: str) -> tuple[float, float, bool, str]:
    """A number as printed: its value, half a unit of its last digit, whether it has a sign, and its bound if it is one."""
    match = NUMBER.search(text)
    if not match:
        raise ValueError(f"“{text}” is no number")
    digits = match.group().rstrip("%")
    bound = digits[0] if digits[0] in "<>" else ""
    digits = digits.lstrip("<>").replace("\u202f", "").replace("−", "-")
    decimals = len(digits.partition(".")[2])
    return float(digits), 0.5 * 10.0**-decimals * (1 + 1e-9), digits[0] in "+-", bound


def agrees(text: str, value: float) -> bool:
    """Whether a printed number is a value after rounding; without a sign it may be its size."""
    number, half, is_signed, bound = parsed(text)
    if bound:
        return abs(value) < abs(number)
    return abs(number - value) <= half or (not is_signed and abs(number - abs(value)) <= half)


def agree(first: str, second: str) -> bool:
    """Whether two printed numbers may be the same value, rounded to as many decimals as either has."""
    (one, half, is_signed, bound), (other, other_half, other_signed, other_bound) = parsed(first), parsed(second)
    if bound and other_bound:
        return True
    if bound or other_bound:
        limit, number, slack = (one, other, other_half) if bound else (other, one, half)
        return abs(number) <= abs(limit) + slack
    if not (is_signed and other_signed):
        one, other = abs(one), abs(other)
    return abs(one - other) <= half + other_half


def plain_numbers(results: Results, names: list[str]) -> set[str]:
    """Numbers that sentences may have without a mark."""
    document = results.document
    allowed = {f"{results.percent}%", str(document["replications"]), "10"}
    for treatment in document["treatments"]:
        allowed |= {f"{treatment['sinkRatio'] * 100:.{decimals}f}%" for decimals in (0, 1)}
    return allowed | {number for name in names for number in NUMBER.findall(name)}


def defects(page: Page, results: Results, names: list[str]) -> list[str]:
    found = []
    marked = [(name, text) for name, texts in page.in_tables.items() for text in texts] + page.in_sentences
    for name, text in marked:
        if not agrees(text, results.value(name)):
            found.append(f"{name} is “{text}”, but {results.value(name):.6g} in results.json")
    for name, text in page.in_sentences:
        if not any(agree(text, other) for other in page.in_tables.get(name, [])):
            found.append(f"{name} is “{text}” in a sentence, but {page.in_tables.get(name, 'nothing')} in the tables")
    allowed = plain_numbers(results, names)
    for sentence in page.sentences:
        for number in NUMBER.findall(sentence):
            if number not in allowed:
                found.append(f"“{number}” is in no table and no result: “{sentence.strip()[:80]}”")
    return found + loose_defects(page, results, allowed | CONSTANTS)


def loose_defects(page: Page, results: Results, allowed: set[str]) -> list[str]:
    """Numbers of captions, lists and labels that are in no table, no result and not among those allowed."""
    tables = {number for number in NUMBER.findall(page.table_text)}
    many = {"grids", "responses", "weekHours"}
    values = numbers_in(
        [
            {key: value for key, value in treatment.items() if key not in many}
            for treatment in results.document["treatments"]
        ]
        + [results.document[key] for key in ("seed", "replications", "horizonDays")])
    found = []
    for text in page.captions + page.labels:
        for number in set(NUMBER.findall(text)) - allowed - tables:
            if not any(agree(number, other) for other in tables) and not any(agrees(number, value) for value in values):
                found.append(f"“{number}” of a caption or label is in no table and no result: “{text.strip()[:80]}”")
    return found


def numbers_in(record) -> list[float]:
    """All numbers of a record with the ends of its intervals, and shares also in per cent."""
    if isinstance(record, dict):
        if {"mean", "halfWidth"} <= record.keys() and None not in record.values():
            mean, half = record["mean"], record["halfWidth"]
            return numbers_in([mean, half, mean - half, mean + half])
        return [number for value in record.values() for number in numbers_in(value)]
    if isinstance(record, list):
        return [number for value in record for number in numbers_in(value)]
    return [record, 100 * record] if isinstance(record, (int, float)) and not isinstance(record, bool) else []


def unmarked_defects(page: Page, record: dict) -> list[str]:
    """The numbers in sentences of a page without marks that are neither in its tables nor in its record."""
    tables, values = NUMBER.findall(page.table_text), numbers_in(record)
    return [
        f"“{number}” is in no table and not in the record: “{sentence.strip()[:80]}”"
        for sentence in page.sentences
        for number in NUMBER.findall(sentence)
        if number != "95%" and not any(agrees(number, value) for value in values)
        and not any(agree(number, other) for other in tables)
    ]


def names_in(document: dict) -> list[str]:
    """Names and warnings of a result, which may hold numbers of their own."""
    texts = [document["name"], *document["warnings"]] + [treatment["name"] for treatment in document["treatments"]]
    return [text if isinstance(text, str) else " ".join(text.values()) for text in texts]


def look_up_unmarked(folder: Path) -> bool:
    """Looks up the numbers of the pages of a search or a sweep; whether any is missing."""
    failed = False
    for path in sorted(folder.glob("*.html")):
        record = json.loads((folder / path.name.partition(".")[0]).with_suffix(".json").read_text(encoding="utf-8"))
        page = Page(path.read_text(encoding="utf-8"))
        found = unmarked_defects(page, record)
        print(f"{path}: numbers of {len(page.sentences)} sentences: " + (f"{len(found)} defects" if found else "passed"))
        for defect in found:
            print(f"  {defect}")
        failed = failed or bool(found)
    return failed


def main() -> int:
    failed = False
    for folder in map(Path, sys.argv[1:]):
        if not (folder / "results.json").exists():
            failed = look_up_unmarked(folder) or failed
            continue
        document = json.loads((folder / "results.json").read_text(encoding="utf-8"))
        for path in sorted(folder.glob("report.*.html")):
            page = Page(path.read_text(encoding="utf-8"))
            found = defects(page, Results(document), names_in(document))
            tables = sum(map(len, page.in_tables.values()))
            print(f"{path}: {len(page.in_sentences)} numbers in sentences, {tables} in tables: " + (f"{len(found)} defects" if found else "passed"))
            for defect in found:
                print(f"  {defect}")
            failed = failed or bool(found) or not page.in_sentences
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
