import SchemaRules
import Vectors

/// The engine with another pattern in one field.
enum PatternMutants {
  static var all: [Mutant] {
    Target.allCases.flatMap { target in
      let place = target == .request ? [] : ["data"]
      let fields: [(String, [PatternVariant])] = [
        ("name", NameVariants.all), ("description", DescriptionVariants.all),
        ("prefix", PrefixVariants.all),
      ]
      return fields.flatMap { field, variants in
        variants.map { variant in
          Mutant.schema(
            "\(field)/pattern/\(variant.id)", "pattern of \(field): \(variant.summary)", target,
            target.schema.replacing(place + [field], with: .pattern(variant.source)),
            equivalence: variant.equivalence ?? Equivalences.patterns["\(field)/\(variant.id)"])
        }
      }
    }
  }
}

/// A pattern that is not the page's.
struct PatternVariant {
  var id: String
  var summary: String
  var source: String
  /// Why it matches the same texts as the page's pattern, if it does.
  var equivalence: String?

  init(_ id: String, _ summary: String, _ source: String, equivalence: String? = nil) {
    self.id = id
    self.summary = summary
    self.source = source
    self.equivalence = equivalence
  }

  /// What goes wrong with the anchors of a pattern, given its inside.
  static func anchors(_ inside: String) -> [PatternVariant] {
    [
      PatternVariant("no-start", "no ^", "\(inside)$"),
      PatternVariant("no-end", "no $", "^\(inside)"),
      PatternVariant("no-anchors", "neither ^ nor $", inside),
      PatternVariant("end/lf", "$ matches before a final LF", "^\(inside)\\n?$"),
      PatternVariant("end/crlf", "$ matches before a final CRLF or LF", "^\(inside)(\\r?\\n)?$"),
      PatternVariant("end/cr", "$ matches before a final CR", "^\(inside)\\r?$"),
      PatternVariant(
        "end/terminator", "$ matches before any final terminator",
        "^\(inside)(\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])?$"),
      PatternVariant("end/any-lf", "$ matches before each LF", "^\(inside)(?=$|\\n)"),
      PatternVariant("end/any-cr", "$ matches before each CR", "^\(inside)(?=$|\\r)"),
      PatternVariant(
        "end/any-separator", "$ matches before each U+2028", "^\(inside)(?=$|[\\u2028\\u2029])"),
      PatternVariant("start/lf", "^ matches after each LF", "(?:^|\\n)\(inside)$"),
      PatternVariant("start/cr", "^ matches after each CR", "(?:^|\\r)\(inside)$"),
      PatternVariant(
        "start/separator", "^ matches after each U+2028", "(?:^|[\\u2028\\u2029])\(inside)$"),
      PatternVariant("lines", "^ and $ match at each LF", "(?:^|\\n)\(inside)(?=$|\\n)"),
      PatternVariant("trim/end", "white space at the end is skipped", "^\(inside)\\s*$"),
      PatternVariant("trim/start", "white space at the start is skipped", "^\\s*\(inside)$"),
      PatternVariant("null", "the text ends at a null character", "^\(inside)(\\u0000[\\s\\S]*)?$"),
      PatternVariant("empty", "empty texts match", "^(\(inside))?$"),
      PatternVariant("never", "nothing matches", "[^\\s\\S]"),
      PatternVariant("always", "everything matches", ""),
    ]
  }
}
