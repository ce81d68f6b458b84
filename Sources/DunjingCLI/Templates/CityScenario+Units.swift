import Dunjing

// The groups of units.
extension CityScenario {
  var units: [String] {
    let heading = """
      #zh 处警单元：每个设施几个单元、几名民警一组、会什么、到哪里。默认三班、每班八小时。取自勤务方案。
      #en Units: how many at each facility, officers in a crew, what they can do, where they go, by the duty plan. By default they
      #en work three shifts of eight hours.
      units:
      """
    let kinds: [FacilityKind] = [.streetWorkstation, .station, .corePost].filter(kinds.contains)
    return [heading + (unitSource.map(Self.comment) ?? "")] + kinds.flatMap(groups) + [""]
  }

  /// Where the table of posts gives its units, as comments.
  private static func comment(_ source: LocalizedText) -> String {
    func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
    return """

        #zh 各处的单元数和每组民警数：\(line(source.zh))。
        #en Units at each post and officers of a crew: \(line(source.en)).
      """
  }

  /// The groups at the posts of a kind: those of the table of posts, otherwise one at all of them.
  private func groups(at kind: FacilityKind) -> [String] {
    let own = unitGroups.filter { $0.kind == kind }
    if own.isEmpty { return [group(kind, nil, number: 1)] }
    return own.enumerated().map { group(kind, $1, number: $0 + 1) }
  }

  private func group(_ kind: FacilityKind, _ own: ImportedUnitGroup?, number: Int) -> String {
    switch kind {
    case .streetWorkstation: street(own, number)
    case .station: station(own, number) + (stationsAnswerAll ? Self.allSkills : "")
    default: head("corePost", zh: "核心岗", en: "Core post", kind, own, number) + counts(own)
    }
  }

  /// The id, the name and the posts of a group; the first of a kind has the id by which defaults know it. All of a kind have one
  /// name, so that they are added up wherever units are named.
  private func head(
    _ id: String, zh: String, en: String, _ kind: FacilityKind, _ own: ImportedUnitGroup?, _ number: Int
  ) -> String {
    let places = own.map { Self.list($0.facilities) } ?? ""
    return """
        - id: \(id)\(number == 1 ? "" : "\(number)")
          name: {zh: \(zh), en: \(en)}
          facilityKind: \(kind.rawValue)\(places)
      """
  }

  /// The posts of a group, on lines of some hundred characters.
  private static func list(_ ids: [String]) -> String {
    guard !ids.isEmpty else { return "" }
    var lines = [""]
    for (index, id) in ids.enumerated() {
      let text = JSONText.quoted(id) + (index + 1 < ids.count ? "," : "")
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = text
      } else if last.count + text.count < 100 {
        lines[lines.count - 1] += " " + text
      } else {
        lines.append(text)
      }
    }
    return "\n    facilities: [" + lines.joined(separator: "\n      ") + "]"
  }

  /// The units of a group, one where no table says them, and its officers where a table does.
  private func counts(_ own: ImportedUnitGroup?) -> String {
    let crew = own?.crew.map { "\n    crewSworn: \($0)" } ?? ""
    return "\n    unitsPerFacility: \(own?.units ?? 1)" + crew
  }

  /// Where stations without a unit have districts, cars of the others have to go there.
  private static let everywhere = """

        #zh 有的派出所没有单元：到全市处警，不限本辖区 [H]。
        #en Some stations have no unit: they go everywhere, not only to their own district [H].
        area: city
    """

  private func street(_ own: ImportedUnitGroup?, _ number: Int) -> String {
    let comment =
      own == nil
      ? """
          #zh 每个工作站的单元数 [H]；每组民警数 [H]；空闲时巡逻的时间份额 [H]。
          #en Units at each workstation [H], officers of a crew [H], share of idle time on patrol [H].
      """
      : """
          #zh 每处的单元数；每组民警数\(own?.crew == nil ? " [H]" : "")；空闲时巡逻的时间份额 [H]。
          #en Units at each post, officers of a crew\(own?.crew == nil ? " [H]" : ""), share of idle time on patrol [H].
      """
    return head("street", zh: "街面处警单元", en: "Street unit", .streetWorkstation, own, number) + """

      \(comment)
          unitsPerFacility: \(own?.units ?? 1)
          crewSworn: \(own?.crew ?? 2)
          movingShare: 0.6
          #zh 驻守时从接令到出发的秒数。[H]
          #en Seconds from acknowledgment to departure when standing. [H]
          turnoutSeconds: 25
      """
  }

  private func station(_ own: ImportedUnitGroup?, _ number: Int) -> String {
    head("stationCar", zh: "派出所值班车", en: "Station duty car", .station, own, number) + counts(own)
      + (areStationCarsEverywhere ? Self.everywhere : "") + """

            #zh 忙于接待、押解、办案而不能出警的时间份额：取自值班记录。[H]
            #en Share of the time away on walk-ins, escorts and own cases: from the duty log. [H]
            unavailableShare: 0.45
            turnoutSeconds: 60
        """
  }

  /// Where few others answer in the street, station cars have to know all that incidents need.
  private static let allSkills = """

        #zh 没有街面单元，或街面单元太少，派出所什么警情都要处置 [H]。
        #en Street units are none, or too few: a station answers everything [H].
        skills: [basic, patrol, traffic]
    """
}
