// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "parcels",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "conform", path: "../..")],
  targets: [
    .executableTarget(
      name: "parcels",
      dependencies: [.product(name: "Conform", package: "conform")],
      plugins: [.plugin(name: "ConformTypes", package: "conform")])
  ]
)
