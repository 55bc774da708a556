import APIOperations
import ArgumentParser
import BulkChecking
import OperationDocuments
import SchemaDocuments
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

  /// The reference of the schema that options name; of the operation, where they name none of another.
  func terminalReference(of options: SubjectOptions) throws -> TerminalReference {
    let subject = try options.subject()
    guard let operation = try subject.operation() else { return TerminalReference(subject.schema) }
    return TerminalReference(try reference(of: operation))
  }

  /// An operation's reference, with the vectors that there are of a declared one.
  ///
  /// - Throws: `CommandFailure` if the corpus cannot be read; a folder that nobody named may be
  ///   missing.
  func reference(of operation: APIOperation) throws -> OperationReference {
    let folder = CorpusFolder(path: vectors ?? "vectors")
    let isDeclared = operation.schemas.contains { $0.declaration != nil }
    if vectors == nil && (!isDeclared || OutputFile.read("vectors/VERSION") == nil) {
      return OperationReference(operation)
    }
    do throws(CorpusError) {
      return OperationReference(
        operation, vectors: VectorIndex(try folder.load(builtIns: operation.schemas), operation))
    } catch {
      throw CommandFailure(message: "cannot use the vectors: \(error)")
    }
  }
}
