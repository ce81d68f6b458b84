// Headings of tables in English, by the key of the study; of several the best first.
extension EnglishWord {
  static let headings: [StudyTableKind: [String: [String]]] = [
    .grids: [
      "x": longitudes, "y": latitudes, "position": positions,
      "id": [
        "lsoa code", "ward code", "geoid", "beat", "sector", "reporting district", "reporting area",
        "block group", "census tract", "tract", "lsoa", "sa2", "ward", "district", "neighborhood",
        "neighbourhood", "suburb", "zone", "grid", "cell", "precinct"
      ],
      "population": [
        "population", "pop", "resident", "usual residents", "inhabitant", "persons", "people", "head count"
      ],
      "demandWeight": [
        "calls for service", "cfs", "call", "incident", "recorded crime", "crime", "offense", "offence",
        "dispatch", "event"
      ],
      "areaClass": ["area class", "class of area"],
      "station": ["police station", "precinct", "station", "division", "command", "district"],
      "community": [
        "beat name", "sector name", "lsoa name", "ward name", "district name", "area name",
        "neighborhood name",
        "neighbourhood name", "zone name", "neighborhood", "neighbourhood", "suburb", "name"
      ],
      "town": towns
    ],
    .facilities: [
      "x": longitudes, "y": latitudes, "position": positions,
      "id": ["facility id", "station id", "facility code", "station code", "facility no", "station no"],
      "name": ["facility name", "station name", "name", "facility", "station", "building", "site", "post"],
      "kind": ["facility type", "station type", "type of facility", "type", "kind", "category"],
      "unitsPerFacility": [
        "cars on duty", "patrol cars", "cars per shift", "response vehicles", "car", "vehicle", "cruiser",
        "patrol units", "unit"
      ],
      "officersPerShift": [
        "officers on duty", "officers per shift", "officers per watch", "sworn per shift", "on duty"
      ],
      "town": towns, "parentStation": ["parent station", "station in charge"], "sworn": sworn,
      "auxiliaries": auxiliaries
    ],
    .departments: [
      "name": ["unit", "section", "team", "squad", "branch", "division", "department", "bureau", "name"],
      "agencyOfficers": present + establishments,
      "agencyFloor": [
        "minimum staffing", "minimum officers", "minimum", "min staffing", "has to stay", "floor"
      ],
      "sendable": ["deployable", "redeployable", "can be sent", "may be sent"],
      "fixedHoursPerYear": ["fixed hours", "fixed work"]
    ],
    .officers: [
      "name": [
        "team", "unit", "squad", "platoon", "assignment", "precinct", "station", "district", "division",
        "sector",
        "command", "name"
      ],
      "pool": ["pool", "function", "duty", "role"],
      "isSworn": ["is sworn", "sworn status", "employee type", "sworn or civilian", "sworn civilian"],
      "count": ["head count", "headcount", "officer", "actual", "strength", "fte", "in post", "number"],
      "sworn": sworn, "auxiliaries": auxiliaries
    ]
  ]

  private static let longitudes = ["longitude", "long", "lon", "lng", "intptlon", "x coordinate", "x coord"]
  private static let latitudes = ["latitude", "lat", "intptlat", "y coordinate", "y coord"]
  private static let towns = ["township", "subdistrict", "sub district", "town"]
  private static let positions = [
    "lat long", "lat lon", "lat lng", "latitude longitude", "latitude and longitude", "long lat", "lon lat",
    "lng lat", "longitude latitude", "longitude and latitude", "coordinate"
  ]
  private static let sworn = [
    "sworn actual", "actual sworn", "sworn filled", "sworn officers", "sworn strength", "sworn fte",
    "police officers", "sworn"
  ]
  private static let auxiliaries = ["pcso", "auxiliary", "auxiliaries", "community support officers", "cso"]
  private static let present = [
    "sworn actual", "actual sworn", "sworn filled", "sworn officers", "sworn strength", "sworn fte",
    "officers in post", "officers actual", "actual officers", "police officers", "officer", "sworn", "actual",
    "filled", "strength", "headcount", "head count", "fte"
  ]
  private static let establishments = ["establishment", "authorized", "authorised", "auth", "budgeted"]
}
