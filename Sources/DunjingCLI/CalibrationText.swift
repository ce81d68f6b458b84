import Dunjing
import Foundation

/// What `dunjing calibrate demand` prints.
struct CalibrationText {
  private let calibration: DemandCalibration
  private let bundle: CalibratedBundle
  private let language: TextLanguage
  private let out: String

  init(
    _ calibration: DemandCalibration, _ bundle: CalibratedBundle, in language: TextLanguage, out: String
  ) {
    (self.calibration, self.bundle, self.language, self.out) = (calibration, bundle, language, out)
  }

  var text: String {
    let answer = CalibrationAnswer(calibration, bundle)
    let table = KindTableText(
      calibration.unmapped, ids: calibration.kinds.map(\.id) + calibration.unseenKinds)
    let lines =
      answer.sentences.map { $0.text(in: language) } + changes
      + answer.warnings.flatMap { warning in
        [Message.warning(warning, in: language)]
          + (warning == answer.ofKinds ? table.lines(in: language) : [])
      }
      + bundle.warnings.map { Message.warning($0, in: language) }
    let path = Message.pasted(out)
    let results = Message.pasted(FolderPath.plain(out) + "-run")
    let next = "dunjing validate \(path) && dunjing run \(path) --out \(results)"
    let last = language == .zh ? "已写入 \(path)。接着：\(next)" : "Written to \(path). Next: \(next)"
    return (lines + [last]).joined(separator: "\n")
  }

  /// The numbers that the study had otherwise, and which others were written.
  private var changes: [String] {
    guard !bundle.changes.isEmpty else { return [] }
    let isChinese = language == .zh
    let others = ["hourWeights", "weekdayWeights", "monthWeights"].filter { name in
      bundle.written.contains { $0.hasSuffix("." + name) }
    }
    let lists =
      others.map { "incidentKinds.*.\($0)" }
      + (bundle.written.contains("grids") ? ["grids.*.demandWeight"] : [])
    let head =
      isChinese
      ? "改写的数（原值 → 新值；sceneMinutes 为均值）：" : "Numbers changed (old → new; sceneMinutes by their means):"
    let rest = isChinese ? "另改写：\(lists.listed.zh)" : "Written as well: \(lists.listed.en)"
    return [head]
      + bundle.changes.map { change in
        "  \(change.key)\(isChinese ? "：" : ": ")\(change.numbers.joined(separator: isChinese ? "，" : ", "))"
      } + (lists.isEmpty ? [] : ["  " + rest])
  }
}
