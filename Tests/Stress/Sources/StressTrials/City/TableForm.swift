import Foundation

/// How a table of records is written: in `scenario.yaml` itself, or in a file of its own.
enum TableForm: CaseIterable {
  case inline
  case csv
  case csvInGB18030
  case geoJSON

  /// Returns what stands in `scenario.yaml`, and the file with its name where there is one.
  func write(_ rows: [Record], name: String) -> (value: String, file: (name: String, bytes: [UInt8])?) {
    switch self {
    case .inline: (Self.block(rows), nil)
    case .csv: (" \(name).csv", ("\(name).csv", Array(Self.csv(rows).utf8)))
    case .csvInGB18030:
      (
        " {file: \(name).csv, encoding: GB18030}", ("\(name).csv", Self.gb18030(Self.csv(rows)))
      )
    case .geoJSON: (" \(name).geojson", ("\(name).geojson", Array(Self.geoJSON(rows).utf8)))
    }
  }

  private static func block(_ rows: [Record]) -> String {
    rows.isEmpty ? " []" : "\n" + rows.map { "  - \($0.yaml())" }.joined(separator: "\n")
  }

  private static func csv(_ rows: [Record]) -> String {
    var columns: [String] = []
    for key in rows.flatMap(\.entries).map(\.key) where !columns.contains(key) { columns.append(key) }
    let lines = rows.map { row in columns.map { row[$0]?.cell ?? "" }.joined(separator: ",") }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\r\n") + "\r\n"
  }

  private static func geoJSON(_ rows: [Record]) -> String {
    let features = rows.map { row -> String in
      var properties = row
      var geometry = "null"
      if let x = row["x"], let y = row["y"] {
        geometry = "{\"type\": \"Point\", \"coordinates\": [\(x.yaml()), \(y.yaml())]}"
        (properties["x"], properties["y"]) = (nil, nil)
      }
      return
        "{\"type\": \"Feature\", \"properties\": \(properties.yaml(quotesKeys: true)), \"geometry\": \(geometry)}"
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [\n\(features.joined(separator: ",\n"))\n]}\n"
  }

  private static func gb18030(_ text: String) -> [UInt8] {
    // The identifier of GB 18030 in the encodings of Core Foundation, with the bit of external encodings.
    [UInt8](text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
  }
}
