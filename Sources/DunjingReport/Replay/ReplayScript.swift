/// The script that plays a day on a canvas; ``ReplayData`` describes its data.
enum ReplayScript {
  /// The script.
  static let source = "(() => {\n'use strict';\n" + data + drawing + controls + "\n})();"

  /// Reads the data: every stage of a unit gets its start, end and places.
  private static let data = #"""
    const player = document.getElementById('replay-player');
    const data = JSON.parse(document.getElementById('replay-data').textContent);
    const words = data.words;
    const day = 86400;
    const place = (index) => [data.places[2 * index], data.places[2 * index + 1]];
    const units = data.units.map((numbers) => {
      const stages = [];
      let start = numbers[1];
      for (let next = 2; next < numbers.length; next += 4) {
        const end = start + numbers[next + 3];
        stages.push({ start, end, activity: numbers[next], from: place(numbers[next + 1]), to: place(numbers[next + 2]) });
        start = end;
      }
      return { slot: numbers[0], stages, current: 0 };
    });
    const incidents = data.incidents.map((numbers) => ({
      at: place(numbers[0]), priority: numbers[1], received: numbers[2],
      arrival: numbers[3] < 0 ? Infinity : numbers[2] + numbers[3],
      end: numbers[4] < 0 ? Infinity : numbers[2] + numbers[4],
    }));
    const stageAt = (unit, time) => {
      if (time < unit.stages[unit.current].start) unit.current = 0;
      while (unit.current + 1 < unit.stages.length && unit.stages[unit.current + 1].start <= time) unit.current += 1;
      return unit.stages[unit.current];
    };
    const markOf = [-1, 0, 1, 1, 2, 3];

    """#

  /// Draws symbols and the map at a time, and counts what is where.
  private static let drawing = #"""
    const [width, height] = data.size;
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    let scale = 1;
    let left = 0;
    let ratio = 1;
    const margin = Math.ceil(data.margin);
    const fit = () => {
      ratio = window.devicePixelRatio || 1;
      const room = canvas.clientWidth;
      scale = Math.min((room - 2 * margin) / width, 460 / height);
      left = (room - width * scale) / 2;
      canvas.style.height = height * scale + 2 * margin + 'px';
      canvas.width = room * ratio;
      canvas.height = (height * scale + 2 * margin) * ratio;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
    };
    const point = (spot) => [left + spot[0] * scale, margin + spot[1] * scale];
    const stamp = (target, number, x, y, size) => {
      const mark = data.marks[number];
      target.beginPath();
      if (mark.corners.length === 0) target.arc(x, y, data.radius * size, 0, 2 * Math.PI);
      for (let corner = 0; corner < mark.corners.length; corner += 2) {
        target.lineTo(x + size * mark.corners[corner], y + size * mark.corners[corner + 1]);
      }
      target.closePath();
      if (mark.fill !== 'none') { target.fillStyle = mark.fill; target.fill(); }
      target.strokeStyle = mark.outline;
      target.lineWidth = mark.fill === '#fff' || mark.fill === 'none' ? 1.4 : 1;
      target.stroke();
    };
    const turns = [[1, 0], [-0.5, 0.87], [-0.5, -0.87], [0.5, 0.87], [-1, 0], [0.5, -0.87]];
    const beside = (spot, slot) => {
      if (slot === 0) return spot;
      const turn = turns[(slot - 1) % 6];
      const ring = (Math.floor((slot - 1) / 6) + 1) * data.spacing * data.markScale;
      return [spot[0] + ring * turn[0], spot[1] + ring * turn[1]];
    };
    // Edges on whole pixels of the screen, so that no white shows between two rows.
    const sharp = (value) => Math.round(value * ratio) / ratio;
    const drawGround = () => {
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = data.ground;
      for (let next = 0; next < data.cells.length; next += 4) {
        const [x, y, right, bottom] = [...point([data.cells[next], data.cells[next + 1]]),
          ...point([data.cells[next] + data.cells[next + 2], data.cells[next + 1] + data.cells[next + 3]])].map(sharp);
        context.fillRect(x, y, right - x, bottom - y);
      }
      context.fillStyle = '#b9c0c8';
      for (let next = 0; next < data.posts.length; next += 2) {
        const [x, y] = point([data.posts[next], data.posts[next + 1]]);
        context.fillRect(x - 1, y - 1, 2, 2);
      }
    };
    const draw = (time) => {
      const counts = data.marks.map(() => 0);
      const spots = data.marks.map(() => []);
      const crowds = {};
      drawGround();
      context.strokeStyle = data.marks[1].fill;
      context.lineWidth = 1;
      context.beginPath();
      units.forEach((unit) => {
        const stage = stageAt(unit, time);
        const mark = markOf[stage.activity];
        if (mark < 0) return;
        counts[mark] += 1;
        const share = stage.end > stage.start ? Math.min(1, (time - stage.start) / (stage.end - stage.start)) : 1;
        const moves = stage.from[0] !== stage.to[0] || stage.from[1] !== stage.to[1];
        const here = point([0, 1].map((axis) => stage.from[axis] + share * (stage.to[axis] - stage.from[axis])));
        if (stage.activity === 3) { context.moveTo(...here); context.lineTo(...point(stage.to)); }
        if (mark === 2) {
          const crowd = String(stage.to);
          crowds[crowd] = (crowds[crowd] || 0) + 1;
          spots[mark].push(beside(here, crowds[crowd] - 1));
        } else {
          spots[mark].push(mark === 0 && !moves ? beside(here, unit.slot) : here);
        }
      });
      context.stroke();
      incidents.forEach((incident) => {
        if (incident.received > time || incident.end <= time) return;
        const mark = incident.arrival > time ? 4 : 5;
        counts[mark] += 1;
        spots[mark].push([...point(incident.at), mark === 4 && incident.priority === 1 ? data.urgentScale : 1]);
      });
      [0, 3, 5, 4, 2, 1].forEach((mark) => spots[mark].forEach(([x, y, size]) => stamp(context, mark, x, y, (size || 1) * data.markScale)));
      return counts;
    };

    """#

  /// The controls, and what keys do.
  private static let controls = #"""
    const make = (name, attributes, parent) => {
      const element = document.createElement(name);
      Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
      parent.appendChild(element);
      return element;
    };
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let time = 0;
    let drawn = -Infinity;
    let isPlaying = false;
    let last = 0;
    let request = 0;
    player.setAttribute('role', 'group');
    player.setAttribute('aria-label', words.player);
    const bar = make('div', { class: 'controls' }, player);
    const button = make('button', { type: 'button', class: 'play' }, bar);
    const clock = make('output', { class: 'clock', 'aria-live': 'off' }, bar);
    const slider = make('input', { type: 'range', min: 0, max: day - 60, step: 60, value: 0, 'aria-label': words.clock }, bar);
    const label = make('label', {}, bar);
    label.textContent = words.speed + ' ';
    const speed = make('select', {}, label);
    [1, 5, 10, 30, 60].forEach((minutes) => {
      const option = make('option', { value: minutes }, speed);
      option.textContent = minutes + ' ' + words.perSecond;
    });
    speed.value = calm ? '1' : '10';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', words.map);
    player.appendChild(canvas);
    const list = make('p', { class: 'counts' }, player);
    const numbers = data.marks.map((mark, number) => {
      const entry = make('span', {}, list);
      const symbol = make('canvas', { width: 32, height: 32, 'aria-hidden': 'true' }, entry);
      const pen = symbol.getContext('2d');
      pen.scale(2, 2);
      stamp(pen, number, 8, 8, 1);
      entry.appendChild(document.createTextNode(mark.label + ' '));
      return make('b', {}, entry);
    });
    make('p', { class: 'caption' }, player).textContent = words.help;

    const two = (value) => (value < 10 ? '0' : '') + value;
    const show = () => {
      const minute = Math.floor(time / 60);
      const text = two(Math.floor(minute / 60)) + ':' + two(minute % 60);
      clock.textContent = text;
      slider.value = minute * 60;
      slider.setAttribute('aria-valuetext', text);
      draw(time).forEach((count, mark) => { numbers[mark].textContent = count; });
      drawn = time;
    };
    const step = (seconds) => { time = Math.min(day - 60, Math.max(0, time + seconds)); show(); };
    const toggle = () => {
      isPlaying = !isPlaying;
      if (isPlaying && time >= day - 60) time = 0;
      button.textContent = isPlaying ? words.pause : words.play;
      last = 0;
      window.cancelAnimationFrame(request);
      if (isPlaying) request = window.requestAnimationFrame(tick);
    };
    const tick = (now) => {
      if (!isPlaying) return;
      if (last > 0) time += Math.min(250, now - last) / 1000 * 60 * Number(speed.value);
      last = now;
      const isOver = time >= day - 60;
      if (isOver) { time = day - 60; toggle(); }
      // Who asks for less motion sees one picture in a second.
      if (!calm || isOver || time - drawn >= 60 * Number(speed.value)) show();
      if (!isOver) request = window.requestAnimationFrame(tick);
    };
    button.textContent = words.play;
    button.addEventListener('click', toggle);
    slider.addEventListener('input', () => { time = Number(slider.value); show(); });
    canvas.addEventListener('click', toggle);
    player.addEventListener('keydown', (event) => {
      if (event.key === ' ' && event.target !== button && event.target !== speed) {
        event.preventDefault();
        toggle();
      } else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && event.target === button) {
        event.preventDefault();
        step(event.key === 'ArrowLeft' ? -60 : 60);
      }
    });
    window.addEventListener('resize', () => { fit(); show(); });
    fit();
    show();
    """#
}
