import JSONText
import Vectors

/// White space by every definition, in every field that a pattern is about.
enum WhiteSpace {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "patterns/white-space/\(target).json", title: "White space in the \(target)",
        about: "ECMA-262 counts 25 code points; other engines others. The prefix allows none.",
        drafts: drafts(target))
    }
  }

  /// The 25 code points of ECMA-262, and those that some other definition has.
  static let scalars: [Unicode.Scalar] =
    [
      0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20, 0x85, 0xA0, 0xAD, 0x1680, 0x180E,
      0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A,
      0x200B,
      0x200C, 0x200D, 0x200E, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x2061, 0x2800, 0x3000,
      0x3164,
      0x115F, 0xFEFF, 0xFFA0, 0xFFF9,
    ].compactMap { Unicode.Scalar($0 as UInt32) }

  private static func drafts(_ target: Target) -> [Draft] {
    scalars.flatMap { scalar -> [Draft] in
      let label = scalar.label
      func draft(_ field: String, _ place: String, _ text: String, raw: Bool = false) -> Draft {
        .field(
          "white-space/\(target)\(field)/\(scalar.keyPart)/\(place)", target, field, .string(text),
          "\(label) \(place) of \(field).", about: ["pattern"], raw: raw, tags: ["white-space"],
          axis: Choices.whitespace)
      }
      let drafts = [
        draft("/name", "between two parts", "ab\(scalar)cd", raw: scalar.value > 0x7F),
        draft("/description", "alone", String(scalar)),
        draft("/name", "at the end", "abc\(scalar)"),
        draft("/prefix", "before the slash", "a\(scalar)/"),
        draft("/description", "between letters", "ab\(scalar)cd", raw: scalar.value > 0x7F),
        draft("/name", "between three parts", "a\(scalar)b\(scalar)c"),
        draft("/name", "twice between two parts", "ab\(scalar)\(scalar)cd"),
        draft("/name", "at the start", "\(scalar)abc", raw: scalar.value > 0x7F),
        draft("/name", "beside a hyphen", "a-\(scalar)b"),
        draft("/description", "at the end", "abc\(scalar)"),
        draft("/prefix", "after the slash", "a/\(scalar)"),
        draft("/prefix", "in place of the slash", "ab\(scalar)"),
        draft("/prefix", "in place of the slash of one letter", "a\(scalar)"),
        draft("/type", "at the end", "s3\(scalar)"),
      ]
      return target == .request ? drafts : Array(drafts.prefix(6))
    }
  }
}
