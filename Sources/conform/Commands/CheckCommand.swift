import APIOperations
import ArgumentParser
import BulkChecking
import JSONText
import SchemaEvaluation
import SchemaRules
import Subjects

/// The subcommand `conform check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate documents against a schema.",
    discussion: """
      PATH is a file or a directory. In directories, conform checks every .json, .ndjson, .jsonl, .yaml and \
      .yml file, in sorted order, except hidden files and files that .gitignore excludes. \
      Without a PATH, or for "-", conform reads standard input. Files that end in .gz or .zst, such as \
      a.ndjson.gz, are decompressed by gzip or zstd. Write "--" before a PATH that starts with a dash.

      A conform.toml maps files to schemas. If there is one, conform without PATH and --schema checks the \
      working directory.

      A file is one document; a YAML file has one or more. With --lines, and in .ndjson and .jsonl files, \
      each line is a document. Lines end with LF or CRLF; the last line needs no line ending. Blank lines \
      are skipped.

      Lines and columns are counted from 1, columns in code points; offsets are counted from 0, in bytes. In \
      reports, standard input is "<stdin>".

      With --openapi, conform checks the JSON body that --body selects, of the operation that --operation \
      selects. It lists the parts of the operation that it does not check, such as parameters and forms.

      Values of secret fields are never shown. A schema file marks them with "writeOnly": true.

      The formats flag, basic, list and hierarchical are JSON Schema's output formats. They are slower, because \
      every schema is applied to every value.

      Exit status: 0 if every document is valid, 1 if one is not, 2 if the tool could not do its \
      job; 129, 130 and 143 after SIGHUP, SIGINT and SIGTERM, which end the run and complete the report.
      """
  )

  @Argument(
    help: ArgumentHelp("A file, a directory or \"-\".", valueName: "path"), completion: .file())
  var paths: [String] = []

  @OptionGroup var subject: SubjectOptions
  @OptionGroup var selection: SelectionOptions
  @Option(
    help: ArgumentHelp(
      """
      The format of the report: text; json, one object for the run; ndjson, one object per document; sarif, a log \
      for code scanning; github, annotations of a workflow; junit, a test report; flag, basic, list or \
      hierarchical, JSON Schema's output formats, one object per document.
      """,
      valueName: "format"))
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("The maximum number of errors to list per document.", valueName: "n"))
  var maxErrors = ValidationLimits().errors

  @Option(
    help: ArgumentHelp(
      """
      The maximum size of a document; longer documents are indeterminate. Default: 1 GiB for a file, \
      16 MiB for a line.
      """, valueName: "n"))
  var maxDocumentBytes: Int?

  @Option(
    help: ArgumentHelp(
      "How to treat members that a built-in schema does not declare: allow, report or reject them.",
      discussion: "By default, the schema decides.", valueName: "policy"))
  var unknownFields: UnknownFieldPolicy?

  @Flag(
    help: "Add to each error what its rule requires, the rule's id, and its place or origin."
  )
  var explain = false

  @OptionGroup var advice: AdviceOptions

  @Flag(name: .shortAndLong, help: "Print no report; only set the exit status.")
  var quiet = false

  @Option(help: ArgumentHelp("When to use colors: auto, always, never.", valueName: "when"))
  var color: ColorChoice = .auto

  @OptionGroup var output: OutputOptions
  @OptionGroup var bulk: BulkOptions

  func validate() throws {
    guard !paths.contains("") else { throw ValidationError("a path is empty") }
    guard maxErrors > 0 else { throw ValidationError("--max-errors must be at least 1") }
    guard maxDocumentBytes ?? 1 > 0 else {
      throw ValidationError("--max-document-bytes must be at least 1")
    }
    guard !(selection.lines && selection.yaml) else {
      throw ValidationError("--lines and --yaml cannot be combined")
    }
    guard !bulk.summary || format.hasSummary else {
      throw ValidationError("--summary works only with the formats text, json and ndjson")
    }
    guard !advice.advice || format == .text && !bulk.summary else {
      throw ValidationError("--advice works only with the format text, and without --summary")
    }
  }

  func run() throws {
    let configuration = subject.isGiven ? nil : try selection.configuration()
    let choice = try Choice(self, configuration)
    let isConfigured = configuration.map { !$0.entries.isEmpty || $0.schema != nil } ?? false
    let isWhole = self.paths.isEmpty && isConfigured
    let paths = isWhole ? [SourcePath([])] : SourcePath.paths(fromArguments: self.paths)
    var selection = self.selection.selection(configuration, isConfigured ? choice.files : nil)
    if let configuration, isWhole {
      for entry in configuration.unusedEntries(SourceWalk(paths, selection)) {
        StandardError.remark("\(entry.place): no file matches the patterns for \(entry.schema)")
      }
    }
    if self.selection.listFiles { return try list(SourceWalk(paths, selection)) }
    let streams = try output.streams(inputs: paths.compactMap(\.regularFile))
    selection.outputs = streams.files
    var options = CheckOptions(
      schemas: choice.schemas, choice.files, reporter: try reporter(choice, streams.report))
    options.jobs = bulk.jobs ?? Processors.count
    options.failsFast = bulk.failFast
    options.requiresDocuments = bulk.requireDocuments
    options.progress = bulk.progress
    options.report = streams.report
    options.valid = streams.valid
    options.invalid = streams.invalid
    try CheckRun(options, SourceWalk(paths, selection)).run().end()
  }

  private func list(_ walk: SourceWalk) throws {
    let (paths, failures) = walk.listing()
    var output = StandardOutput()
    for path in paths {
      // A program that reads the list needs the exact bytes of each path.
      output.append(
        output.isTerminal ? Array(TerminalText.escaped(path.description).utf8) : path.bytes)
      output.append("\n")
    }
    try output.finish()
    for failure in failures { StandardError.remark(failure.message) }
    if !failures.isEmpty { throw ExitStatus.failed }
  }

  /// The schemas of a run and the documents that each one applies to.
  private struct Choice {
    var schemas: [CheckedSchema] = []
    var subjects: [Subject] = []
    let files: SchemaFiles

    init(_ command: CheckCommand, _ configuration: Configuration?) throws {
      let entries = configuration?.entries ?? []
      var names: [String?] = entries.map(\.schema)
      let isFallback = entries.isEmpty || configuration?.schema != nil
      if isFallback { names.append(configuration?.schema) }
      var indices: [String?: Int] = [:]
      for name in names where indices[name] == nil {
        indices[name] = schemas.count
        let (subject, schema) = try command.checkedSubject(name)
        subjects.append(subject)
        schemas.append(schema)
      }
      files = SchemaFiles(
        entries.map { ($0.files, indices[$0.schema] ?? 0) },
        fallback: isFallback ? indices[configuration?.schema] : nil)
    }

    var rules: [Rule] { schemas.flatMap(\.schema.rules) }

    /// The operation of the first schema that belongs to one.
    func operation() throws -> APIOperation? {
      try subjects.first { $0.hasOperation }?.operation()
    }
  }

  /// The schema that a configuration names; without a name, the schema that the options select.
  private func checkedSubject(_ name: String?) throws -> (Subject, CheckedSchema) {
    var options = self.subject
    if let name { options.name = name }
    let subject = try options.subject()
    var schema = subject.schema
    if !subject.uncheckedParts.isEmpty, !quiet {
      let parts = subject.uncheckedParts.joined(separator: ", ")
      StandardError.remark("not checked: \(TerminalText.escaped(parts))")
    }
    if let unknownFields {
      guard schema.declaration != nil else {
        throw CommandFailure(
          message:
            "--unknown-fields works only with built-in schemas; a schema file declares its allowed "
            + "members with \"additionalProperties\" or \"unevaluatedProperties\"")
      }
      schema = schema.withUnknownFields(unknownFields)
    }
    // Errors that are not reported are only counted.
    let isCounting = quiet || format.output != nil
    let checked = CheckedSchema(
      schema, documentBytes: maxDocumentBytes, errors: isCounting ? 0 : maxErrors)
    if schema.declaration == nil {
      // Report a mistake in the schema before any document is read.
      try checked.validator(lines: selection.lines)
    }
    return (subject, checked)
  }

  private func reporter(_ choice: Choice, _ output: OutputStream) throws -> any Reporter {
    if quiet { return SilentReporter() }
    let style = TextStyle(isColored: color.isColored(on: output))
    if bulk.summary {
      return format == .text
        ? TextSummaryReporter(style: style) : JSONSummaryReporter(isPretty: format == .json)
    }
    if let output = format.output {
      return OutputReporter(
        format: output, evaluators: try choice.schemas.map { try SchemaEvaluator($0.schema) })
    }
    // Building the operation takes a millisecond.
    let namesPlaces =
      (explain || format == .sarif) && choice.schemas.contains { $0.schema.declaration != nil }
    let operation = namesPlaces ? try choice.operation() : nil
    let explanations = explain ? RuleExplanations(of: operation) : nil
    return switch format {
    case .json:
      JSONReporter(
        explanations: explanations, uncheckedParts: choice.subjects.flatMap(\.uncheckedParts))
    case .ndjson: NDJSONReporter(explanations: explanations)
    case .sarif: SARIFReporter(choice.rules, of: operation, tool: Tool.identity)
    case .github: GitHubReporter()
    case .junit: JUnitReporter()
    default:
      try advice.reporter(
        TextReporter(
          style: style, explanations: explanations, schemas: choice.schemas.map(\.schema)),
        choice.schemas.map(\.schema))
    }
  }
}
