import APIOperations
import BackupDestinations
import Foundation
public import Vectors

extension Corpus {
  /// The test vectors of "Add backup destination", which come with this library as resources.
  ///
  /// - Throws: `CorpusError` if the resources are damaged.
  public static func addBackupDestination() throws(CorpusError) -> Corpus {
    try CorpusFolder(path: Bundle.module.bundleURL.appending(path: "vectors").path)
      .load(builtIns: AddBackupDestination.operation.schemas)
  }
}
