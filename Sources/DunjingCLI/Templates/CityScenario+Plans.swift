import Dunjing

// The plans to compare.
extension CityScenario {
  var plans: String {
    // Officers sent down staff street shifts at reserve sites only.
    let street = kinds.contains(.reserveSite) ? "0.2" : "0"
    func ratio(_ value: String) -> String { isOfCounty ? "{county: \(value)}" : value }
    return """
      #zh 要比较的方案。sinkRatio：机关民警下沉的份额，20% 取自公告 [A]；streetShare：其中上街面的份额 [H]；
      #zh switches：随方案启用的机制。
      #en The plans to compare. sinkRatio: share of agency officers sent down, 20 % as announced [A]; streetShare: share of these
      #en who staff street shifts [H]; switches: mechanisms that go with the plan.
      treatments:
        - {id: sink00, name: {zh: 现状：不下沉, en: None sent down}, sinkRatio: 0}
        - {id: sink10, name: {zh: 下沉 10%, en: 10 % sent down}, sinkRatio: \(ratio("0.1")), streetShare: \(street)}
        - {id: sink20, name: {zh: 下沉 20%, en: 20 % sent down}, sinkRatio: \(ratio("0.2")), streetShare: \(street)}
        - {id: sink30, name: {zh: 下沉 30%, en: 30 % sent down}, sinkRatio: \(ratio("0.3")), streetShare: \(street)}
        - id: sink20package
          name: {zh: 下沉 20% 加机制整合, en: "20 % sent down, with integration"}
          sinkRatio: \(ratio("0.2"))
          streetShare: \(street)
          switches: {residentPolicing: true, intelligence: true, jointMediation: true, oneClickDispatch: true}
      \(hasStreetPlan ? streetPlan(ratio("0.2")) : "")
      \(StudyTemplate.ending(replications: isMadeUp ? 4 : 30))
      """
  }

  /// The plan that sends a part to sites that are assumed.
  private func streetPlan(_ ratio: String) -> String {
    """
      #zh 表中没有备用点：增派点（设施表中的 reserveSite）设在已有的驻点，两成上街面 [H]。
      #en No reserve sites in the tables: those among the facilities are at posts that there are; a fifth to the street [H].
      - id: sink20street
        name: {zh: 下沉 20%，两成上街面, en: "20 % sent down, a fifth to the street"}
        sinkRatio: \(ratio)
        streetShare: 0.2

    """
  }
}
