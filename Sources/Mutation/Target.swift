import BackupDestinations
public import SchemaRules
import Vectors

/// The bodies of the documented operation.
public enum Target: String, Hashable, Sendable, CaseIterable {
  /// The body that the caller sends.
  case request
  /// The body that the service answers with.
  case response

  /// The declared schema of the body.
  public var schema: Schema {
    switch self {
    case .request: AddBackupDestination.request
    case .response: AddBackupDestination.response
    }
  }
}

extension CorpusBody {
  /// The bodies of the documented operation.
  static let documented = Target.allCases.map {
    CorpusBody(name: $0.rawValue, source: .builtIn($0.schema.id), schema: $0.schema)
  }
}

extension LibraryChecker {
  /// The documented schemas, whose compilation the tests see to.
  static var documented: LibraryChecker {
    do throws(SchemaError) {
      return try LibraryChecker(CorpusBody.documented)
    } catch {
      preconditionFailure("the documented schemas do not compile: \(error)")
    }
  }
}
