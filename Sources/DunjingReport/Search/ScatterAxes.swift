/// The grid and the numbers of a chart of points whose vertical axis is a change.
struct ScatterAxes {
  let x: Scale
  let y: Scale
  let box: Box

  /// Draws lines across at the ticks of the vertical axis, none of them with more weight than zero, and the numbers.
  /// - Parameter columnText: the number at a tick of the horizontal axis.
  func draw(on canvas: inout Canvas, columnText: (Double) -> String) {
    let decimals = Scale.decimals(of: y.step(about: 5))
    for tick in y.ticks(about: 5) {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)),
        .init(color: tick == 0 ? Palette.gray : Palette.grid, dash: tick == 0 ? "2 3" : ""))
      canvas.text(
        NumberText.signed(tick, decimals: decimals), at: Point(x: box.x - 6, y: y(tick) + 3.5), style: "axis",
        anchor: .end)
    }
    for tick in x.ticks(about: 6) {
      canvas.text(
        columnText(tick), at: Point(x: x(tick), y: box.bottom + 15), style: "axis", anchor: .middle)
    }
  }
}

extension Scale {
  /// The distance of the ticks; 1 where there is one only.
  func step(about count: Int) -> Double {
    let ticks = ticks(about: count)
    return ticks.count > 1 ? ticks[1] - ticks[0] : 1
  }
}
