import DunjingRandom

extension Scenario {
  /// Sets a number of hazards, climbs, community policing or officers sent down, as quickly as can be.
  /// - Parameter override: as of ``Assumption/overrides(at:)``: records by their position.
  /// - Returns: whether the key names such a number; if not, nothing changes and the scenario has to be read anew.
  package mutating func setPrevention(_ override: ScenarioOverride) -> Bool {
    guard let value = Double(override.value) else { return false }
    let steps = KeyPathStep.steps(of: override.key)
    switch steps.first {
    case .key("hazardKinds"): return setHazard(Array(steps.dropFirst()), value)
    case .key("climbs"):
      guard steps.count == 3, case .index(let index) = steps[1], climbs.indices.contains(index),
        steps[2] == .key("probability")
      else { return false }
      climbs[index].probability = value
      return true
    case .key("community"): return setCommunity(Array(steps.dropFirst()), value)
    case .key("force"):
      guard steps.count == 3, steps[1] == .key("sentDown"), case .key(let name) = steps[2] else {
        return false
      }
      return setSentDown(name, value)
    default: return false
    }
  }

  private mutating func setHazard(_ steps: [KeyPathStep], _ value: Double) -> Bool {
    guard steps.count > 1, case .index(let index) = steps[0], hazardKinds.indices.contains(index),
      case .key(let name) = steps[1]
    else { return false }
    switch (name, steps.dropFirst(2)) {
    case ("detectionPerVisit", []): hazardKinds[index].detectionPerVisit = value
    case ("closure", []): hazardKinds[index].closure = value
    case ("jointShare", []): hazardKinds[index].jointShare = value
    case ("mediationHours", []): hazardKinds[index].mediationHours = value
    case ("arrivalsPerYear", []): hazardKinds[index].arrivalsPerYear = value
    case ("incubationDays", [.key("exponential"), .key("mean")]):
      guard case .exponential = hazardKinds[index].incubationDays else { return false }
      hazardKinds[index].incubationDays = .exponential(mean: value)
    case ("incubationDays", [.key("gamma"), .key("mean")]):
      guard case .gamma(_, let shape) = hazardKinds[index].incubationDays else { return false }
      hazardKinds[index].incubationDays = .gamma(mean: value, shape: shape)
    default: return false
    }
    return true
  }

  private mutating func setCommunity(_ steps: [KeyPathStep], _ value: Double) -> Bool {
    switch steps {
    case [.key("visitHours")]: community.visitHours = value
    case [.key("mediationHoursPerYear")]: community.mediationHoursPerYear = value
    case [.key("closureGain")]: community.closureGain = value
    case [.key("intelligenceFactor")]: community.intelligenceFactor = value
    case [.key("residentFactor")]: community.residentFactor = value
    case [.key("coLocationFactor")]: community.coLocationFactor = value
    case [.key("jointHandOffDays")]: community.jointHandOffDays = value
    case [.key("jointHandOffDaysWithChiefs")]: community.jointHandOffDaysWithChiefs = value
    default:
      guard steps.count == 3, steps[0] == .key("visitors"), case .index(let index) = steps[1],
        community.visitors.indices.contains(index)
      else { return false }
      switch steps[2] {
      case .key("weight"): community.visitors[index].weight = value
      case .key("tourHoursPerYear"): community.visitors[index].tourHoursPerYear = value
      default: return false
      }
    }
    return true
  }

  private mutating func setSentDown(_ name: String, _ value: Double) -> Bool {
    switch name {
    case "initialEffectiveness": force.sentDown.initialEffectiveness = value
    case "finalEffectiveness": force.sentDown.finalEffectiveness = value
    case "learningDays": force.sentDown.learningDays = value
    case "tourHoursPerYear": force.sentDown.tourHoursPerYear = value
    case "mediationHoursPerYear": force.sentDown.mediationHoursPerYear = value
    default: return false
    }
    return true
  }
}
