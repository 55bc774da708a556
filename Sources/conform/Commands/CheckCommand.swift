import APIOperations
import ArgumentParser
import BackupDestinations
import JSONText
import SchemaDocuments
import SchemaEvaluation
import SchemaRules

/// The subcommand `conform check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate documents against a schema.",
    discussion: """
      Reads the files that PATH names, and directories with every .json, .ndjson and .jsonl file in \
      them, in sorted order; names that start with a dot are left out. Without a PATH, or for \
      "-", reads standard input. Files that end in .gz or .zst, such as a.ndjson.gz, are unpacked \
      by gzip or zstd.

      A source is one document. With --lines, and in .ndjson and .jsonl files, each line is a document. \
      Lines end with LF or CRLF, the last one needs no end, and blank lines are skipped.

      Positions are those in the source: lines from 1, columns from 1 in code points, offsets \
      from 0 in bytes. In reports, standard input is "<stdin>".

      Values of secret fields are never shown. A schema file marks them with "writeOnly": true.

      The formats flag, basic, list and hierarchical are JSON Schema's own. They are complete and slow: every \
      schema is applied to every value.

      Exit status: 0 if every document is valid, 1 if one is not, 2 if the tool could not do its \
      job; 130 after SIGINT and 143 after SIGTERM, which end the run with the report so far.
      """
  )

  @Argument(help: ArgumentHelp("A file, a directory or \"-\".", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var schema: SchemaOption

  @Flag(help: "Read one document per line, whatever the file's extension.")
  var lines = false

  @Option(
    help: ArgumentHelp(
      """
      How to report: text; json, one object for the run; ndjson, one object per document; sarif, a log \
      for code scanning; github, annotations of a workflow; flag, basic, list or hierarchical, JSON \
      Schema's output formats, one object per document.
      """,
      valueName: "format"))
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("How many errors of a document to list.", valueName: "n"))
  var maxErrors = ValidationLimits().errors

  @Option(
    help: ArgumentHelp(
      """
      How long a document may be; longer ones are not judged. Default: 1 GiB for a file, 16 MiB for \
      a line.
      """, valueName: "n"))
  var maxDocumentBytes: Int?

  @Option(
    help: ArgumentHelp(
      "How to treat members that a built-in schema does not declare: allow, report or reject them.",
      discussion: "Without the option, the schema says.", valueName: "policy"))
  var unknownFields: UnknownFieldPolicy?

  @Flag(
    help: "Say with each error what its rule requires, where the rule is or comes from, and its id."
  )
  var explain = false

  @OptionGroup var advice: AdviceOptions

  @Flag(name: .shortAndLong, help: "Report nothing; the exit status says it all.")
  var quiet = false

  @Option(help: ArgumentHelp("When to use colours: auto, always, never.", valueName: "when"))
  var color: ColorChoice = .auto

  @OptionGroup var bulk: BulkOptions

  func validate() throws {
    guard maxErrors > 0 else { throw ValidationError("--max-errors must be at least 1") }
    guard maxDocumentBytes ?? 1 > 0 else {
      throw ValidationError("--max-document-bytes must be at least 1")
    }
    guard !bulk.summary || format.hasSummary else {
      throw ValidationError("--summary is there in the formats text, json and ndjson")
    }
    guard !advice.advice || format == .text && !bulk.summary else {
      throw ValidationError("--advice is for the format text, without --summary")
    }
  }

  func run() throws {
    var schema = try schema.schema()
    // Putting the operation together takes a millisecond.
    let namesPlaces = schema.declaration != nil && (explain || format == .sarif)
    let operation = namesPlaces ? AddBackupDestination.operation : nil
    if let unknownFields {
      guard schema.declaration != nil else {
        throw CommandFailure(
          message:
            "--unknown-fields is for built-in schemas; a schema file says itself what members "
            + "are allowed, with \"additionalProperties\" or \"unevaluatedProperties\"")
      }
      schema = schema.withUnknownFields(unknownFields)
    }
    let documentValidator = validator(schema, maxDocumentBytes ?? JSONLimits().documentBytes)
    let lineValidator = validator(schema, maxDocumentBytes ?? CheckOptions.lineBytes)
    if schema.declaration == nil {
      // Before any document is read: the mistake is not theirs.
      try CommandFailure.catching { () throws(SchemaError) in
        _ = try (lines ? lineValidator : documentValidator).validator()
      }
    }
    let explanations = explain ? RuleExplanations(schema, of: operation) : nil
    let options = CheckOptions(
      documentValidator: documentValidator,
      lineValidator: lineValidator,
      reporter: try reporter(schema, operation, explanations),
      jobs: bulk.jobs ?? Processors.count, failsFast: bulk.failFast, progress: bulk.progress)
    let walk = SourceWalk(SourcePath.paths(fromArguments: paths), lines: lines)
    throw CheckRun(options, walk).run()
  }

  private func validator(_ schema: Schema, _ documentBytes: Int) -> LazyValidator {
    // Errors that nobody reads are counted, not described.
    let isCounting = quiet || format.output != nil
    let limits = ValidationLimits(
      json: JSONLimits(documentBytes: documentBytes), errors: isCounting ? 0 : maxErrors)
    return LazyValidator(schema, limits)
  }

  private func reporter(
    _ schema: Schema, _ operation: APIOperation?, _ explanations: RuleExplanations?
  ) throws -> any Reporter {
    if quiet { return SilentReporter() }
    if bulk.summary {
      return switch format {
      case .text: TextSummaryReporter(style: TextStyle(isColored: color.isColored))
      case .json: JSONSummaryReporter(isPretty: true)
      default: JSONSummaryReporter(isPretty: false)
      }
    }
    if let output = format.output {
      let evaluator = try CommandFailure.catching { () throws(SchemaError) in
        try SchemaEvaluator(schema)
      }
      return OutputReporter(format: output, evaluator: evaluator)
    }
    return switch format {
    case .text:
      try advice.reporter(
        TextReporter(style: TextStyle(isColored: color.isColored), explanations: explanations),
        schema)
    case .json: JSONReporter(explanations: explanations)
    case .ndjson: NDJSONReporter(explanations: explanations)
    case .sarif: SARIFReporter(schema.rules, of: operation)
    default: GitHubReporter()
    }
  }
}
