// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "conform-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "conform", path: ".."),
    // Without its traits, which count allocations through another library; see MallocCount.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    // A byte buffer that services commonly use.
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
  ],
  targets: [
    // Documents as clients send them, the same in every run.
    .target(name: "RequestCorpus", swiftSettings: strict),
    // Documents that grow in bytes, properties or errors.
    .target(
      name: "ScaledInputs",
      dependencies: [
        "RequestCorpus",
        .product(name: "BackupDestinations", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
      ],
      swiftSettings: strict
    ),
    // Counts the allocations of a process.
    .target(name: "MallocCount"),
    // `make bench`: one line for each measurement.
    .executableTarget(
      name: "Validation",
      dependencies: [
        "RequestCorpus", "ScaledInputs",
        .product(name: "BackupDestinations", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
        .product(name: "JSONText", package: "conform"),
        .product(name: "ECMARegex", package: "conform"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Validation",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    // Writes the corpus for programs in other languages.
    .executableTarget(name: "corpus", dependencies: ["RequestCorpus"], swiftSettings: strict),
    // A fixed amount of work for callgrind, and the count of allocations.
    .executableTarget(
      name: "workload",
      dependencies: [
        "RequestCorpus", "MallocCount",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "BackupDestinations", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
        .product(name: "JSONText", package: "conform"),
      ],
      swiftSettings: strict
    ),
    // The costs of documents as they grow, for `make bench-peers`.
    .executableTarget(
      name: "scaling",
      dependencies: [
        "RequestCorpus", "ScaledInputs",
        .product(name: "SchemaRules", package: "conform"),
      ],
      swiftSettings: strict
    ),
    // The two Swift programs that `make bench-peers` compares.
    .executableTarget(
      name: "conform-peer",
      dependencies: [
        "PeerProtocol", "RequestCorpus",
        .product(name: "BackupDestinations", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
      ],
      path: "Peers/swift/conform", swiftSettings: strict
    ),
    // Any schema and its documents, for `make bench-schemas`.
    .executableTarget(
      name: "schema-peer",
      dependencies: [
        "PeerProtocol", .product(name: "JSONSchema", package: "conform"),
        .product(name: "SchemaRules", package: "conform"),
      ],
      path: "Peers/swift/schema", swiftSettings: strict
    ),
    .executableTarget(
      name: "foundation-peer", dependencies: ["PeerProtocol", "RequestCorpus"],
      path: "Peers/swift/foundation"),
    .target(
      name: "PeerProtocol", dependencies: ["RequestCorpus"], path: "Peers/swift/protocol",
      swiftSettings: strict),
  ]
)
