// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "conform-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "conform", path: "..")],
  targets: [
    // libFuzzer's functions. The compiler includes the library, and `run` finds it.
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CLibFuzzer",
        .product(name: "BackupDestinations", package: "conform"),
        .product(name: "JSONSchema", package: "conform"),
        .product(name: "OpenAPI", package: "conform"),
        .product(name: "SchemaExamples", package: "conform"),
        .product(name: "VectorRunner", package: "conform"),
        .product(name: "Vectors", package: "conform"),
        .product(name: "SchemaEvaluation", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
        .product(name: "JSONText", package: "conform"),
        .product(name: "ECMARegex", package: "conform"),
      ],
      swiftSettings: strict,
      linkerSettings: Context.environment["LIBFUZZER"].map {
        [.unsafeFlags([$0]), .linkedLibrary("stdc++")]
      } ?? []),
  ]
)
