// swift-tools-version:6.1
import PackageDescription

/// The benchmarks, in a package of their own: they see the public interface only, as a user's package does.
let package = Package(
  name: "DunjingBenchmarks",
  products: [
    .executable(name: "benchmark", targets: ["Benchmark"]),
    .executable(name: "location-benchmark", targets: ["LocationBenchmark"]),
    .executable(name: "policy-benchmark", targets: ["PolicyBenchmark"]),
    .executable(name: "search-benchmark", targets: ["SearchBenchmark"])
  ],
  dependencies: [
    .package(name: "Dunjing", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        .product(name: "Dunjing", package: "Dunjing"),
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")
      ]),
    .executableTarget(
      name: "LocationBenchmark", dependencies: [.product(name: "Dunjing", package: "Dunjing")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")
      ]),
    .executableTarget(
      name: "PolicyBenchmark",
      dependencies: [
        .product(name: "Dunjing", package: "Dunjing"), .product(name: "DunjingExamples", package: "Dunjing")
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")
      ]),
    .executableTarget(
      name: "SearchBenchmark", dependencies: [.product(name: "Dunjing", package: "Dunjing")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")
      ])
  ],
  swiftLanguageModes: [.v6]
)
