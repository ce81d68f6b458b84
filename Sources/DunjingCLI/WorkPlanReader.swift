import Dunjing
import DunjingStore
import Foundation

/// Says for the run store how far the units of a planned experiment are: as `dunjing status` does, by every byte of them.
struct WorkPlanReader: PlanReader {
  /// How many units are read at once.
  let threads: Int

  func units(in folder: String) throws -> [PlannedUnit] {
    do {
      return try units(of: WorkFolder(folder))
    } catch let fault as WorkFault {
      throw PlanFault(fault.text)
    }
  }

  private func units(of work: WorkFolder) throws -> [PlannedUnit] {
    let plan = try work.plan()
    return zip(plan.units, try work.status(of: plan, threads: threads).units).map { unit, found in
      let state: PlannedUnit.State = found.isDone ? .done : found.damage == nil ? .missing : .damaged
      return PlannedUnit(
        number: unit.number, state: state, bytes: bytes(work.path(of: unit)), seconds: found.seconds)
    }
  }

  private func bytes(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }
}
