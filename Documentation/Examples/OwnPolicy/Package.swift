// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "OwnPolicy",
  dependencies: [.package(name: "Dunjing", path: "../../..")],
  targets: [
    .executableTarget(name: "OwnPolicy", dependencies: [.product(name: "Dunjing", package: "Dunjing")])
  ]
)
