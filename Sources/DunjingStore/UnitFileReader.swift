import Foundation

/// Lists the files of units that are there, without looking into them: units without a file are not known to it.
public struct UnitFileReader: PlanReader {
  /// Creates a reader.
  public init() {}

  /// Returns a unit for every file `units/NNNNNN.json`; none where there is no such folder.
  public func units(in folder: String) throws -> [PlannedUnit] {
    let units = folder + "/units"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: units)) ?? []
    return names.compactMap { name in
      guard name.hasSuffix(".json"), let number = Int(name.dropLast(5)),
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(units)/\(name)")
      else { return nil }
      return PlannedUnit(number: number, state: .unchecked, bytes: attributes[.size] as? Int)
    }
  }
}
