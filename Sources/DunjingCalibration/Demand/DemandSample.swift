import DunjingRecords
import DunjingScenario

/// The records that count as demand, each with its kind.
struct DemandSample {
  /// A record that counts.
  struct Incident {
    var kind: Int
    var time: RecordTime
    var record: IncidentRecord
  }

  /// Why records do not count.
  struct LeftOut: Sendable, Equatable {
    var withoutTime = 0
    var duplicates = 0
    var invalid = 0
    var onView = 0
    var outsidePeriod = 0
  }

  /// How many incidents have the kind of the rest.
  let rest: Int

  let period: ObservedPeriod
  /// The ids of kinds, in the order of the study, or of their first record.
  let kinds: [String]
  /// Their names as recorded, where there is no study.
  let names: [String]
  let incidents: [Incident]
  let unmapped: NamedKinds
  /// Recorded kinds that were taken for one of the study by their usual names.
  let alike: NamedKinds
  let leftOut: LeftOut

  /// Nil where no record has a time and a kind.
  init?(_ records: [IncidentRecord], study: Scenario?, _ settings: DemandSettings) {
    var leftOut = LeftOut()
    var used: [(record: IncidentRecord, time: RecordTime)] = []
    for record in records {
      guard let time = record.received ?? record.dispatched else {
        leftOut.withoutTime += 1
        continue
      }
      if record.has(.duplicate) {
        leftOut.duplicates += 1
      } else if record.has(.invalid) {
        leftOut.invalid += 1
      } else if record.isOnView && !settings.includesOnView {
        leftOut.onView += 1
      } else if record.has(.strayDate) {
        leftOut.outsidePeriod += 1
      } else {
        used.append((record, time))
      }
    }
    guard
      let period = ObservedPeriod(
        used.map(\.time), bounds: settings.bounds, changes: settings.clockChanges)
    else { return nil }
    var kinds = study?.incidentKinds.map(\.id) ?? []
    var names = kinds
    var places = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    var (incidents, unmapped, rest) = ([Incident](), [String: Int](), 0)
    let map = settings.kinds.adding(settings.kinds.alike(records, in: study))
    for (record, time) in used {
      guard period.contains(time.day) else {
        leftOut.outsidePeriod += 1
        continue
      }
      guard let id = map.kind(of: record, in: study), study == nil || places[id] != nil else {
        unmapped[record.kindPath, default: 0] += 1
        continue
      }
      if map.isRest(record, in: study) { rest += 1 }
      if places[id] == nil {
        places[id] = kinds.count
        kinds.append(KindID.make(of: id, taken: kinds))
        names.append(id)
      }
      incidents.append(Incident(kind: places[id] ?? 0, time: time, record: record))
    }
    guard !incidents.isEmpty else { return nil }
    (self.names, self.rest) = (names, rest)
    (self.period, self.kinds, self.incidents, self.leftOut) = (period, kinds, incidents, leftOut)
    self.unmapped = NamedKinds(unmapped)
    alike = map.matched(incidents.map(\.record), in: study)
  }
}
