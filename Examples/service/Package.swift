// swift-tools-version: 6.2
import PackageDescription

/// The settings of conform's own targets.
var strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

if Context.environment["CI"] != nil {
  strict.append(.treatAllWarnings(as: .error))
}

let package = Package(
  name: "backup-service",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "conform", path: "../.."),
    .package(name: "conform-hummingbird", path: "../../Integrations/conform-hummingbird"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The types that Hummingbird's types consist of.
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.0.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
  ],
  targets: [
    .executableTarget(
      name: "backup-service",
      dependencies: [
        .product(name: "BackupDestinations", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
        .product(name: "JSONText", package: "conform"),
        .product(name: "ConformHummingbird", package: "conform-hummingbird"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources",
      swiftSettings: strict)
  ]
)
