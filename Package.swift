// swift-tools-version:6.1
import PackageDescription

/// Every target of the package compiles in Swift 6 mode; what a target may import follows
/// the layers in Documentation/Architecture.md, checked by scripts/check-layers.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility")
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// The rooms that `import Dunjing` opens.
let opened = [
  "DunjingCalibration", "DunjingCbc", "DunjingDecision", "DunjingDense", "DunjingExperiment",
  "DunjingFitting",
  "DunjingKernel", "DunjingLinear", "DunjingLocation", "DunjingNumerics", "DunjingOptimization",
  "DunjingParallel",
  "DunjingPlanning", "DunjingQueueing", "DunjingRandom", "DunjingRecords", "DunjingReport", "DunjingScenario",
  "DunjingSimulation", "DunjingStatistics", "DunjingWork", "DunjingWorld"
]

/// What imports Dunjing depends on each of the rooms too: the module that opens them stays the same when one of them changes,
/// and by itself would not have its users compiled again.
let dunjing: [Target.Dependency] = (["Dunjing"] + opened).map { .target(name: $0) }

/// The plugin that makes the documentation of the library. Only scripts/documentation sets the variable, so that whoever
/// builds or uses the library fetches nothing for it.
let documentation: [Package.Dependency] =
  Context.environment["DUNJING_DOCUMENTATION"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
  name: "Dunjing",
  products: [
    .library(name: "Dunjing", targets: ["Dunjing"] + opened),
    .library(name: "DunjingExamples", targets: ["DunjingExamples"]),
    .executable(name: "dunjing", targets: ["DunjingCLI"]),
    .executable(name: "dunjing-worker", targets: ["DunjingWorker"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1")
  ] + documentation,
  targets: [
    // Libraries of the system, installed by scripts/setup; the simulation uses none of them.
    .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CGlpk", providers: [.apt(["libglpk-dev"])]),
    // The kind of a file system, of which the C library of Swift says nothing.
    .systemLibrary(name: "CStatfs"),
    // Layer 0: mathematics and time, no policing.
    room("DunjingNumerics"),
    room("DunjingRandom", ["DunjingNumerics"]),
    room("DunjingStatistics", ["DunjingNumerics"]),
    room("DunjingKernel"),
    room("DunjingParallel"),
    // Layer 1: what the user wrote, and what it compiles to.
    room("DunjingScenario", ["DunjingNumerics", "DunjingRandom", .product(name: "Yams", package: "Yams")]),
    room("DunjingWorld", ["DunjingScenario", "DunjingNumerics", "DunjingRandom"]),
    // Layer 1 too: what a police force recorded.
    room("DunjingRecords", ["DunjingNumerics", "DunjingScenario", "DunjingStatistics"]),
    // Layer 2: analytic models, and mathematical programs of where to stand.
    room("DunjingQueueing", ["DunjingNumerics", "DunjingParallel"]),
    room("DunjingLinear", ["DunjingNumerics"]),
    room("DunjingDense", ["CLAPACKE", "COpenBLAS", "DunjingNumerics"]),
    room(
      "DunjingOptimization", ["DunjingDense", "DunjingNumerics", "DunjingRandom", "DunjingStatistics"]),
    room("DunjingFitting", ["DunjingDense", "DunjingNumerics", "DunjingRandom", "DunjingStatistics"]),
    room("DunjingCbc", ["DunjingLinear", "CCbc"]),
    room(
      "DunjingLocation",
      ["COpenBLAS", "DunjingLinear", "DunjingNumerics", "DunjingParallel", "DunjingRandom"]),
    // Layer 3: the simulation: engine, policies and indicators.
    room(
      "DunjingSimulation",
      [
        "DunjingKernel", "DunjingNumerics", "DunjingRandom", "DunjingScenario", "DunjingStatistics",
        "DunjingWorld"
      ]),
    // Layer 3 too: queueing models of a world, without simulation.
    room(
      "DunjingPlanning",
      [
        "DunjingNumerics", "DunjingParallel", "DunjingQueueing", "DunjingRandom", "DunjingScenario",
        "DunjingWorld"
      ]),
    // Layer 4: treatments times replications.
    room(
      "DunjingExperiment",
      ["DunjingParallel", "DunjingScenario", "DunjingSimulation", "DunjingStatistics", "DunjingWorld"]),
    // Layer 4 too: experiments in pieces, for many machines.
    room(
      "DunjingWork",
      [
        "DunjingExperiment", "DunjingParallel", "DunjingScenario", "DunjingSimulation", "DunjingWorld",
        .product(name: "Logging", package: "swift-log")
      ]),
    // Layer 4 too: what a study has to be for known outcomes.
    room(
      "DunjingCalibration",
      [
        "DunjingFitting", "DunjingNumerics", "DunjingOptimization", "DunjingParallel", "DunjingPlanning",
        "DunjingQueueing", "DunjingRandom", "DunjingRecords", "DunjingScenario", "DunjingSimulation",
        "DunjingStatistics", "DunjingWorld"
      ]),
    // Layer 4 too: which plan is best.
    room(
      "DunjingDecision",
      [
        "DunjingNumerics", "DunjingOptimization", "DunjingParallel", "DunjingPlanning", "DunjingScenario",
        "DunjingSimulation", "DunjingStatistics", "DunjingWorld"
      ]),
    // Layer 5: what decision-makers read.
    room(
      "DunjingReport",
      [
        "DunjingCalibration", "DunjingDecision", "DunjingExperiment", "DunjingFitting", "DunjingOptimization",
        "DunjingQueueing", "DunjingRandom", "DunjingRecords", "DunjingScenario", "DunjingSimulation",
        "DunjingStatistics", "DunjingWorld", .product(name: "Mustache", package: "swift-mustache")
      ]),
    // Layer 5 too: the index of many runs. Only the command uses it, so that the library links no database.
    room(
      "DunjingStore",
      ["CStatfs", "DunjingParallel", "DunjingScenario", .product(name: "GRDB", package: "GRDB.swift")]),
    // Layer 6: everything under one import.
    room("Dunjing", opened.map { .target(name: $0) }),
    // Layer 7: policies as a researcher writes them in a package of his own.
    room("DunjingExamples", dunjing),
    // Layer 7 too: the command, and a worker that only plays, which needs no library of the system.
    .executableTarget(
      name: "DunjingWorker",
      dependencies: [
        "DunjingParallel", "DunjingScenario", "DunjingWork",
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "DunjingCLI",
      dependencies: dunjing + [
        "DunjingStore", .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "DunjingGenerator", dependencies: ["DunjingRandom", "DunjingNumerics"], swiftSettings: settings),
    // Tests mirror the sources; what several of them need is in a target of its own.
    .target(name: "DunjingTestSupport", path: "Tests/DunjingTestSupport", swiftSettings: settings),
    .target(
      name: "DunjingGlpk", dependencies: ["DunjingLinear", "CGlpk"], path: "Tests/DunjingGlpk",
      swiftSettings: settings),
    tests("DunjingNumericsTests", ["DunjingNumerics"]),
    tests("DunjingRandomTests", ["DunjingRandom"]),
    tests(
      "DunjingStatisticsTests",
      ["DunjingStatistics", "DunjingNumerics", "DunjingRandom", "DunjingTestSupport"]),
    tests("DunjingScenarioTests", ["DunjingRandom", "DunjingScenario"]),
    tests(
      "DunjingReportTests",
      [
        "DunjingDecision", "DunjingExperiment", "DunjingOptimization", "DunjingReport", "DunjingScenario",
        "DunjingSimulation", "DunjingStatistics", "DunjingTestSupport", "DunjingWorld"
      ], exclude: ["Golden"]),
    tests(
      "DunjingImportTests",
      [
        "DunjingRandom", "DunjingScenario", "DunjingSimulation", "DunjingTestSupport", "DunjingWorld"
      ], exclude: ["Maps"]),
    tests(
      "DunjingRecordsTests",
      ["DunjingRecords", "DunjingReport", "DunjingScenario", "DunjingTestSupport"], exclude: ["count.py"]),
    tests("DunjingKernelTests", ["DunjingKernel"]),
    tests("DunjingParallelTests", ["DunjingParallel"]),
    tests("DunjingWorldTests", ["DunjingWorld", "DunjingRandom", "DunjingScenario"]),
    tests(
      "DunjingSimulationTests",
      [
        "DunjingKernel", "DunjingRandom", "DunjingScenario", "DunjingSimulation", "DunjingWorld"
      ], exclude: ["Golden"]),
    tests(
      "DunjingExperimentTests",
      [
        "DunjingExperiment", "DunjingRandom", "DunjingScenario", "DunjingSimulation", "DunjingStatistics",
        "DunjingTestSupport", "DunjingWorld"
      ]),
    tests(
      "DunjingWorkTests",
      [
        "DunjingExperiment", "DunjingParallel", "DunjingScenario", "DunjingSimulation", "DunjingWork",
        "DunjingWorld"
      ]),
    tests(
      "DunjingDecisionTests",
      [
        "DunjingDecision", "DunjingOptimization", "DunjingParallel", "DunjingPlanning", "DunjingReport",
        "DunjingScenario", "DunjingSimulation", "DunjingStatistics", "DunjingTestSupport", "DunjingWorld"
      ]),
    tests(
      "DunjingCalibrationTests",
      [
        "DunjingCalibration", "DunjingFitting", "DunjingNumerics", "DunjingOptimization", "DunjingPlanning",
        "DunjingRandom", "DunjingRecords", "DunjingReport", "DunjingScenario", "DunjingSimulation",
        "DunjingStatistics", "DunjingTestSupport", "DunjingWorld"
      ]),
    tests(
      "DunjingStoreTests",
      [
        "DunjingParallel", "DunjingScenario", "DunjingStore", .product(name: "GRDB", package: "GRDB.swift")
      ]),
    tests("DunjingTests", dunjing + ["DunjingTestSupport"]),
    tests("DunjingExamplesTests", dunjing + ["DunjingExamples"]),
    tests(
      "DunjingCLITests",
      dunjing + [
        "DunjingCLI", "DunjingStore", "DunjingTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift")
      ], exclude: ["Golden"]),
    tests(
      "DunjingQueueingTests",
      ["DunjingNumerics", "DunjingQueueing", "DunjingRandom", "DunjingTestSupport"]),
    tests("DunjingFittingTests", ["DunjingDense", "DunjingFitting", "DunjingNumerics", "DunjingRandom"]),
    tests("DunjingDenseTests", ["DunjingDense", "DunjingRandom", "DunjingTestSupport"]),
    tests(
      "DunjingOptimizationTests",
      [
        "DunjingCbc", "DunjingDense", "DunjingGlpk", "DunjingLinear", "DunjingNumerics",
        "DunjingOptimization", "DunjingRandom", "DunjingStatistics", "DunjingTestSupport"
      ]),
    tests(
      "DunjingLinearTests", ["DunjingCbc", "DunjingGlpk", "DunjingLinear", "DunjingTestSupport"],
      exclude: ["Netlib"]),
    tests(
      "DunjingLocationTests",
      [
        "DunjingCbc", "DunjingGlpk", "DunjingLinear", "DunjingLocation", "DunjingNumerics", "DunjingRandom",
        "DunjingTestSupport"
      ]),
    tests("DunjingPlanningTests", ["DunjingPlanning", "DunjingQueueing", "DunjingScenario", "DunjingWorld"]),
    tests(
      "TheoryTests",
      [
        "DunjingCalibration", "DunjingCbc", "DunjingDecision", "DunjingDense", "DunjingExperiment",
        "DunjingFitting", "DunjingLinear", "DunjingLocation", "DunjingNumerics", "DunjingOptimization",
        "DunjingPlanning", "DunjingQueueing",
        "DunjingRandom", "DunjingScenario", "DunjingSimulation", "DunjingStatistics", "DunjingTestSupport",
        "DunjingWorld"
      ])
  ],
  swiftLanguageModes: [.v6]
)
