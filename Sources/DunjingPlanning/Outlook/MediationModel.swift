import DunjingNumerics
import DunjingScenario
import DunjingWorld

/// How long it takes in a county to mediate what visits find, and how many hazards escalate meanwhile.
///
/// Each district of a county is an M/G/1 queue (Pollaczek 1930, Khinchine 1932) of found hazards, the districts being
/// alike; what escalates before its turn is skipped, so that the queue is always stable. A hazard with mean incubation τ
/// outlives a wait W, a service S and a hand-off with mean H with probability 1/(1 + W/τ) · exp(−S/τ) · 1/(1 + H/τ),
/// exact for an exponential incubation and exponential W and H.
struct MediationModel {
  /// What happens to one kind of hazard in one county.
  struct Kind {
    /// Hazards that arise in a day.
    var perDay: Double
    /// Mean incubation in days.
    var incubation: Double
    /// Found in a day by visits, while latent.
    var findRate: Double
    /// Officer-hours of a mediation.
    var hours: Double
    /// The probability to outlive the hand-off.
    var outlivesHandOff: Double
    /// Whether it is closed in the end.
    var closure: Double
  }

  let kinds: [Kind]
  let districts: Double
  let hoursPerDay: Double

  /// The rate, as a multiple of the rate at which visits find latent hazards, at which hazards are closed for good, by
  /// kind; and the share of time that officers mediate.
  ///
  /// With a = rτ/(1 + rτ) the probability to be found before escalation, s to outlive the mediation and q to be closed,
  /// rounds of finding close a·s·q/(1 − a·s·(1 − q)) of all hazards: as many as a rate of r·s·q/(1 + rτ(1 − s)) without
  /// any delay.
  func closing() -> (rates: [Double], load: Double) {
    guard kinds.contains(where: { $0.hours > 0 }) else { return (rates(waiting: 0), 0) }
    guard hoursPerDay > 0 else { return (rates(waiting: .infinity), 0) }
    // The longer the wait, the fewer cases are left to serve: Khinchine's wait W = residual / (1 − load) has one solution.
    let wait = MonotoneRoot.find(between: 0, and: 1e6) { wait in
      let traffic = traffic(waiting: wait)
      return wait * (1 - traffic.load) - traffic.residual
    }
    return (rates(waiting: wait), traffic(waiting: wait).load)
  }

  private func service(_ kind: Kind) -> Double { kind.hours * districts / hoursPerDay }

  private func survival(_ kind: Kind, waiting: Double) -> Double {
    guard kind.hours > 0 else { return kind.outlivesHandOff }
    guard waiting < .infinity else { return 0 }
    let served = PortableMath.exponential(-service(kind) / kind.incubation) / (1 + waiting / kind.incubation)
    return served * kind.outlivesHandOff
  }

  private func rates(waiting: Double) -> [Double] {
    kinds.map { kind in
      let s = survival(kind, waiting: waiting)
      return s * kind.closure / (1 + kind.findRate * kind.incubation * (1 - s))
    }
  }

  /// Finds in a day of one district, of a kind.
  private func finds(_ kind: Kind, waiting: Double) -> Double {
    let x = kind.findRate * kind.incubation
    let again = x / (1 + x) * survival(kind, waiting: waiting) * (1 - kind.closure)
    return kind.perDay / districts * (x / (1 + x)) / (1 - again)
  }

  /// The load of a district and the mean of what is left of the case under way, in days, if cases wait so long.
  private func traffic(waiting: Double) -> (load: Double, residual: Double) {
    var traffic = (load: 0.0, residual: 0.0)
    for kind in kinds where kind.hours > 0 {
      let served = finds(kind, waiting: waiting) / (1 + waiting / kind.incubation)
      traffic.load += served * service(kind)
      traffic.residual += served * service(kind) * service(kind) / 2
    }
    return traffic
  }
}
