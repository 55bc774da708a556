// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: language mode 6 comes with the tools version; unsafe code must say so.
var strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// CI takes no warning; whoever depends on the package is spared its verdict on newer compilers.
if Context.environment["CI"] != nil {
  strict.append(.treatAllWarnings(as: .error))
}

let package = Package(
  name: "conform",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Conform", targets: ["Conform"]),
    .library(name: "BackupDestinations", targets: ["BackupDestinations"]),
    .library(name: "APIOperations", targets: ["APIOperations"]),
    .library(name: "StorageAdvice", targets: ["StorageAdvice"]),
    .library(name: "Vectors", targets: ["Vectors"]),
    .library(name: "BackupDestinationVectors", targets: ["BackupDestinationVectors"]),
    .library(name: "SchemaRules", targets: ["SchemaRules"]),
    .library(name: "SchemaEvaluation", targets: ["SchemaEvaluation"]),
    .library(name: "JSONSchema", targets: ["JSONSchema"]),
    .library(name: "OpenAPI", targets: ["OpenAPI"]),
    .library(name: "SchemaExamples", targets: ["SchemaExamples"]),
    .library(name: "SchemaDocuments", targets: ["SchemaDocuments"]),
    .library(name: "SchemaExports", targets: ["SchemaExports"]),
    .library(name: "JSONText", targets: ["JSONText"]),
    .library(name: "ECMARegex", targets: ["ECMARegex"]),
    .executable(name: "conform", targets: ["ConformCommand"]),
    .plugin(name: "ConformTypes", targets: ["ConformTypes"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // The system's PCRE2, 8-bit code units.
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]
    ),
    // The system's libyaml. Yams contains it too, but Yams' Swift module brings Foundation and its Unicode
    // data with it: 45 MB in a static command, 2 ms at each start.
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    // One match call on memory that belongs to the calling thread.
    .target(name: "CPCRE2Match", dependencies: ["CPCRE2"]),
    // What Swift's vectors cannot express: a mask as a number, and a lookup of 16 bytes at once.
    .target(name: "CVector"),
    // ECMA-262 patterns, compiled by PCRE2.
    .target(
      name: "ECMARegex", dependencies: ["CPCRE2", "CPCRE2Match", "CVector"],
      swiftSettings: strict),
    // The formats that JSON Schema defines for strings.
    .target(
      name: "StringFormats", dependencies: ["ECMARegex", "JSONText"], swiftSettings: strict),
    // Strict RFC 8259 reading with exact positions.
    .target(name: "JSONText", dependencies: ["CVector"], swiftSettings: strict),
    // Schemas as data, the compiled validator, structured errors.
    .target(
      name: "SchemaRules", dependencies: ["StringFormats", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // The plain reading of schemas: annotations, the standard output formats, an oracle for tests.
    .target(
      name: "SchemaEvaluation",
      dependencies: ["SchemaRules", "StringFormats", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // What a page says of an operation beside the schemas of its bodies, and where it says it.
    .target(
      name: "APIOperations", dependencies: ["SchemaRules", "JSONText"], swiftSettings: strict),
    // Schemas read from the text of JSON Schema, drafts 4 to 2020-12.
    .target(
      name: "JSONSchema", dependencies: ["SchemaRules", "StringFormats", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // YAML texts as JSON texts with the places of their values.
    .target(name: "YAMLText", dependencies: ["CYAML", "JSONText"], swiftSettings: strict),
    // Valid documents for any schema.
    .target(
      name: "SchemaExamples",
      dependencies: ["APIOperations", "SchemaRules", "StringFormats", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // The operations of OpenAPI documents.
    .target(
      name: "OpenAPI",
      dependencies: [
        "JSONSchema", "SchemaExamples", "APIOperations", "SchemaRules", "YAMLText", "JSONText",
      ],
      swiftSettings: strict),

    // One import for the usual task. The folder's name differs from that of the command in more than case.
    .target(
      name: "Conform", dependencies: ["JSONSchema", "SchemaRules", "JSONText"],
      path: "Sources/ConformLibrary", swiftSettings: strict),
    // The operation "Add backup destination", declared.
    .target(
      name: "BackupDestinations",
      dependencies: ["Conform", "APIOperations", "SchemaRules", "JSONText"],
      swiftSettings: strict),
    // What is unusual about how a bucket is reached, beside the rules.
    .target(name: "StorageAdvice", swiftSettings: strict),
    // Any operation as other formats: JSON Schema, OpenAPI, TypeScript, Swift; and what they lose.
    .target(
      name: "SchemaExports",
      dependencies: ["APIOperations", "JSONSchema", "SchemaRules", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // Any operation as documents for people: Markdown, HTML, terminal.
    .target(
      name: "SchemaDocuments",
      dependencies: ["SchemaExports", "APIOperations", "SchemaRules", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // The corpus of test vectors: its format, its loader, what it takes to check with it.
    .target(
      name: "Vectors", dependencies: ["APIOperations", "JSONSchema", "SchemaRules", "JSONText"],
      exclude: ["README.md"], swiftSettings: strict),
    // The corpus of the documented operation, for the tests of Swift services: `vectors` as resources.
    .target(
      name: "BackupDestinationVectors",
      dependencies: ["Vectors", "BackupDestinations", "APIOperations"],
      resources: [.copy("../../vectors")], swiftSettings: strict),
    // Derives vectors from schemas, the same to the byte each time.
    .target(
      name: "VectorGenerator",
      dependencies: [
        "Vectors", "APIOperations", "SchemaEvaluation", "SchemaExamples", "SchemaExports",
        "SchemaRules", "ECMARegex", "JSONText",
      ],
      exclude: ["README.md"], resources: [.embedInCode("Tables")], swiftSettings: strict),
    // Test reports in JUnit's XML.
    .target(name: "TestReports", swiftSettings: strict),
    // Starts other programs, with the pipes they talk through.
    .target(name: "Processes", swiftSettings: strict),
    // An HTTP client: libcurl, loaded when it is needed, whose variable arguments Swift cannot pass.
    .target(name: "CCurl"),
    // Asks implementations about the vectors, scores their answers, reports.
    .target(
      name: "VectorRunner",
      dependencies: [
        "Vectors", "APIOperations", "SchemaRules", "JSONText", "Processes", "TestReports", "CCurl",
      ],
      exclude: ["README.md"], swiftSettings: strict),
    // Wrong implementations by the thousand, to measure how many the corpus tells from the right one.
    .target(
      name: "Mutation",
      dependencies: [
        "Vectors", "VectorGenerator", "SchemaEvaluation", "SchemaExamples", "SchemaRules",
        "ECMARegex", "CPCRE2", "JSONText",
      ],
      exclude: ["README.md"], resources: [.embedInCode("Tables")], swiftSettings: strict),
    // Checks files, streams and data sets with schemas on every processor, and reports: what
    // `conform check` does.
    .target(
      name: "BulkChecking",
      dependencies: [
        "JSONSchema", "SchemaEvaluation", "APIOperations", "SchemaDocuments", "SchemaRules",
        "ECMARegex", "YAMLText", "JSONText", "Processes", "TestReports",
      ],
      exclude: ["README.md"], swiftSettings: strict),
    // The documents of an operation, with examples from the corpus of vectors, as files.
    .target(
      name: "OperationDocuments",
      dependencies: [
        "BulkChecking", "Vectors", "SchemaDocuments", "SchemaExports", "APIOperations",
        "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    // What the words of a command line stand for: built-in schemas, schema files, operations.
    .target(
      name: "Subjects",
      dependencies: [
        "BulkChecking", "OpenAPI", "JSONSchema", "APIOperations", "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    // The command line, `conform`. A module of that name would be in the way of `Conform` where file systems
    // ignore case.
    .executableTarget(
      name: "ConformCommand",
      dependencies: [
        "Subjects", "OperationDocuments", "BulkChecking", "BackupDestinations", "StorageAdvice",
        "OpenAPI", "YAMLText",
        "SchemaExamples", "JSONSchema", "SchemaEvaluation", "APIOperations", "SchemaDocuments",
        "SchemaExports", "SchemaRules", "Vectors", "VectorGenerator", "VectorRunner", "Mutation",
        "JSONText", "ECMARegex", "Processes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/conform", exclude: ["README.md"],
      swiftSettings: strict
    ),
    // Types for the schemas among a target's files.
    .plugin(name: "ConformTypes", capability: .buildTool(), dependencies: ["ConformCommand"]),
    // A directory for one test, for the tests that need one.
    .target(
      name: "ScratchDirectories", path: "Tests/ScratchDirectories", swiftSettings: strict),
    .testTarget(
      name: "ECMARegexTests", dependencies: ["ECMARegex", "ScratchDirectories"],
      exclude: ["Oracle"],
      swiftSettings: strict),
    .testTarget(
      name: "StringFormatsTests", dependencies: ["StringFormats", "JSONText"],
      swiftSettings: strict),
    .testTarget(
      name: "YAMLTextTests", dependencies: ["YAMLText", "JSONText"], swiftSettings: strict),
    .testTarget(
      name: "SchemaExamplesTests",
      dependencies: [
        "SchemaExamples", "JSONSchema", "BackupDestinations", "SchemaRules",
        "ECMARegex", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "OpenAPITests",
      dependencies: [
        "OpenAPI", "JSONSchema", "SchemaExamples", "SchemaExports", "SchemaDocuments",
        "CreateLabel", "APIOperations", "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: strict),
    .testTarget(
      name: "SchemaRulesTests",
      dependencies: ["JSONSchema", "SchemaRules", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    .testTarget(
      name: "SchemaEvaluationTests",
      dependencies: [
        "SchemaEvaluation", "JSONSchema", "SchemaRules", "ECMARegex", "JSONText",
      ],
      swiftSettings: strict),
    // Reads the official test suite of JSON Schema, for the tests that run it.
    .target(
      name: "JSONSchemaSuite", dependencies: ["SchemaRules", "JSONText"],
      path: "Tests/JSONSchemaSuite", swiftSettings: strict),
    .testTarget(
      name: "JSONSchemaTests",
      dependencies: [
        "JSONSchema", "JSONSchemaSuite", "SchemaExports", "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BackupDestinationsTests",
      dependencies: [
        "BackupDestinations", "Conform", "APIOperations", "SchemaRules", "JSONText",
        "ScratchDirectories",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StorageAdviceTests", dependencies: ["StorageAdvice"], swiftSettings: strict),
    .testTarget(
      name: "VectorRunnerTests",
      dependencies: [
        "VectorRunner", "Vectors", "Processes", "TestReports", "APIOperations",
        "BackupDestinations",
        "SchemaRules", "JSONText",
      ],
      exclude: ["Programs"], swiftSettings: strict),
    // An operation of no importance, for tests of what is told of operations.
    .target(
      name: "ExampleOperation", dependencies: ["APIOperations", "SchemaRules"],
      path: "Tests/ExampleOperation", swiftSettings: strict),
    // A second documented operation, to show what a page costs.
    .target(
      name: "CreateLabel", dependencies: ["APIOperations", "SchemaRules"],
      path: "Tests/CreateLabel", swiftSettings: strict),
    .testTarget(
      name: "APIOperationsTests",
      dependencies: [
        "APIOperations", "ExampleOperation", "BackupDestinations", "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SchemaExportsTests",
      dependencies: [
        "SchemaExports", "ExampleOperation", "BackupDestinations", "APIOperations",
        "SchemaRules", "ECMARegex", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SchemaDocumentsTests",
      dependencies: [
        "SchemaDocuments", "SchemaExports", "ExampleOperation", "BackupDestinations",
        "APIOperations", "SchemaRules", "ECMARegex", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ConformLibraryTests", dependencies: ["Conform", "SchemaExports"],
      exclude: ["kinds.schema.json"], swiftSettings: strict),
    // The code of the articles, and that the articles show it.
    .testTarget(
      name: "ArticleTests",
      dependencies: [
        "SchemaDocuments", "SchemaExports", "Vectors", "BackupDestinationVectors",
        "BackupDestinations", "Conform",
        "APIOperations", "JSONSchema", "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BulkCheckingTests",
      dependencies: ["BulkChecking", "JSONSchema", "SchemaRules", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    .testTarget(
      name: "OperationDocumentsTests",
      dependencies: [
        "OperationDocuments", "Vectors", "BackupDestinations", "SchemaDocuments", "APIOperations",
        "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SubjectsTests",
      dependencies: [
        "Subjects", "BulkChecking", "APIOperations", "SchemaRules", "ScratchDirectories",
      ],
      swiftSettings: strict),
    // The command line, run as a process.
    .testTarget(
      name: "ConformTests",
      dependencies: [
        "ConformCommand", "BackupDestinations", "APIOperations", "JSONSchemaSuite", "SchemaRules",
        "JSONText", "ScratchDirectories",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "VectorsTests",
      dependencies: [
        "Vectors", "VectorGenerator", "BackupDestinations", "APIOperations", "SchemaEvaluation",
        "SchemaExamples", "JSONSchema", "SchemaRules", "ECMARegex", "JSONText",
        "ScratchDirectories",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MutationTests",
      dependencies: [
        "Mutation", "Vectors", "APIOperations", "BackupDestinations", "JSONSchema", "SchemaRules",
        "ECMARegex", "JSONText",
      ],
      swiftSettings: strict),
  ]
)

// Targets that read untrusted text and belong to no product; only `Fuzz` sets the variable.
if Context.environment["LIBFUZZER"] != nil {
  package.products += ["Vectors", "VectorRunner"].map { .library(name: $0, targets: [$0]) }
}

// `make docs` alone needs the plugin; whoever depends on the package is spared it.
if Context.environment["CONFORM_DOCC"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
