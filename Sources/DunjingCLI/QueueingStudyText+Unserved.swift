import Dunjing
import Foundation

extension QueueingStudyText {
  /// Incidents that the hours leave out, as no unit may ever go to them, or none that is on duty; empty where there are none.
  var unserved: [LocalizedText] {
    let end = LocalizedText(
      zh: "下列负荷、负荷率、须等和需要都不含这些警情，达标和可及计作未达到。",
      en:
        "Load, workload, wait and needed below leave these out; reached and available count them as not reached."
    )
    let world = study.world
    if let incidents = world.unserved(under: world.plans[study.treatment]) {
      let (share, perDay) = (percent(incidents.share), String(format: "%.1f", incidents.perDay))
      let reason = world.unservedReason(incidents)
      return [
        LocalizedText(
          zh: "无人处置：日均 \(perDay) 起（\(share)），\(reason.zh)。\(end.zh)",
          en: "not served by anybody: \(perDay) incidents a day (\(share)), as \(reason.en). \(end.en)")
      ]
    }
    let hours = study.hours.enumerated().filter { $0.element.unservedShare > 0 }
    guard let most = hours.max(by: { $0.element.unservedShare < $1.element.unservedShare }) else { return [] }
    let (ranges, share) = (Self.ranges(of: hours.map(\.offset)), percent(most.element.unservedShare))
    return [
      LocalizedText(
        zh: "\(ranges) 时有警情没有在岗单元可去（\(most.offset) 时最多，占 \(share)）。\(end.zh)",
        en:
          "no unit on duty may go to some incidents at \(ranges) h (at \(most.offset) h to \(share)). \(end.en)"
      )
    ]
  }
}
