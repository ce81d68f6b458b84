"""What has to hold of a page on paper, read back from the PDF that the browser prints."""

import math
import re
import unicodedata
from pathlib import Path

from pypdf import PdfReader

# The text area of A4 between the margins of the style sheet (11 mm, 15 mm), at 96 pixels an inch.
TEXT_WIDTH = round(180 / 25.4 * 96)
TEXT_HEIGHT = math.floor(275 / 25.4 * 96)

# Radicals that share a glyph with a character: a PDF may name the one or the other.
RADICALS = str.maketrans(
    "⺁⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳", "厂母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟")


def squeezed(text: str) -> str:
    """A text without white space, ligatures and kinds of dashes, which a PDF may have otherwise than the page."""
    plain = unicodedata.normalize("NFKC", text).translate(RADICALS)
    return re.sub(r"[‐-―−]", "-", re.sub(r"[\s\u200b\u202f]+", "", plain))


def holds(page: str, texts: list[str]) -> bool:
    """Whether the texts of a chart stand on a page one after the other; those with a halo stand there twice."""
    position = 0
    for text in texts:
        position = page.find(squeezed(text), position)
        if position < 0:
            return False
        position += len(squeezed(text))
    return True


def end_with(lines: list[str], text: str) -> bool:
    """Whether the last lines of a page are a text and no more than that, but for the number of a section before it."""
    wanted, tail = squeezed(text), ""
    for line in reversed(lines):
        tail = line + tail
        if len(tail) >= len(wanted):
            break
    return bool(wanted) and tail.endswith(wanted) and bool(
        re.fullmatch(r"([一二三四五六七八九十]+、|[0-9]+\.)?", tail[: len(tail) - len(wanted)]))


def defects(pdf: Path, layout: dict) -> list[str]:
    """The defects of a printed page.

    layout: `height` of the page laid out in one piece as for print, in pixels; `headings` and `captions`; and `figures`,
    the name and the texts of each chart.
    """
    extracted = [page.extract_text() for page in PdfReader(pdf).pages]
    lines = [[squeezed(line) for line in text.splitlines()] for text in extracted]
    pages = ["".join(page) for page in lines]
    found = []
    expected = layout["height"] / TEXT_HEIGHT
    if not math.floor(expected) <= len(pages) <= 1.35 * expected + 2:
        found.append(f"{len(pages)} printed pages for {expected:.1f} pages of content")
    for number, text in enumerate(pages, start=1):
        if not text:
            found.append(f"printed page {number} is empty")
        for heading in layout["headings"] + layout["captions"]:
            if end_with(lines[number - 1], heading):
                found.append(f"printed page {number} ends with “{heading[:60]}”")
    for name, texts in layout["figures"]:
        if not any(holds(page, texts) for page in pages):
            found.append(f"the figure “{name[:60]}” is not whole on one printed page")
    return found
