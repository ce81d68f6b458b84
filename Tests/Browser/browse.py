"""Opens finished pages in a browser and says what is wrong with them.

    browse.py [--chromium PATH] [--pdf FOLDER] [--kilobytes LIMIT] PAGE.html …

Each page is looked at on a desktop, on a phone and on A4 paper, with and without JavaScript; its tables are sorted and its
day is played.
"""

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import page_script
import printed_page

RULES = (Path(__file__).parent / "page_rules.js").read_text(encoding="utf-8")
# Name, width in pixels, and the smallest text of a chart that can be read there, in pixels.
SCREENS = [("desktop", 1280, 9), ("phone", 390, 8)]
LAYOUT = """() => ({
  height: document.body.scrollHeight,
  headings: [...document.querySelectorAll('h2, h3')].filter((e) => e.getClientRects().length).map((e) => e.textContent),
  captions: [...document.querySelectorAll('.caption')].map((e) => e.textContent),
  figures: [...document.querySelectorAll('svg')].map(
    (e) => [e.getAttribute('aria-label') || '', [...e.querySelectorAll('text')].map((t) => t.textContent)]),
})"""


def looked_at(page: Page, where: str, smallest: float) -> list[str]:
    # Colors are the same on every screen.
    options = {"smallestText": smallest, "pageHeight": printed_page.TEXT_HEIGHT, "contrast": where == "desktop"}
    return [f"{where}: {defect}" for defect in page.evaluate(f"({RULES})", options)]


def on_screens(browser: Browser, url: str) -> tuple[list[str], str]:
    """The defects on screens, and the text of the page."""
    found: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: found.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"page error: {error}"))
    page.on("request", lambda request: request.url.startswith(("file:", "data:")) or found.append(f"request: {request.url}"))
    page.on("requestfailed", lambda request: found.append(f"failed request: {request.url}"))
    page.goto(url)
    text = page.evaluate(page_script.PLAIN_TEXT)
    for name, width, smallest in SCREENS:
        page.set_viewport_size({"width": width, "height": 2400})
        found += looked_at(page, name, smallest)
    page.close()
    return found, text


def on_paper(browser: Browser, url: str, pdf: Path) -> list[str]:
    page = browser.new_page(viewport={"width": printed_page.TEXT_WIDTH, "height": 2400})
    page.emulate_media(media="print")
    page.goto(url)
    layout = page.evaluate(LAYOUT)
    found = looked_at(page, "print", 8)
    page.goto(url)
    page.pdf(path=pdf, prefer_css_page_size=True, print_background=True)
    page.close()
    return found + [f"print: {defect}" for defect in printed_page.defects(pdf, layout)]


def without_scripts(browser: Browser, url: str, text: str) -> list[str]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    plain = page.evaluate(page_script.PLAIN_TEXT)
    context.close()
    return [] if plain == text else ["the text is another one without JavaScript"]


def browse(chromium: str, path: Path, limit: float, folder: Path) -> tuple[list[str], float]:
    """The defects of a page, and the seconds it took to find them."""
    start = time.monotonic()
    url = path.resolve().as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        found, text = on_screens(browser, url)
        found += on_paper(browser, url, folder / f"{path.parent.name}.{path.stem}.pdf")
        found += without_scripts(browser, url, text)
        found += page_script.defects(browser, url)
        browser.close()
    size = path.stat().st_size / 1000
    if size > limit:
        found.append(f"{size:.0f} KB, more than {limit:.0f}")
    return found, time.monotonic() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--pdf", type=Path, help="keeps the printed pages in this folder")
    parser.add_argument("--kilobytes", type=float, default=500, help="the largest size of a page")
    parser.add_argument("pages", nargs="+", type=Path, metavar="PAGE.html")
    arguments = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as scratch, ProcessPoolExecutor(max_workers=2) as workers:
        folder = arguments.pdf or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        tasks = [workers.submit(browse, arguments.chromium, path, arguments.kilobytes, folder) for path in arguments.pages]
        for path, task in zip(arguments.pages, tasks):
            found, seconds = task.result()
            print(f"{path}: {f'{len(found)} defects' if found else 'passed'} ({seconds:.1f} s)", flush=True)
            for defect in found:
                print(f"  {defect}")
            failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
