import DunjingExperiment
import DunjingScenario
import DunjingWorld

/// A planned experiment, ready to be played: the plan, and the copy of its study compiled.
public struct WorkExperiment: Sendable {
  /// The folder.
  public let folder: WorkFolder
  /// The plan.
  public let plan: WorkPlan
  /// The study.
  public let study: ValidScenario
  /// The files of the study, by name.
  public let files: [String: [UInt8]]
  /// The experiment as it was planned.
  public let experiment: Experiment

  /// Opens a folder.
  /// - Parameters:
  ///   - folder: the folder of the planned experiment.
  ///   - travelStore: where travel times may have been kept, and are kept.
  /// - Throws: a ``WorkFault`` where the folder has no sound plan, or where this engine plays the study otherwise.
  public init(_ folder: WorkFolder, travelStore: (any TravelStore)? = nil) throws {
    let plan = try folder.plan()
    let bundle = ScenarioBundle(path: folder.path(of: WorkFolder.study))
    let settings = plan.settings.compactMap { ScenarioOverride($0) }
    guard let (study, files) = try? bundle.loadWithFiles(setting: settings),
      study.bundleHash == plan.scenarioHash
    else { throw WorkFault.changedStudy(folder: folder.path) }
    var experiment = Experiment(World(compiling: study, travelStore: travelStore))
    try experiment.drawEstimates(
      of: ScenarioBundle(files: files), setting: settings, travelStore: travelStore)
    experiment.seed = plan.seed
    experiment.replications = plan.precision?.pilot ?? plan.replications
    experiment.precision = plan.precision?.settings
    guard experiment.restrict(to: plan.treatments).isEmpty,
      experiment.treatments.map({ study.scenario.treatments[$0].id }) == plan.treatments
    else { throw WorkFault.changedStudy(folder: folder.path) }
    guard try EngineProof.text(experiment) == plan.engine else {
      throw WorkFault.otherEngine(folder: folder.path, planned: plan.version)
    }
    (self.folder, self.plan, self.study, self.files) = (folder, plan, study, files)
    self.experiment = experiment
  }
}
