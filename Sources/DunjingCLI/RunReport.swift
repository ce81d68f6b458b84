import Dunjing

/// The report of a run: the same, to the byte, as it is written at the end of the run and from its folder later.
enum RunReport {
  static func make(
    _ result: ExperimentResult, _ scenario: Scenario, _ manifest: RunFolder.Manifest, _ replay: DayReplay?
  ) -> Report {
    Report(
      result: result, scenario: scenario,
      provenance: Provenance(
        build: manifest.build, version: manifest.version, runSeconds: manifest.runSeconds,
        finishedAt: manifest.finishedAt, settings: manifest.settings ?? []), replay: replay)
  }
}
