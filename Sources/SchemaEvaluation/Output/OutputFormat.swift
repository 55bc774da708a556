public import JSONText
import SchemaRules

/// The formats that JSON Schema defines for the result of an evaluation.
///
/// An indeterminate result is written as not valid; its error states the reason.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// Whether the document is valid, and nothing else.
  case flag
  /// The format of 2019-09 and 2020-12: a flat list of the errors of an invalid document, or of the annotations of a
  /// valid one, keyword by keyword.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-12.4.2
  case basic
  /// The flat list that will replace `basic`: one unit per schema, without those that have neither an error nor an
  /// annotation.
  ///
  /// https://github.com/json-schema-org/json-schema-spec/blob/main/specs/output/jsonschema-validation-output-machines.md
  case list
  /// The content of `list` and every other applied schema, as a tree.
  ///
  /// https://github.com/json-schema-org/json-schema-spec/blob/main/specs/output/jsonschema-validation-output-machines.md
  case hierarchical
}

extension EvaluationUnit {
  /// Writes the result of an evaluation as one JSON object.
  public func write(as format: OutputFormat, to writer: inout JSONWriter) {
    switch format {
    case .flag:
      writer.beginObject()
      writer.member("valid", verdict == .valid)
      writer.endObject()
    case .basic: writeBasic(to: &writer)
    case .list:
      writer.beginObject()
      writer.member("valid", verdict == .valid)
      writer.name("details")
      writer.beginArray()
      writeListed(to: &writer)
      writer.endArray()
      writer.endObject()
    case .hierarchical: writeUnit(withDetails: true, to: &writer)
    }
  }

  // MARK: One unit per schema

  /// Writes the unit and the units inside it, one after another.
  private func writeListed(to writer: inout JSONWriter) {
    if !errors.isEmpty || !annotations.isEmpty { writeUnit(withDetails: false, to: &writer) }
    for unit in details { unit.writeListed(to: &writer) }
  }

  private func writeUnit(withDetails: Bool, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("valid", verdict == .valid)
    writer.member("evaluationPath", evaluationPath.description)
    writer.member("schemaLocation", schemaLocation)
    writer.member("instanceLocation", instanceLocation.description)
    if !errors.isEmpty {
      writer.member("errors") { writer in
        for error in errors { writer.member(error.name, error.value) }
      }
    }
    if !annotations.isEmpty {
      writer.member("annotations") { writer in
        for annotation in annotations {
          writer.name(annotation.name)
          writer.value(annotation.value)
        }
      }
    }
    if withDetails, !details.isEmpty {
      writer.member("details", details) { $1.writeUnit(withDetails: true, to: &$0) }
    }
    writer.endObject()
  }

  // MARK: One unit per keyword

  private func writeBasic(to writer: inout JSONWriter) {
    writer.beginObject()
    writeLocations(of: "", to: &writer)
    writer.name(verdict == .valid ? "annotations" : "errors")
    writer.beginArray()
    writeKeywords(isValid: verdict == .valid, to: &writer)
    writer.endArray()
    writer.endObject()
  }

  /// Writes a unit for each annotation, or for each decisive error, of the schema and the schemas inside it.
  private func writeKeywords(isValid: Bool, to writer: inout JSONWriter) {
    if isValid {
      for annotation in annotations {
        writer.beginObject()
        writeLocations(of: annotation.name, to: &writer)
        writer.name("annotation")
        writer.value(annotation.value)
        writer.endObject()
      }
    } else {
      for error in errors {
        writer.beginObject()
        writeLocations(of: error.name, to: &writer)
        writer.member("error", error.value)
        writer.endObject()
      }
    }
    for unit in details where isValid || (unit.isDecisive && unit.verdict != .valid) {
      unit.writeKeywords(isValid: isValid, to: &writer)
    }
  }

  /// Writes the locations of a keyword; for an empty name, those of the schema.
  private func writeLocations(of keyword: String, to writer: inout JSONWriter) {
    let step = keyword.isEmpty ? "" : JSONPointer.root.appending(keyword).uriFragment.dropFirst()
    let path = keyword.isEmpty ? evaluationPath : evaluationPath.appending(keyword)
    writer.member("valid", verdict == .valid)
    writer.member("keywordLocation", path.description)
    writer.member("absoluteKeywordLocation", schemaLocation + step)
    writer.member("instanceLocation", instanceLocation.description)
  }
}
