import Foundation
import Testing

@testable import DunjingReport

/// Colors as color-blind readers and black-and-white printers see them: those that mean different things differ.
///
/// Simulated for complete deficiencies by the matrices of Machado, Oliveira and Fernandes (2009), on linear light.
/// Differences are those of CIE 1976 L*a*b*, where about 2 can just be seen.
@Suite struct ColorBlindnessTests {
  enum Vision: CaseIterable {
    case full
    case protanopia
    case deuteranopia
    case tritanopia

    var matrix: [[Double]] {
      switch self {
      case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      }
    }
  }

  private func linear(_ color: String) -> [Double] {
    let digits = Array(color.dropFirst())
    let pairs =
      digits.count == 3 ? digits.map { "\($0)\($0)" } : [0, 2, 4].map { String(digits[$0...($0 + 1)]) }
    return pairs.map { pair in
      let part = Double(Int(pair, radix: 16) ?? 0) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private func lab(_ color: String, _ vision: Vision) -> [Double] {
    let source = linear(color)
    let seen = vision.matrix.map { row in min(1, max(0, zip(row, source).map(*).reduce(0, +))) }
    let rows = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(rows, white).map { row, white -> Double in
      let t = zip(row, seen).map(*).reduce(0, +) / white
      return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  private func difference(_ one: String, _ other: String, _ vision: Vision) -> Double {
    zip(lab(one, vision), lab(other, vision)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  @Test func `the simulation leaves gray alone and merges red and green`() {
    for vision in Vision.allCases { #expect(difference("#808080", "#808080", vision) == 0) }
    let (full, merged) = (
      difference("#c00000", "#006a00", .full), difference("#c00000", "#006a00", .deuteranopia)
    )
    #expect(full > 100 && merged < full / 2)
    #expect(abs(lab("#ffffff", .full)[0] - 100) < 0.01 && abs(lab("#808080", .protanopia)[1]) < 1)
  }

  /// Lines of charts: the treatment of least harm, any other, the baseline.
  @Test(arguments: Vision.allCases)
  func `lines that mean different things differ`(vision: Vision) {
    #expect(difference(Palette.orange, Palette.blue, vision) > 25)
    #expect(difference(Palette.lightOrange, Palette.lightBlue, vision) > 12)
    #expect(difference(Palette.blue, Palette.lightBlue, vision) > 25)
    for color in [Palette.orange, Palette.blue] { #expect(difference(color, Palette.broken, vision) > 25) }
  }

  /// Classes of a map without a hatch: each differs from the next one.
  @Test(arguments: Vision.allCases)
  func `neighboring classes of maps differ`(vision: Vision) {
    let times = MapClasses([4]).responseLegend.map(\.look.fill)
    let scales = [times, MapClasses.seenLegend.map(\.look.fill), MapClasses.changeLegend.map(\.look.fill)]
    for scale in scales {
      let plain = scale.filter { $0.hasPrefix("#") }
      #expect(plain.count >= 3)
      for (one, next) in zip(plain, plain.dropFirst()) {
        // White is the class without data, which also has an outline.
        let least = [one, next].contains("#ffffff") ? 4.0 : 7
        #expect(difference(one, next, vision) > least, "\(one) and \(next)")
      }
    }
  }

  /// In gray the classes go from dark to light in their order.
  @Test func `classes of maps keep their order in gray`() {
    let times = MapClasses([4]).responseLegend.map(\.look.fill).filter { $0.hasPrefix("#") }
    let seen = MapClasses.seenLegend.map(\.look.fill).reversed()
    for scale in [times, Array(seen)] {
      let light = scale.map { lab($0, .full)[0] }
      for (dark, lighter) in zip(light, light.dropFirst()) { #expect(lighter > dark + 3) }
    }
    let shades = (0..<5).map { Palette.shade($0, of: 5) }.map { lab($0, .full)[0] }
    #expect(shades == shades.sorted(by: >))
  }
}
