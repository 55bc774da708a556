import Foundation
import JSONText
import StringFormats
import Testing

/// The official test suite, in a folder from an environment variable.
///
/// https://github.com/json-schema-org/JSON-Schema-Test-Suite
private enum JSONSchemaSuite {
  static let variable = "CONFORM_JSON_SCHEMA_SUITE"
  static let folder = ProcessInfo.processInfo.environment[variable]
}

@Suite(
  "JSON Schema Test Suite",
  .enabled(if: JSONSchemaSuite.folder != nil, "\(JSONSchemaSuite.variable) is not set"))
struct JSONSchemaSuiteTests {
  @Test("Every format has the expected verdicts", arguments: StringFormat.Draft.allCases)
  func verdicts(_ draft: StringFormat.Draft) throws {
    let folder = URL(filePath: try #require(JSONSchemaSuite.folder))
      .appending(path: "tests/\(Self.name(of: draft))/optional/format")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }
    var formats: Set<StringFormat> = []
    var verdicts = 0
    for file in files {
      let groups = try #require(try JSONValue(parsing: Array(Data(contentsOf: file))).elements)
      for group in groups {
        let name = try #require(group["schema"]?["format"]?.stringValue)
        let format = StringFormat(name: name, draft: draft)
        #expect(format != nil || name == "unknown", "\(name)")
        if let format { formats.insert(format) }
        for test in try #require(group["tests"]?.elements) {
          guard let text = test["data"]?.stringValue else { continue }
          let reason = test["description"]?.stringValue ?? ""
          let isAccepted = format?.accepts(text) ?? true
          #expect(
            .boolean(isAccepted) == test["valid"], "\(name) \(text.debugDescription): \(reason)")
          verdicts += 1
        }
      }
    }
    #expect(verdicts > 100)
    #expect(formats.count > 5)
  }

  private static func name(of draft: StringFormat.Draft) -> String {
    switch draft {
    case .draft4: "draft4"
    case .draft6: "draft6"
    case .draft7: "draft7"
    case .draft2019_09: "draft2019-09"
    case .draft2020_12: "draft2020-12"
    }
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }
}
