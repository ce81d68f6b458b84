// swift-tools-version:6.1
import PackageDescription

/// Random cities and mutated scenario files, played with every invariant checked: scripts/stress runs it.
///
/// A package of its own, so that the build of the product does not know it.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility")
]

let package = Package(
  name: "Stress",
  dependencies: [
    .package(name: "Dunjing", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(
      name: "StressTrials", dependencies: [.product(name: "Dunjing", package: "Dunjing")],
      swiftSettings: settings),
    .executableTarget(
      name: "stress",
      dependencies: ["StressTrials", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings)
  ],
  swiftLanguageModes: [.v6]
)

// The entry point of libFuzzer has no main function of its own: only scripts/fuzz builds it.
if Context.environment["DUNJING_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(name: "fuzz", dependencies: ["StressTrials"], swiftSettings: settings))
}
