import APIOperations
import BackupDestinations
import Foundation
import JSONText
import Mutation
import SchemaRules
import Testing
import Vectors

@Suite("Mutants")
struct MutantTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("are a thousand and more, each with an id of its own")
  func ids() {
    let ids = Mutant.all.map(\.id)
    #expect(ids.count >= 1_000)
    #expect(Set(ids).count == ids.count)
    #expect(Mutant.all.allSatisfy { !$0.summary.isEmpty && $0.equivalence != "" })
  }

  @Test("with a changed schema compile")
  func schemas() throws {
    for mutant in Mutant.all {
      guard let schema = mutant.schema else { continue }
      #expect(throws: Never.self, "\(mutant.id)") { try Validator(schema) }
    }
  }

  @Test("are those of the committed certificate, none of which survives")
  func certificate() throws {
    let folder = CorpusFolder(path: Self.root.appending(path: "vectors").path)
    let certificate = try JSONValue(parsing: try folder.read("certificate.json"))
    let results = certificate["results"]?.arrayValue ?? []
    #expect(results.compactMap { $0["mutant"]?.stringValue } == Mutant.all.map(\.id))
    for result in results where result["equivalent"] == nil {
      #expect(result["kills"]?.integerValue != 0, "\(result["mutant"]?.stringValue ?? "")")
    }
    #expect(certificate["corpus"]?.stringValue == (try folder.version()))
    #expect(certificate["vectors"]?.integerValue == (try folder.load(builtIns: AddBackupDestination.operation.schemas).vectors.count))
  }

  @Test("are told from the right implementation, and the right one is not")
  func run() throws {
    let folder = CorpusFolder(path: Self.root.appending(path: "vectors").path)
    var corpus = try folder.load(builtIns: AddBackupDestination.operation.schemas)
    corpus.files.removeAll { !["page/examples.json", "presence/request.json"].contains($0.path) }
    let always = Mutant("test/valid", "everything is valid") { { _ in Answer(.valid) } }
    let never = Mutant("test/right", "nothing is wrong", equivalence: "It is the right one.") {
      { $0.answer }
    }
    let run = CertificateRun(corpus, [always, never])
    #expect(run.failures.isEmpty)
    #expect(run.entries[0].killers.count > 20)
    #expect(run.entries[1].killers.isEmpty)
    #expect(run.survivors.isEmpty)
  }
}
