/// Returns a non-negative number with a fixed number of decimals, the same on every machine.
func fixed(_ value: Double, decimals: Int) -> String {
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let units = Int((value * Double(scale)).rounded())
  let fraction = String(units % scale)
  let zeros = String(repeating: "0", count: decimals - fraction.count)
  return "\(units / scale).\(zeros)\(fraction)"
}

/// Returns an id such as `g007`.
func label(_ prefix: String, _ number: Int, digits: Int) -> String {
  let text = String(number)
  return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
}
