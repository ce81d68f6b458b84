import Dunjing

/// What tables and reports of a run need of memory while they are written.
enum ReportMemory {
  /// Bytes for what does not grow with the study.
  private static let least = 5_000_000

  /// The bytes, from those of `results.json`, which takes more than any other file.
  ///
  /// The baseline is pooled and encoded from one short replication; every treatment has as much to say. A fourth is added,
  /// as a short one leaves many grids without a mean.
  static func bytes(of experiment: Experiment, after result: ReplicationResult) throws -> Int {
    var alone = experiment
    _ = alone.restrict(to: [])
    let document = ResultsDocument(alone.pool([[result]], scenarioHash: ""))
    let length = try JSONFile.data(document).count * experiment.treatments.count
    return least + length * MemoryMeter.bytesToEncodeByte / 4 * 5
  }
}
