extension BundleWriter {
  /// The text of `scenario.yaml`.
  var scenario: String {
    ([head, area, force, study].joined(separator: "\n")) + "\n"
  }

  private var head: String {
    let names = network.tableNames.map(Self.comment).joined(separator: ", ")
    let areas = network.areaTableName.map {
      "\(EnglishCount.text(network.grids.count, "area", "areas")) of \(Self.comment($0)) are\n# the grids, their names in the column community; "
        + "incidents of an area happen at up to \(settings.nodesPerCell) of its nodes,\n# drawn in proportion to demand."
    }
    let grids =
      areas ?? network.cellKilometers.map {
        "\(EnglishCount.text(network.grids.count, "square cell", "square cells")) of \($0.short) km are the grids; incidents of a cell happen at up to "
          + "\(settings.nodesPerCell) of its nodes,\n# drawn in proportion to demand."
      } ?? "Every node is a grid of its own."
    let size = [
      EnglishCount.text(network.nodes.count, "node", "nodes"),
      EnglishCount.text(network.edges.count, "edge", "edges"),
      EnglishCount.text(network.facilities.count, "facility", "facilities")
    ].joined(separator: ", ")
    return """
      # A road network imported with `dunjing import network`: \(names);
      # \(size). \(grids)
      #
      # Marks: [D] from the imported tables, [O] an option of the import, [H] assumed here.
      # What is not said here has a default: officers, hazards and departments by the residents.
      schema: dunjing/1

      name: \(nameText)
      summary:
        zh: 由路网、需求与设施表导入；比较机关警力下沉 0、20%、40%。
        en: Imported from tables of roads, demand and facilities; compares 0, 20 and 40 % sent down.

      time:
        zone: Asia/Shanghai   # [H] only printed
        start: "2024-01-01"   # [H] the day the treatments take effect
        warmUpDays: 60        # [H] short, to be quick; 365 for a study
        settlingDays: 0       # [H]
        horizonDays: 90       # [H] short, to be quick; 365 for a study

      """
  }

  private var area: String {
    let coordinates =
      network.isInDegrees
      ? "coordinates: WGS-84     # [D] degrees\(conversion)"
      : "coordinates: local      # [D/O] kilometers: map units x \(settings.kilometersPerUnit.short)"
    let population =
      network.hasPopulation ? "as given [D]" : "such that the default rate gives the incidents [H]"
    let counties = network.hasDistricts ? ", county: district" : ""
    let lengths =
      network.edges.contains { $0.lengthMeters != nil }
      ? "[D] with lengths; empty ones are straight" : "[D] straight between their nodes"
    return """
      \(coordinates)

      # demandWeight: incidents a day\(counties) [D]; population: \(population)
      grids: grids.csv

      roads:
        nodes: nodes.csv
        edges: edges.csv      # \(lengths)

      travel:
        modes:
          car:
            speedKilometersPerHour: \(settings.speedKilometersPerHour.short)   # [O] \(speedNote)
      \(roadSpeeds)\
            # [H] the same speed at all hours and in all months
            hourFactors: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
            monthFactors: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

      facilities: facilities.csv   # [D] all of them street workstations

      """
  }

  private var conversion: String {
    guard let system = settings.coordinates, system.shift != nil else { return "" }
    return ", converted from \(system.rawValue)" + (network.isOpenStreetMap ? " but those of the roads" : "")
  }

  private var speedNote: String {
    roadClasses.isEmpty && !hasSpeeds ? "on all roads" : "on roads without another speed"
  }

  /// The lines about speeds of classes and of single roads.
  private var roadSpeeds: String {
    var lines: [String] = []
    let known = roadClasses.compactMap { name in Self.classSpeeds[name].map { "\(name): \($0)" } }
    if !known.isEmpty {
      lines.append("      classSpeeds: {\(known.joined(separator: ", "))}   # [H] response driving in a city")
    }
    if hasSpeeds {
      lines.append(
        network.speedsAreDriven
          ? "      roadSpeedFactor: 1       # [D] roads are driven in the minutes of the table"
          : "      roadSpeedFactor: 0.8     # [H] of the speed that is signed, where it is")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Kilometers per hour by class of OpenStreetMap.
  private static let classSpeeds = [
    "motorway": 90, "trunk": 70, "primary": 45, "secondary": 42, "tertiary": 38, "unclassified": 32,
    "residential": 28, "living_street": 15, "service": 15, "road": 30
  ]

  private var force: String {
    let isBare = settings.isDrivingOnly
    let mark = isBare ? "[O] driving only" : "[H]"
    let total = settings.incidentsPerDay == nil ? "[D] the sum over all nodes" : "[O]"
    return """
      units:
      \(groups.joined(separator: "\n"))

      dispatch:
        callTakingSeconds: 83        # [H] before the clock of the targets starts
        acknowledgeSeconds: \(isBare ? "0 " : "10")       # \(mark)
        policy: nearest

      demand:
        incidentsPerDay: \(Self.rounded(network.incidentsPerDay).short)   # \(total)
      incidentKinds: default         # [H] seven kinds in their usual shares
      hazardKinds: default           # [H]
      departments: default           # [H]

      """
  }

  /// The groups of units: one, or one for each number of units at a facility.
  private var groups: [String] {
    var members: [Int: [String]] = [:]
    for facility in network.facilities { members[facility.units ?? 1, default: []].append(facility.id) }
    let counts = members.keys.filter { $0 > 0 }.sorted {
      (members[$0]?.count ?? 0, $1) > (members[$1]?.count ?? 0, $0)
    }
    let isOne = members.count == 1
    return counts.enumerated().map { number, count in
      group(
        id: number == 0 ? "street" : "street\(number + 1)", units: count,
        facilities: isOne ? nil : members[count] ?? [])
    }
  }

  private func group(id: String, units: Int, facilities: [String]?) -> String {
    let isBare = settings.isDrivingOnly
    let mark = isBare ? "[O] driving only" : "[H]"
    let number = id == "street" ? "" : id.dropFirst("street".count)
    let places = facilities.map { "\n    facilities: [\($0.map(Self.quoted).joined(separator: ", "))]" } ?? ""
    return """
        - id: \(id)
          name: {zh: 街面处警单元\(number), en: Street unit\(number.isEmpty ? "" : " ")\(number)}
          facilityKind: streetWorkstation\(places)
          unitsPerFacility: \(units)        # \(network.facilities.contains { $0.units != nil } ? "[D]" : "[H]")
          crewSworn: 2               # [H]
          crewAuxiliaries: 1         # [H]
          mode: car
          skills: [basic, patrol, traffic]   # all that the default kinds of incidents need
          area: city
          roster: threeShifts        # three shifts of eight hours
          movingShare: \(isBare ? "0" : "0.6")\(isBare ? "  " : "")           # \(mark)
          turnoutSeconds: \(isBare ? "0 " : "25")         # \(mark)
          movingTurnoutSeconds: \(isBare ? "0" : "5")    # \(mark)
      """
  }

  private var study: String {
    let isByClass = network.hasAreaClasses && settings.targetMinutes == nil
    let minutes = (isByClass ? [1, 3, 5] : Array(repeating: settings.targetMinutes ?? 3, count: 3)).map(
      \.short)
    return """
      targets:                       # \(isByClass ? "[H] by class of area" : "[O] the same for all classes of areas")
        coreMinutes: \(minutes[0])
        keyMinutes: \(minutes[1])
        generalMinutes: \(minutes[2])
        clockOrigin: dispatch        # [H]

      # No reserve sites are known, so nobody sent down can staff more street shifts: all go to the community.
      treatments:
        - {id: sink00, name: {zh: 不下沉, en: None sunk}, sinkRatio: 0, streetShare: 0}
        - {id: sink20, name: {zh: 下沉20%, en: 20 % sunk}, sinkRatio: 0.2, streetShare: 0}
        - {id: sink40, name: {zh: 下沉40%, en: 40 % sunk}, sinkRatio: 0.4, streetShare: 0}

      experiment: {replications: 5, seed: 20231222, baseline: sink00}   # [H] few, to be quick; 30 for a study
      """
  }

  private var nameText: String {
    guard let name = settings.name else { return "{zh: 导入的路网, en: Imported road network}" }
    return "{zh: \(Self.quoted(name)), en: \(Self.quoted(name))}"
  }

  /// The text in double quotes, with escapes for what YAML would read otherwise.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: scalar.value < 32 ? " " : String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  /// The text on one line, for a comment.
  private static func comment(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
