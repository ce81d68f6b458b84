"""What the script of a page has to do: sort tables and play a day. Without it nothing but that may be missing."""

from playwright.sync_api import Browser, Page, TimeoutError

# The text of the page without what only a script can make: the player. Buttons in heads leave the text as it is.
PLAIN_TEXT = """() => {
  const player = document.getElementById('replay-player');
  if (player) player.hidden = true;
  const text = document.body.innerText;
  if (player) player.hidden = false;
  return text;
}"""

# Sorts every column of every table that can be sorted three times, and says what came out wrong.
SORT = r"""() => {
  document.querySelectorAll('details').forEach((details) => { details.open = true; });
  const found = [];
  const number = (text) => Number((/[+−-]?\d[\d\u202f]*(?:\.\d+)?/.exec(text) || ['NaN'])[0].replace(/\u202f/g, '').replace('−', '-'));
  const cellText = (row, column) => {
    const copy = row.cells[column].cloneNode(true);
    copy.querySelectorAll('small').forEach((note) => note.remove());
    return copy.textContent.trim();
  };
  const tables = [...document.querySelectorAll('table')];
  for (const table of tables) {
    const heads = [...table.querySelectorAll('thead th')];
    const buttons = [...table.querySelectorAll('thead button')];
    const isGrouped = table.tBodies.length > 1 || table.querySelector('tr.group');
    const name = heads.map((head) => head.textContent).join(' ').slice(0, 60);
    if (isGrouped && buttons.length) found.push(`the table "${name}" has groups and can be sorted`);
    if (isGrouped || table.tBodies[0].rows.length < 3) continue;
    if (buttons.length !== heads.filter((head) => head.textContent.trim()).length) found.push(`the table "${name}" cannot be sorted`);
    const order = () => [...table.tBodies[0].rows];
    for (const button of buttons) {
      const head = button.parentElement;
      const column = heads.indexOf(head);
      const before = order();
      for (const [state, sign] of [['ascending', 1], ['descending', -1], [null, 0]]) {
        button.click();
        const what = `the column "${head.textContent}" of the table "${name}"`;
        if (head.getAttribute('aria-sort') !== state) found.push(`${what} is not ${state || 'as it was'}`);
        if (order().some((row, index, all) => row.classList.contains('total') && all.slice(index).some((other) => !other.classList.contains('total')))) found.push(`a total of ${what} is not last`);
        const values = order().filter((row) => !row.classList.contains('total')).map((row) => cellText(row, column)).filter((text) => text && text !== '–');
        const isNumeric = values.every((text) => /^[<>]?[+−-]?\d/.test(text));
        const isWrong = sign === 0
          ? order().some((row, index) => row !== before[index])
          : isNumeric && values.some((text, index) => index > 0 && sign * (number(text) - number(values[index - 1])) < 0);
        if (isWrong) found.push(`${what} is not in order`);
      }
    }
  }
  return found;
}"""

CLOCK = "() => document.querySelector('#replay-player .clock').textContent"
# Pixels of the map that are not empty.
INK = """() => {
  const canvas = document.querySelector('#replay-player > canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((sum, value, index) => sum + (index % 4 === 3 && value > 0 ? 1 : 0), 0);
}"""


def minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def counts(page: Page) -> list[str]:
    return page.locator("#replay-player .counts b").all_inner_texts()


def key_frames(page: Page) -> list[list[str]]:
    """The time of each key frame, and its counts."""
    texts = page.locator("#replay figure svg text").all_text_contents()
    return [texts[start : start + 7] for start in range(0, 28, 7)]


def player_defects(page: Page) -> list[str]:
    found: list[str] = []

    def expect(holds: bool, text: str) -> None:
        if not holds:
            found.append(f"the player {text}")

    def now() -> int:
        return minutes(page.evaluate(CLOCK))

    def passes(clock: str) -> bool:
        """Whether the clock leaves a time, however slow the machine."""
        try:
            page.wait_for_function("(clock) => document.querySelector('#replay-player .clock').textContent !== clock", arg=clock)
        except TimeoutError:
            return False
        return True

    page.wait_for_timeout(300)
    expect(now() == 0, "starts by itself")
    expect(page.evaluate(INK) > 1000, "draws nothing")
    button, slider = page.locator("#replay-player .play"), page.locator("#replay-player input")
    for frame in key_frames(page):
        slider.evaluate("(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')); }", minutes(frame[0]) * 60)
        expect(page.evaluate(CLOCK) == frame[0], f"does not go to {frame[0]}")
        expect(counts(page) == frame[1:], f"counts {counts(page)} at {frame[0]}, the key frame {frame[1:]}")
    page.locator("#replay-player select").select_option("60")
    slider.evaluate("(slider) => { slider.value = 0; slider.dispatchEvent(new Event('input')); }")
    label = button.inner_text()
    button.click()
    expect(passes("00:00"), "does not play")
    expect(button.inner_text() != label, "does not say that it plays")
    slider.focus()
    page.keyboard.press("Space")
    paused = now()
    page.wait_for_timeout(200)
    expect(now() == paused and button.inner_text() == label, "does not pause with the space bar")
    for key, change in [("ArrowRight", 1), ("ArrowLeft", -1)]:
        for element in [slider, button]:
            before = now()
            element.focus()
            page.keyboard.press(key)
            expect(now() == before + change, f"does not step with {key}")
    button.focus()
    stopped = page.evaluate(CLOCK)
    page.keyboard.press("Space")
    expect(passes(stopped), "does not play with the space bar")
    return found


def defects(browser: Browser, url: str) -> list[str]:
    page = browser.new_page(viewport={"width": 1280, "height": 1200})
    page.goto(url)
    found = page.evaluate(SORT)
    if page.locator("#replay-player").count():
        found += player_defects(page)
    page.close()
    return found
