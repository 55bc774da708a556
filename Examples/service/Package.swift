// swift-tools-version: 6.2
import PackageDescription

/// Those of conform's own targets.
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
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    // What Hummingbird's types are made of.
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.100.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
  ],
  targets: [
    .executableTarget(
      name: "backup-service",
      dependencies: [
        .product(name: "BackupDestinations", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources",
      swiftSettings: strict)
  ]
)
