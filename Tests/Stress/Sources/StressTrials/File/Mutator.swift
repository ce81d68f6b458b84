/// Changes the bytes of a bundle in one to eight places, most often in one.
struct Mutator {
  private var draw: Draw

  init(_ draw: Draw) {
    self.draw = draw
  }

  mutating func mutate(_ files: inout [String: [UInt8]]) {
    for _ in 0..<draw.pick([1, 1, 1, 2, 3, 8]) {
      let names = files.keys.sorted()
      let name = draw.chance(0.5) ? "scenario.yaml" : draw.pick(names)
      guard var bytes = files[name] else { continue }
      mutate(&bytes, others: names.compactMap { files[$0] })
      files[name] = bytes
    }
  }

  private mutating func mutate(_ bytes: inout [UInt8], others: [[UInt8]]) {
    guard !bytes.isEmpty else {
      bytes = draw.pick(Tokens.marks)
      return
    }
    switch draw.integer(0...13) {
    case 0: bytes[index(bytes)] ^= 1 << UInt8(draw.integer(0...7))
    case 1: bytes[index(bytes)] = UInt8(truncatingIfNeeded: draw.word())
    case 2: bytes.removeSubrange(span(bytes, upTo: 40))
    case 3: duplicate(&bytes)
    case 4: splice(&bytes, from: draw.pick(others))
    case 5: bytes.insert(contentsOf: draw.pick(Tokens.names), at: index(bytes))
    case 6: bytes.insert(contentsOf: draw.pick(Tokens.marks), at: index(bytes))
    case 7, 8, 9: replaceNumber(&bytes)
    case 10: replaceWord(&bytes)
    case 11: nest(&bytes)
    case 12: lines(&bytes)
    default: truncate(&bytes)
    }
  }

  private mutating func index(_ bytes: [UInt8]) -> Int { draw.integer(0...(bytes.count - 1)) }

  private mutating func span(_ bytes: [UInt8], upTo limit: Int) -> Range<Int> {
    let start = index(bytes)
    return start..<min(bytes.count, start + draw.integer(1...limit))
  }

  private mutating func duplicate(_ bytes: inout [UInt8]) {
    let part = Array(bytes[span(bytes, upTo: 200)])
    bytes.insert(contentsOf: part, at: index(bytes))
  }

  private mutating func splice(_ bytes: inout [UInt8], from other: [UInt8]) {
    guard !other.isEmpty else { return }
    bytes.replaceSubrange(span(bytes, upTo: 60), with: other[span(other, upTo: 60)])
  }

  /// Replaces one of the numbers of the file, so that what is read is still whole.
  private mutating func replaceNumber(_ bytes: inout [UInt8]) {
    replace(&bytes, with: draw.pick(Tokens.numbers)) { (48...57).contains($0) || $0 == 46 }
  }

  private mutating func replaceWord(_ bytes: inout [UInt8]) {
    replace(&bytes, with: draw.pick(Tokens.names)) { (97...122).contains($0 | 32) }
  }

  private mutating func replace(
    _ bytes: inout [UInt8], with token: [UInt8], where belongs: (UInt8) -> Bool
  ) {
    let start = index(bytes)
    guard let first = bytes[start...].firstIndex(where: belongs) else { return }
    let end = bytes[first...].firstIndex { !belongs($0) } ?? bytes.count
    bytes.replaceSubrange(first..<end, with: token)
  }

  private mutating func nest(_ bytes: inout [UInt8]) {
    let (open, depth) = (draw.pick(["[", "{a: ", "- ", "\n   "]), draw.integer(1...120))
    bytes.insert(contentsOf: (0..<depth).flatMap { _ in Array(open.utf8) }, at: index(bytes))
  }

  /// Swaps two lines, drops one, or gives the file other ends of lines or a byte order mark.
  private mutating func lines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let (one, other) = (draw.integer(0...(lines.count - 1)), draw.integer(0...(lines.count - 1)))
    switch draw.integer(0...4) {
    case 0: lines.swapAt(one, other)
    case 1: lines.remove(at: one)
    case 2: lines = lines.map { $0 + [13] }
    case 3: lines[0] = [0xEF, 0xBB, 0xBF] + lines[0]
    default: lines[one].insert(contentsOf: draw.chance(0.5) ? [9] : [32, 32], at: 0)
    }
    bytes = Array(lines.joined(separator: [10]))
  }

  private mutating func truncate(_ bytes: inout [UInt8]) {
    if draw.chance(0.2) {
      bytes.removeSubrange(index(bytes)...)
    } else {
      bytes.removeLast(min(bytes.count, draw.integer(1...6)))
    }
  }
}
