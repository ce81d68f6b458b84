import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// An incident that was recorded, to be played as it was.
public struct RecordedIncident: Sendable, Equatable {
  /// When it was called in, in seconds from the start of the run.
  public var seconds: Double
  /// The index of its kind.
  public var kind: Int
  /// The index of its grid.
  public var grid: Int
  /// Where it was: a place of `Geography.recordedPlaces`, or any other that is a stop.
  public var place: Int
  /// Its priority; drawn as its kind's unless recorded.
  public var priority: Int?
  /// Seconds for which it kept a unit once on scene, paperwork included; drawn as its kind's unless recorded.
  public var serviceSeconds: Double?

  /// Creates an incident.
  public init(
    seconds: Double, kind: Int, grid: Int, place: Int, priority: Int? = nil, serviceSeconds: Double? = nil
  ) {
    (self.seconds, self.kind, self.grid, self.place) = (seconds, kind, grid, place)
    (self.priority, self.serviceSeconds) = (priority, serviceSeconds)
  }
}

// Incidents on record in place of sampled ones.
extension Simulator {
  mutating func scheduleRecorded() {
    guard let recorded, nextRecorded < recorded.count else { return }
    schedule(.call, 0, at: max(queue.now, recorded[nextRecorded].seconds))
  }

  /// Plays the next incident on record: what is not recorded of it is drawn from a stream of its own.
  mutating func receiveRecorded() {
    guard let recorded else { return }
    let (number, record) = (nextRecorded, recorded[nextRecorded])
    nextRecorded += 1
    var stream = RandomStream(
      seed: seed, replication: replication, purpose: .recorded, entity: UInt64(number))
    let kind = world.kinds[record.kind]
    let isUrgent = stream.nextTrial(probability: kind.urgentShare)
    let needsMore = stream.nextTrial(probability: kind.secondUnitProbability)
    let scene = kind.sceneMinutes.sample(using: &stream) * 60
    for followUp in kind.followUps {
      headquarters.add(
        followUp.hours.sample(using: &stream), to: followUp.department, of: world.grids[record.grid].county)
    }
    recorder.received(
      kind: record.kind, county: world.grids[record.grid].county, .call,
      hour: world.calendar.hourOfWeek(at: queue.now))
    let seconds = record.serviceSeconds ?? scene
    let slot = incidents.insert(
      IncidentState(
        kind: Int32(record.kind), grid: Int32(record.grid), place: Int32(record.place),
        priority: Int32(clamping: record.priority ?? (isUrgent ? kind.urgentPriority : kind.priority)),
        needed: Int32(kind.units + (needsMore ? 1 : 0)), isMeasured: recorder.isMeasuring,
        isInShock: shocks.isOn, number: nextNumber, received: queue.now, sceneSeconds: seconds,
        fullSceneSeconds: seconds))
    incidents[slot].includesPaperwork = record.serviceSeconds != nil
    nextNumber += 1
    recorder.occupancy.opened(at: queue.now)
    note(.received, incidents[slot], .origin(.call))
    schedule(.order, slot, at: queue.now + plan.callTakingSeconds)
    scheduleRecorded()
  }
}
