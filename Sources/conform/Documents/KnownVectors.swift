import APIOperations
import ArgumentParser
import BackupDestinations
import SchemaDocuments
import SchemaRules
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
  func terminalReference(of option: SchemaOption) throws -> TerminalReference {
    let schema = try option.schema()
    if schema.declaration == nil { return TerminalReference(schema) }
    return TerminalReference(try reference())
  }

  /// The operation's reference, with the vectors that there are.
  ///
  /// - Throws: `CommandFailure` if the corpus cannot be read; a folder that nobody named may be
  ///   missing.
  func reference() throws -> OperationReference {
    let operation = AddBackupDestination.operation
    let folder = CorpusFolder(path: vectors ?? "vectors")
    if vectors == nil && OutputFile.read("vectors/VERSION") == nil {
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
