import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// When each department outside the police is free for its next case, county by county.
///
/// A Lindley recursion: cases are referred in the order of time, so that a case begins when it comes or when the one
/// before it is done, whichever is later.
struct PartnerState: Sendable {
  /// When each is free, in seconds: county by county, partner by partner.
  private var free: [Double]
  /// Seconds a case takes on average.
  private let secondsPerCase: [Double]
  /// Cumulative shares of the joint cases.
  private let cumulative: [Double]

  init(_ world: World) {
    let partners = world.scenario.community.partners
    let total = partners.map(\.weight).reduce(0, +)
    var sum = 0.0
    cumulative = partners.map { partner in
      sum += partner.weight / total
      return sum
    }
    secondsPerCase = world.counties.flatMap { county in
      partners.map { World.daySeconds / ($0.casesPerDay * max(county.demandShare, 1e-12)) }
    }
    free = secondsPerCase.map { _ in 0 }
  }

  /// Whether there are any.
  var isOpen: Bool { !cumulative.isEmpty }

  /// The partner for a draw from 0 to 1.
  func partner(for draw: Double) -> Int {
    cumulative.firstIndex { draw < $0 } ?? cumulative.count - 1
  }

  /// Takes on a case and returns when it is done.
  mutating func take(_ partner: Int, county: Int, effort: Double, at time: Double) -> Double {
    let index = county * cumulative.count + partner
    free[index] = max(time, free[index]) + effort * secondsPerCase[index]
    return free[index]
  }
}

// Departments outside the police that join mediation.
extension Simulator {
  /// Draws which partner joins and how long its case takes, by the hazard and how often it was found.
  mutating func drawPartner(_ slot: Int) {
    let hazard = hazards[slot]
    var stream = RandomStream(
      seed: seed, replication: replication, purpose: .partner,
      entity: hazard.entity | (hazard.round - 1) << 48)
    hazards[slot].partner = Int32(partners.partner(for: stream.nextUnit()))
    hazards[slot].partnerEffort = stream.nextExponential()
  }

  /// The officers are done; the department takes the case into its queue.
  mutating func refer(_ slot: Int, _ ticket: EventTicket) {
    guard hazards[slot].ticket == ticket else { return }
    let hazard = hazards[slot]
    let county = world.grids[Int(hazard.grid)].county
    let closed = partners.take(
      Int(hazard.partner), county: county, effort: hazard.partnerEffort, at: queue.now)
    note(.referred, hazard, .partner(Int(hazard.partner)))
    let done = closed + hazard.handOffSeconds
    let isInTime = done < hazard.escalation
    recorder.referred(seconds: done - queue.now, isInTime: isInTime)
    hazards[slot].ticket = schedule(
      isInTime ? .mediated : .escalate, slot, at: isInTime ? done : max(queue.now, hazard.escalation))
  }
}
