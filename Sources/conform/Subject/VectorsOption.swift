import APIOperations
import ArgumentParser
import BulkChecking
import OperationDocuments
import SchemaDocuments
import SchemaExamples
import SchemaRules
import Subjects
import Vectors

/// The option `--vectors`: the corpus that documents and explanations refer to.
struct VectorsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the test vectors.",
      discussion: "Without the option, the folder vectors, if there is one here.",
      valueName: "folder"))
  var vectors: String?

  /// The reference of the operation that options name, or of a schema on its own.
  func reference(of options: SubjectOptions, makesExamples: Bool = true) throws -> Reference {
    let subject = try options.subject()
    if let operation = try subject.operation() { return try reference(of: operation) }
    return Reference(
      subject.schema,
      examples: makesExamples ? .generated(for: subject.schema, as: "document") : [])
  }

  /// The reference of an operation, with test vectors if it is declared in Swift.
  ///
  /// - Throws: `CommandFailure` if the corpus cannot be read; a default folder may be missing.
  private func reference(of operation: APIOperation) throws -> Reference {
    let folder = CorpusFolder(path: vectors ?? "vectors")
    let isDeclared = operation.schemas.contains { $0.declaration != nil }
    if vectors == nil && (!isDeclared || !SourcePath("vectors/VERSION").isReadableFile) {
      return Reference(operation)
    }
    do throws(CorpusError) {
      return Reference(
        operation, vectors: VectorIndex(try folder.load(builtIns: operation.schemas), operation))
    } catch {
      throw CommandFailure(message: "cannot use the vectors: \(error)")
    }
  }
}
