import APIOperations
import JSONText
import SchemaRules
import Testing
import VectorGenerator
import Vectors

/// A source file as the case of a test.
struct FileCase: CustomTestStringConvertible, Identifiable {
  let file: VectorFile

  var id: String { file.path }
  var testDescription: String { file.path }

  static func all() throws -> [FileCase] { try TestCorpus.load().files.map { FileCase(file: $0) } }
}

@Suite("The library on the corpus")
struct CorpusTests {
  @Test("meets every expectation, errors in order", arguments: try FileCase.all())
  func library(_ given: FileCase) throws {
    let corpus = try TestCorpus.load()
    let checker = try LibraryChecker(corpus.bodies)
    for vector in given.file.vectors {
      let expected = corpus.recommendedExpectation(of: vector)
      let answer = checker.check(vector.input.bytes, as: vector.target)
      let isInOrder = expected.findings.isEmpty || expected.findings == answer.findings
      #expect(
        expected.isMet(by: answer) && isInOrder,
        """
        \(vector.id): \(vector.why)
          input:    \(String(decoding: vector.input.bytes.prefix(300), as: UTF8.self))
          expected: \(expected)
          actual:   \(answer)
        """)
    }
  }

  @Test("meets the alternatives of unknown fields with the matching policy")
  func rejectingUnknownFields() throws {
    let corpus = try TestCorpus.load()
    let checker = try LibraryChecker(
      corpus.bodies.map { body in
        var body = body
        body.schema = body.schema.withUnknownFields(.reject)
        return body
      })
    var count = 0
    for vector in corpus.vectors where vector.given.isEmpty {
      guard case .choice("unknown-fields", let alternatives) = vector.judgement,
        let alternative = alternatives.first(where: { $0.name == "reject-hiding-names" })
      else { continue }
      count += 1
      let answer = checker.check(vector.input.bytes, as: vector.target)
      // Members of credentials share a pointer: the library names it once for each of them.
      #expect(
        Set(answer.findings) == Set(alternative.expectation.findings), "\(vector.id): \(answer)")
    }
    #expect(count > 100)
  }

  @Test("every rule has an accepting and a rejecting vector")
  func rules() throws {
    for row in RuleTable(try TestCorpus.load()).rows {
      #expect(!row.accepting.isEmpty, "nothing is accepted by \(row.id)")
      #expect(!row.rejecting.isEmpty, "nothing is refused by \(row.id)")
    }
  }

  @Test("every axis has vectors that distinguish each alternative from the others")
  func axes() throws {
    let corpus = try TestCorpus.load()
    for axis in corpus.axes {
      let choices = corpus.vectors.compactMap { vector -> [Judgement.Alternative]? in
        guard case .choice(axis.id, let alternatives) = vector.judgement else { return nil }
        return alternatives
      }
      for (index, one) in axis.alternatives.enumerated() {
        for (offset, other) in axis.alternatives.enumerated().dropFirst(index + 1) {
          #expect(
            choices.contains { $0[index].expectation != $0[offset].expectation },
            "\(axis.id): no vector tells \(one.name) from \(other.name)")
        }
      }
    }
  }

  @Test("an implementation that stops at a depth is not expected to find later errors")
  func depth() throws {
    let corpus = try TestCorpus.load()
    let axis = try #require(corpus.axes.first { $0.id == "depth" })
    for vector in corpus.vectors {
      let depth = Self.depth(of: vector.input.bytes)
      for (index, alternative) in axis.alternatives.enumerated() {
        guard let bound = alternative.name.split(separator: "-").last.flatMap({ Int($0) }),
          depth > bound
        else { continue }
        if case .choice("depth", let alternatives) = vector.judgement {
          #expect(alternatives[index].expectation == .refused, "\(vector.id): \(alternative.name)")
        } else {
          let given = vector.given.first { $0.axis == "depth" }
          #expect(given?.alternatives.contains(alternative.name) == false, "\(vector.id)")
        }
      }
    }
  }

  /// The most brackets and braces that are open at once outside strings.
  private static func depth(of bytes: [UInt8]) -> Int {
    var (depth, deepest, isInString, isEscaped) = (0, 0, false, false)
    for byte in bytes {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = isInString
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += isInString ? 0 : 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= isInString ? 0 : 1
      default: break
      }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  @Test("generating it again changes no byte; one answer in sixteen is derived again")
  func regeneration() throws {
    let manifest = try TestCorpus.load().manifest
    let update = CorpusUpdate(
      TestCorpus.folder, manifest: manifest, examples: try TestCorpus.examples())
    let (_, generated) = try update.make(trustsAnswers: true)
    for file in generated.files {
      #expect(
        try TestCorpus.folder.read(file.path) == file.bytes,
        "vectors/\(file.path) is stale: run make vectors")
    }
    let paths = Set(generated.files.map(\.path))
    #expect(try TestCorpus.folder.sourcePaths().allSatisfy { paths.contains($0) })
  }

  @Test("the facts about a vector name what is special about it")
  func facts() throws {
    let corpus = try TestCorpus.load()
    func text(where isWanted: (Vector) -> Bool) throws -> String {
      for file in corpus.files {
        guard let vector = file.vectors.first(where: isWanted) else { continue }
        return corpus.facts(of: vector, in: file).map { "\($0.name): \($0.value)" }
          .joined(separator: "\n")
      }
      throw CorpusError("no vector of this kind")
    }
    let choice = try text {
      if case .choice("length-unit", _) = $0.judgement { true } else { false }
    }
    #expect(choice.contains("\nexpected: by length-unit: "))
    #expect(choice.split(separator: "\n").count { $0.contains(" (recommended): ") } == 1)
    #expect(try text { !$0.given.isEmpty }.contains("\ngiven: "))
    let binary = try text { String(validating: $0.input.bytes, as: UTF8.self) == nil }
    #expect(binary.contains("\nbase64: ") && binary.contains("\n: not UTF-8;"))
    #expect(
      try text { $0.input.bytes.count > 1_000 }
        .contains(" more bytes; see --document"))
  }

  @Test(
    "the compiled form has the documents' bytes and their SHA-256",
    arguments: ["request", "response"])
  func compiled(_ target: String) throws {
    let text = try TestCorpus.folder.read("compiled/\(target).ndjson")
    let vectors = try TestCorpus.load().vectors.filter { $0.target == target }
    let byID = Dictionary(uniqueKeysWithValues: vectors.map { ($0.id, $0) })
    let lines = text.split(separator: 0x0A)
    #expect(lines.count == vectors.count)
    for line in lines {
      let value = try JSONValue(parsing: Array(line))
      let id = value["id"]?.stringValue ?? ""
      let bytes = try #require(Base64.decoding(value["base64"]?.stringValue ?? "-"))
      #expect(bytes == byID[id]?.input.bytes, "\(id)")
      #expect(value["sha256"]?.stringValue == SHA256.digest(bytes), "\(id)")
    }
  }
}
