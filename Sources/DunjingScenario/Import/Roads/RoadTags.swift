/// What the tags of a way of OpenStreetMap mean for driving.
///
/// Source: the pages Key:highway, Key:oneway and Key:maxspeed of the OpenStreetMap wiki.
struct RoadTags {
  /// The classes that are driven on.
  static let classes: Set<String> = [
    "motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street",
    "service",
    "road"
  ]

  /// Ways on which nobody drives.
  private static let walked: Set<String> = [
    "footway", "path", "steps", "cycleway", "pedestrian", "track", "bridleway", "corridor", "platform",
    "construction",
    "proposed"
  ]

  /// Whether a class is one of OpenStreetMap.
  static func knows(_ name: String) -> Bool {
    classes.contains(name) || walked.contains(name)
      || (name.hasSuffix("_link") && classes.contains(String(name.dropLast(5))))
  }

  private let tags: [String: String]

  init(_ tags: [String: String]) { self.tags = tags }

  /// The class of the road, links as what they link; nil where no car may drive.
  var roadClass: String? {
    guard let highway = tags["highway"] else { return nil }
    let name = highway.hasSuffix("_link") ? String(highway.dropLast(5)) : highway
    let isClosed = ["no", "private"].contains(
      tags["motor_vehicle"] ?? tags["vehicle"] ?? tags["access"] ?? "yes")
    // Police may drive where others may not, but not to a parking space.
    let isMinor = ["parking_aisle", "driveway", "drive-through"].contains(tags["service"] ?? "")
    return Self.classes.contains(name) && !(name == "service" && (isClosed || isMinor)) ? name : nil
  }

  /// 1 for a road in the order of its points only, −1 for one against it, 0 for both.
  var direction: Int {
    switch tags["oneway"] {
    case "yes", "true", "1": return 1
    case "-1", "reverse": return -1
    case "no", "false", "0": return 0
    default: return tags["highway"] == "motorway" || tags["junction"] == "roundabout" ? 1 : 0
    }
  }

  /// The signed speed in km/h; nil where it is not a number.
  var speedKilometersPerHour: Double? {
    guard let text = tags["maxspeed"] else { return nil }
    let parts = text.split(separator: " ")
    guard let first = parts.first, let number = Double(first), number > 0, number <= 200 else { return nil }
    switch parts.count > 1 ? String(parts[1]) : "km/h" {
    case "km/h", "kmh": return number
    case "mph": return number * 1.609_344
    default: return nil
    }
  }
}
