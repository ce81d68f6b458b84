// What has to hold of a finished page at one width: returns the defects as sentences.
(options) => {
  const defects = [];
  const report = (text) => { if (!defects.includes(text)) defects.push(text); };
  const short = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 60);
  const isShown = (element) => element.getClientRects().length > 0;
  document.querySelectorAll('details').forEach((details) => { details.open = true; });

  // Charts: no two texts on each other, none outside, none too small to read.
  const inkContext = document.createElement('canvas').getContext('2d');
  const inkBox = (text) => {
    // The box of a font is taller than its letters, so height is taken from the ink of the text itself.
    const style = getComputedStyle(text);
    const box = text.getBoundingClientRect();
    const matrix = text.getScreenCTM();
    const baseline = new DOMPoint(Number(text.getAttribute('x')), Number(text.getAttribute('y'))).matrixTransform(matrix);
    // Measured large, because the browser rounds to whole pixels.
    inkContext.font = `${style.fontWeight} 200px ${style.fontFamily}`;
    const ink = inkContext.measureText(text.textContent);
    const scale = parseFloat(style.fontSize) / 200 * matrix.a;
    return {
      left: box.left, right: box.right,
      top: baseline.y - ink.actualBoundingBoxAscent * scale,
      bottom: baseline.y + ink.actualBoundingBoxDescent * scale,
    };
  };
  const charts = [...document.querySelectorAll('svg')].filter(isShown);
  for (const svg of charts) {
    const name = short(svg.getAttribute('aria-label') || 'chart without a name');
    const room = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim());
    const boxes = texts.map(inkBox);
    const sizes = texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a);
    if (Math.min(...sizes) < options.smallestText) report(`${name}: its smallest text is ${Math.min(...sizes).toFixed(1)} px high`);
    boxes.forEach((box, index) => {
      const label = short(texts[index].textContent);
      if (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1) {
        report(`${name}: the text "${label}" leaves its chart`);
      }
      for (let other = index + 1; other < boxes.length; other += 1) {
        const width = Math.min(box.right, boxes[other].right) - Math.max(box.left, boxes[other].left);
        const height = Math.min(box.bottom, boxes[other].bottom) - Math.max(box.top, boxes[other].top);
        if (width > 1 && height > 1) {
          report(`${name}: the texts "${label}" and "${short(texts[other].textContent)}" overlap by ${width.toFixed(1)} × ${height.toFixed(1)} px`);
        }
      }
    });
  }

  // Boxes: what stands in them fits, unless they scroll on purpose.
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('svg') || !isShown(element) || element.clientWidth === 0) continue;
    if (['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) continue;
    const excess = element.scrollWidth - element.clientWidth;
    if (excess > 1 && ![...element.children].some((child) => child.scrollWidth - child.clientWidth > 1 && child.clientWidth > 0)) {
      report(`<${element.tagName.toLowerCase()} class="${element.className}"> "${short(element.textContent)}" is ${excess} px wider than its box`);
    }
  }
  const excess = document.documentElement.scrollWidth - window.innerWidth;
  if (excess > 0) report(`the page is ${excess} px wider than its window`);

  // Contrast (WCAG 2.1, 1.4.3): of text on what is painted behind it.
  const parse = (color) => {
    const numbers = (color.match(/[\d.]+/g) || []).map(Number);
    return numbers.length < 3 ? null : [...numbers.slice(0, 3), numbers[3] ?? 1];
  };
  const blend = (above, below) => above.slice(0, 3).map((part, index) => part * above[3] + below[index] * (1 - above[3])).concat(1);
  const luminance = (color) => {
    const [red, green, blue] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (first, second) => {
    const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const background = (element) => {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
      const color = parse(getComputedStyle(node).backgroundColor);
      if (color && color[3] > 0) layers.push(color);
      if (color && color[3] === 1) break;
    }
    return layers.reverse().reduce((below, above) => blend(above, below), [255, 255, 255, 1]);
  };
  const judge = (what, color, ground) => {
    const ratio = contrast(blend(color, ground), ground);
    if (ratio < 4.5) report(`${what} has contrast ${ratio.toFixed(2)}: rgb(${color.slice(0, 3)}) on rgb(${ground.slice(0, 3).map(Math.round)})`);
  };
  const walker = document.createTreeWalker(options.contrast ? document.body : document.createElement('p'), NodeFilter.SHOW_TEXT);
  const judged = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('svg, style, script') || !isShown(element)) continue;
    const color = parse(getComputedStyle(element).color);
    const ground = background(element);
    const pair = `${color} ${ground}`;
    if (judged.has(pair)) continue;
    judged.add(pair);
    judge(`<${element.tagName.toLowerCase()} class="${element.className}"> "${short(node.data)}"`, color, ground);
  }
  const paints = (shape) => {
    const style = getComputedStyle(shape);
    const opacity = Number(style.opacity) * Number(style.fillOpacity);
    const pattern = /url\("?#([^")]+)"?\)/.exec(style.fill);
    const colors = pattern
      ? [...svgPattern(shape, pattern[1]).children].flatMap((part) => [getComputedStyle(part).fill, getComputedStyle(part).stroke])
      // A line has a fill by default, which nobody sees.
      : [shape.tagName === 'line' ? style.stroke : style.fill];
    return colors.map(parse).filter(Boolean).map((color) => [...color.slice(0, 3), color[3] * opacity]);
  };
  const svgPattern = (shape, id) => shape.ownerSVGElement.querySelector(`[id="${id}"]`) || document.getElementById(id);
  for (const svg of options.contrast ? charts : []) {
    svg.scrollIntoView({ block: 'center' });
    const name = short(svg.getAttribute('aria-label') || '');
    for (const text of svg.querySelectorAll('text')) {
      if (!text.textContent.trim()) continue;
      const style = getComputedStyle(text);
      const color = parse(style.fill);
      const what = `${name}: the text "${short(text.textContent)}"`;
      const halo = style.paintOrder.startsWith('stroke') && parseFloat(style.strokeWidth) >= 2 ? parse(style.stroke) : null;
      if (halo) { judge(what, color, halo); continue; }
      const box = text.getBoundingClientRect();
      for (const share of [0.1, 0.5, 0.9]) {
        const behind = document.elementsFromPoint(box.left + share * box.width, (box.top + box.bottom) / 2);
        const shapes = behind.filter((shape) => shape.ownerSVGElement === svg && shape.tagName !== 'text');
        const grounds = shapes.reverse().reduce(
          (below, shape) => { const own = paints(shape); return own.length ? own.flatMap((one) => below.map((under) => blend(one, under))) : below; },
          [background(svg.parentElement)]);
        grounds.forEach((ground) => judge(what, color, ground));
      }
    }
  }

  // Fonts: quotation marks of an English page are not as wide as a Chinese character.
  if (document.documentElement.lang.startsWith('en')) {
    inkContext.font = `100px ${getComputedStyle(document.body).fontFamily}`;
    if (inkContext.measureText('“').width > 70) report('quotation marks are as wide as a Chinese character');
  }

  // Structure: language, names of charts, headings, tables, ids and anchors, no scripts but its own.
  if (!document.documentElement.lang) report('the page has no language');
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.getAttribute('role') !== 'img' || !(svg.getAttribute('aria-label') || svg.querySelector('title'))) {
      report('a chart has no role img or no name');
    }
  }
  document.querySelectorAll('img:not([alt])').forEach((image) => report(`the image ${image.src} has no alternative`));
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => [Number(heading.tagName[1]), heading]);
  if (levels.filter(([level]) => level === 1).length !== 1) report('the page has not exactly one h1');
  levels.forEach(([level, heading], index) => {
    if (level > (index ? levels[index - 1][0] : 0) + 1) report(`the heading "${short(heading.textContent)}" skips a level`);
    if (!heading.textContent.trim()) report('a heading is empty');
  });
  for (const table of document.querySelectorAll('table')) {
    const name = short(table.textContent);
    if (![...table.querySelectorAll('thead th')].some((head) => head.textContent.trim())) report(`the table "${name}" has no head`);
    if ([...table.querySelectorAll('tbody tr')].some((row) => !row.querySelector('th'))) report(`the table "${name}" has a row without a head`);
    table.querySelectorAll('th:not([scope])').forEach((head) => report(`the head "${short(head.textContent)}" has no scope`));
    const columns = (row) => [...row.children].reduce((sum, cell) => sum + cell.colSpan, 0);
    if (new Set([...table.rows].map(columns)).size > 1) report(`the rows of the table "${name}" have not as many cells`);
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  ids.filter((id, index) => ids.indexOf(id) !== index).forEach((id) => report(`the id "${id}" occurs twice`));
  for (const link of document.querySelectorAll('a[href]')) {
    const target = link.getAttribute('href');
    if (!target.startsWith('#') || !ids.includes(target.slice(1))) report(`the link ${target} leads nowhere`);
  }
  for (const element of document.querySelectorAll('[aria-labelledby]')) {
    if (!ids.includes(element.getAttribute('aria-labelledby'))) report(`the name of ${element.id} is missing`);
  }
  if (document.querySelector('iframe, object, embed')) report('the page has an embedded page');
  for (const script of document.querySelectorAll('script')) {
    const isOurs = script.id === 'page-script' || (script.id === 'replay-data' && script.type === 'application/json');
    if (!isOurs || script.src) report('the page has a script that is not its own');
    if (script.id === 'page-script' && /\beval\b|\bFunction\s*\(|\bfetch\b|XMLHttpRequest|WebSocket|import\s*\(|innerHTML|document\.write|https?:/.test(script.textContent)) {
      report('the script of the page evaluates text, writes markup or names the network');
    }
  }

  // Print: headings keep with what follows, figures are whole and fit a page.
  if (matchMedia('print').matches) {
    const avoids = (element, property) => ['avoid', 'avoid-page'].includes(getComputedStyle(element)[property]);
    for (const heading of document.querySelectorAll('h2, h3, .caption')) {
      if (isShown(heading) && !avoids(heading, 'breakAfter')) report(`"${short(heading.textContent)}" may end a page`);
    }
    for (const figure of document.querySelectorAll('figure')) {
      const name = short(figure.querySelector('svg')?.getAttribute('aria-label') || '');
      if (!avoids(figure, 'breakInside')) report(`the figure "${name}" may be cut`);
      if (figure.getBoundingClientRect().height > options.pageHeight) report(`the figure "${name}" is higher than a page`);
    }
  }
  return defects;
}
