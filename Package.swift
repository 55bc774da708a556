// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target. The tools version implies language mode 6; unsafe code must be marked.
var strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// CI treats warnings as errors. Packages that depend on this one do not, because newer compilers may add warnings.
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
    // The system's libyaml. Yams contains it too, but its Swift module depends on Foundation, whose Unicode
    // data adds 45 MB to a static command and 2 ms to each start.
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    // Calls PCRE2 with memory that belongs to the calling thread.
    .target(name: "CPCRE2Match", dependencies: ["CPCRE2"]),
    // Operations that Swift's vectors lack: a mask as a number, and a lookup of 16 bytes at once.
    .target(name: "CVector"),
    // ECMA-262 patterns on PCRE2.
    .target(
      name: "ECMARegex", dependencies: ["CPCRE2", "CPCRE2Match", "CVector"],
      swiftSettings: strict),
    // The formats that JSON Schema defines for strings.
    .target(
      name: "StringFormats", dependencies: ["ECMARegex", "JSONText"], swiftSettings: strict),
    // A strict RFC 8259 reader with exact positions.
    .target(name: "JSONText", dependencies: ["CVector"], swiftSettings: strict),
    // Schemas as data, the compiled validator, structured errors.
    .target(
      name: "SchemaRules", dependencies: ["StringFormats", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // The evaluator of schemas: annotations, the standard output formats, an oracle for tests.
    .target(
      name: "SchemaEvaluation",
      dependencies: ["SchemaRules", "StringFormats", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // Operations as data: bodies, responses, examples, decisions, and the documentation page.
    .target(
      name: "APIOperations", dependencies: ["SchemaRules", "JSONText"], swiftSettings: strict),
    // Schemas read from the text of JSON Schema, drafts 4 to 2020-12.
    .target(
      name: "JSONSchema", dependencies: ["SchemaRules", "StringFormats", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // Translates YAML to JSON and keeps the positions of the values.
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

    // One import for common tasks. The folders of the library and the command must not differ only in case.
    .target(
      name: "Conform", dependencies: ["JSONSchema", "SchemaRules", "JSONText"],
      path: "Sources/ConformLibrary", swiftSettings: strict),
    // The operation "Add backup destination", declared.
    .target(
      name: "BackupDestinations",
      dependencies: ["Conform", "APIOperations", "SchemaRules", "JSONText"],
      swiftSettings: strict),
    // Advice about unusual bucket settings, in addition to the rules.
    .target(name: "StorageAdvice", swiftSettings: strict),
    // Exports any operation as JSON Schema, OpenAPI, TypeScript or Swift, and lists the losses.
    .target(
      name: "SchemaExports",
      dependencies: ["APIOperations", "JSONSchema", "SchemaRules", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // Renders any operation as Markdown, HTML or terminal text.
    .target(
      name: "SchemaDocuments",
      dependencies: ["SchemaExports", "APIOperations", "SchemaRules", "ECMARegex", "JSONText"],
      swiftSettings: strict),
    // The corpus of test vectors: its format, its loader, and checks of an implementation with it.
    .target(
      name: "Vectors", dependencies: ["APIOperations", "JSONSchema", "SchemaRules", "JSONText"],
      exclude: ["README.md"], swiftSettings: strict),
    // The corpus of the documented operation, for the tests of Swift services: `vectors` as resources.
    .target(
      name: "BackupDestinationVectors",
      dependencies: ["Vectors", "BackupDestinations", "APIOperations"],
      resources: [.copy("../../vectors")], swiftSettings: strict),
    // Derives vectors from schemas, reproducibly to the byte.
    .target(
      name: "VectorGenerator",
      dependencies: [
        "Vectors", "APIOperations", "SchemaEvaluation", "SchemaExamples", "SchemaExports",
        "SchemaRules", "ECMARegex", "JSONText",
      ],
      exclude: ["README.md"], resources: [.embedInCode("Tables")], swiftSettings: strict),
    // Test reports in JUnit's XML.
    .target(name: "TestReports", swiftSettings: strict),
    // Starts other programs and connects them with pipes.
    .target(name: "Processes", swiftSettings: strict),
    // An HTTP client: libcurl, loaded at run time. In C, because Swift cannot pass its variable arguments.
    .target(name: "CCurl"),
    // Runs implementations on the vectors, scores their answers, and reports the results.
    .target(
      name: "VectorRunner",
      dependencies: [
        "Vectors", "APIOperations", "SchemaRules", "JSONText", "Processes", "TestReports", "CCurl",
      ],
      exclude: ["README.md"], swiftSettings: strict),
    // Thousands of faulty implementations, to measure how many of them the corpus detects.
    .target(
      name: "Mutation",
      dependencies: [
        "Vectors", "VectorGenerator", "SchemaEvaluation", "SchemaExamples", "SchemaRules",
        "ECMARegex", "CPCRE2", "JSONText",
      ],
      exclude: ["README.md"], resources: [.embedInCode("Tables")], swiftSettings: strict),
    // Implements `conform check`: validates files, streams and data sets on all processors, and writes reports.
    .target(
      name: "BulkChecking",
      dependencies: [
        "JSONSchema", "SchemaEvaluation", "APIOperations", "SchemaDocuments", "SchemaRules",
        "ECMARegex", "YAMLText", "JSONText", "Processes", "TestReports",
      ],
      exclude: ["README.md"], swiftSettings: strict),
    // Writes the documents of an operation as files, with examples from the corpus.
    .target(
      name: "OperationDocuments",
      dependencies: [
        "BulkChecking", "Vectors", "SchemaDocuments", "SchemaExports", "APIOperations",
        "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    // Turns command-line arguments into schemas and operations: built-in ones, schema files, OpenAPI documents.
    .target(
      name: "Subjects",
      dependencies: [
        "BulkChecking", "OpenAPI", "JSONSchema", "APIOperations", "SchemaRules", "JSONText",
      ],
      swiftSettings: strict),
    // The command line, `conform`. A module with this name would conflict with `Conform` on file systems that
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
    // Generates types for the schema files of a target.
    .plugin(name: "ConformTypes", capability: .buildTool(), dependencies: ["ConformCommand"]),
    // Temporary directories for tests.
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
    // Reads the official test suite of JSON Schema.
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
    // An example operation, for tests of operations in general.
    .target(
      name: "ExampleOperation", dependencies: ["APIOperations", "SchemaRules"],
      path: "Tests/ExampleOperation", swiftSettings: strict),
    // Another documented operation, which shows the cost of adding a page.
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
    // Compiles the code of the articles, and checks that the articles show it.
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
        "Subjects", "BulkChecking", "OpenAPI", "APIOperations", "SchemaRules", "JSONText",
        "ScratchDirectories",
      ],
      swiftSettings: strict),
    // Tests the command line as a process.
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

// Targets that read untrusted text but are not products. Only `Fuzz` sets the variable.
if Context.environment["LIBFUZZER"] != nil {
  package.products += ["Vectors", "VectorRunner"].map { .library(name: $0, targets: [$0]) }
}

// Only `make docs` needs the plugin, so packages that depend on this one do not load it.
if Context.environment["CONFORM_DOCC"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
