import APIOperations
import BackupDestinations
import ExampleOperation
import SchemaRules
import Testing

@testable import SchemaDocuments

/// Every rendering of any operation is complete.
@Suite("References")
struct OperationReferenceTests {
  /// The renderings of an operation's reference, by name.
  static func renderings(
    _ operation: APIOperation, _ vectors: VectorIndex = .empty
  ) -> [(name: String, text: String)] {
    let reference = Reference(operation, vectors: vectors)
    let terminal = TerminalReference(reference)
    let all = [terminal.overview] + reference.rules.map { terminal.rule($0.rule.id) ?? "" }
    return [
      ("Markdown", MarkdownReference(reference).text), ("HTML", HTMLReference(reference).text),
      ("terminal", all.joined()),
    ]
  }

  /// The text without escapes.
  static func plain(_ text: String) -> String {
    var text = text
    for (escape, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] { text = text.replacing(escape, with: character) }
    return text.replacing("\\", with: "")
  }

  @Test func everythingIsStated() {
    for operation in [AddBackupDestination.operation, RegisterParcel.operation] {
      for (name, rendering) in Self.renderings(operation) {
        let text = Self.plain(rendering)
        for rule in operation.schemas.flatMap(\.rules) {
          for part in [
            rule.id, operation.place(of: rule) ?? "", rule.summary, rule.provenance.note,
          ] {
            #expect(text.contains(part.replacing("\\", with: "")), "\(name): \(part)")
          }
          if case .pattern(let source) = rule.parameter {
            #expect(text.contains(source.replacing("\\", with: "")), "\(name): \(source)")
            let reading = PatternReference(source).reading.text.replacing("\\", with: "")
            #expect(text.contains(reading), "\(name): \(reading)")
          }
        }
        for part in [
          operation.title, operation.summary, operation.permission ?? "", operation.path,
        ] {
          #expect(text.contains(part), "\(name): \(part)")
        }
      }
    }
  }

  @Test func independentOfBackupDestinations() {
    for (name, text) in Self.renderings(RegisterParcel.operation) {
      #expect(!text.lowercased().contains("backup"), "\(name)")
      #expect(!text.lowercased().contains("northflank"), "\(name)")
    }
  }

  @Test func vectorsAreCountedAndLinked() {
    for (name, rendering) in Self.renderings(RegisterParcel.operation, .sample) {
      let text = Self.plain(rendering)
      for part in ["4 accept, 1 reject", "lengths/to.json", "|</script>`"] {
        #expect(text.contains(part), "\(name): \(part)")
      }
    }
    let reference = Reference(RegisterParcel.operation, vectors: .sample)
    for text in [MarkdownReference(reference).decisions, HTMLReference(reference).text] {
      #expect(text?.contains("2 test vectors depend on it: ") == true)
      #expect(text?.contains("../vectors/units.json") == true)
    }
  }

  /// A field shows valid values first: that of an example, then those of vectors.
  @Test func samples() {
    let reference = Reference(RegisterParcel.operation, vectors: .sample)
    let lines = MarkdownReference(reference).text.split(separator: "\n")
      .filter { $0.hasPrefix("| *valid*") || $0.hasPrefix("| *invalid*") }
    #expect(
      lines.prefix(3) == [
        #"| *valid* | `"Oslo"` | Example, completed. |"#,
        #"| *valid* | `"Ås"` | Two characters. |"#,
        #"| *invalid* minLength | ``"\|</script>`"`` | Not \| this. |"#,
      ])
  }

  /// A field with a pattern shows its example and variations of it, each with the keyword that it violates.
  @Test func variations() throws {
    let fields = Reference(AddBackupDestination.operation).fields
    func samples(_ pointer: String) -> [String] {
      fields.first { $0.id == "add-backup-destination.request\(pointer)" }?.samples.map {
        "\($0.value) \($0.violated?.rawValue ?? "valid")"
      } ?? []
    }
    #expect(
      samples("/name") == [
        #""Example Backup Destination" valid"#, #""Example Backup Destination 2024" valid"#,
        #""Example-Backup-Destination" valid"#, #""Example Backup Destinatio" valid"#,
        #""Example_Backup_Destination" pattern"#, #""Example  Backup  Destination" pattern"#,
      ])
    #expect(
      samples("/prefix") == [
        #""backups/" valid"#, #""backups2024/" valid"#, #""backups" pattern"#,
        #""backups/!" pattern"#,
      ])
    #expect(samples("/credentials/secretKey").isEmpty)
  }

  /// Texts for a caller to paste: the call with the valid example, quoted for a shell, and the errors that conform
  /// reports for the invalid one.
  @Test func callsAndErrors() {
    for (name, rendering) in Self.renderings(RegisterParcel.operation).dropLast() {
      let text = Self.plain(rendering)
      for part in [
        "curl -X PUT https://carrier.example/v2/parcels/NUMBER",
        #"-d '{"to":"Oslo","weight":1.5,"tags":["fragile"]}'"#, "/weight is required [",
      ] {
        #expect(text.contains(part), "\(name): \(part)")
      }
    }
  }

  /// Fields with the same rules are explained once, but each of their rules keeps its anchor.
  @Test func twins() {
    let reference = Reference(AddBackupDestination.operation)
    let text = MarkdownReference(reference).text
    let link = "Same rules as [`/name`](#field:add-backup-destination.request/name)."
    #expect(text.split(separator: link).count == 2)
    #expect(text.split(separator: "> The whole text is: ").count == 4)
    #expect(
      reference.diagrams.map(\.name).sorted() == [
        "add-backup-destination.request-description-pattern.svg",
        "add-backup-destination.request-name-pattern.svg",
        "add-backup-destination.request-prefix-pattern.svg",
      ])
  }

  /// No text of an operation can become markup, or end the script or the style.
  @Test func textIsEscaped() {
    let text = HTMLReference(Reference(RegisterParcel.operation, vectors: .sample)).text
    #expect(text.split(separator: "</script>").count == 2)
    #expect(!text.contains("<b>|"))
    let markdown = MarkdownReference(
      Reference(RegisterParcel.operation, vectors: .sample)
    ).text
    for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix(" |") || line.hasSuffix("|"), "\(line)")
    }
  }

  /// Each rule can be linked by its id, and no id is used twice.
  @Test func anchors() {
    for operation in [AddBackupDestination.operation, RegisterParcel.operation] {
      let html = HTMLReference(Reference(operation)).text
      var ids: [Substring] = []
      for part in html.split(separator: " id=\"").dropFirst() {
        ids.append(part.prefix { $0 != "\"" })
      }
      #expect(Set(ids).count == ids.count)
      for rule in operation.schemas.flatMap(\.rules) where !rule.id.contains("<") {
        #expect(ids.contains(Substring(rule.id)), "\(rule.id)")
      }
      for link in html.split(separator: "href=\"#").dropFirst() {
        #expect(ids.contains(link.prefix { $0 != "\"" }))
      }
    }
  }

  /// The page is one file that loads nothing else.
  @Test func pageIsSelfContained() {
    let html = HTMLReference(Reference(AddBackupDestination.operation)).text
    for loader in ["<link", "<img", "<iframe", "src=", "@import", "url(", "fetch("] {
      #expect(!html.contains(loader), "\(loader)")
    }
  }

  @Test func namesInTheTerminal() {
    let terminal = TerminalReference(Reference(RegisterParcel.operation))
    #expect(
      terminal.text(for: "register-parcel.request/to/minLength")?.contains("at least 2") == true)
    for name in ["to", "/to", "register-parcel.request/to"] {
      #expect(
        terminal.text(for: name)?.hasPrefix("register-parcel.request/to\n") == true, "\(name)")
    }
    #expect(terminal.text(for: "register-parcel.response")?.contains("/number") == true)
    #expect(terminal.text(for: "nothing") == nil)
    #expect(terminal.rule("register-parcel.request/to") == nil)
  }
}
