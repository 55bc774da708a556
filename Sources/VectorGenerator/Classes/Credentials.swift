import JSONText
import Vectors

/// Texts in the fields of which the page says nothing but that they are texts.
enum Credentials {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "credentials/\(target).json", title: "Credentials in the \(target)",
        about: "Any text will do: the page states no pattern, no length and no list of values.",
        drafts: Fields.secrets.flatMap { field in
          AnyText.drafts(target, field, count: target == .request ? AnyText.values.count : 26)
        } + AnyText.everywhere(target))
    }
  }
}

/// The fields that the service adds.
enum AssignedFields {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "envelope/assigned-fields.json", title: "The fields that the service assigns",
        about: "The page gives id, createdAt and updatedAt no form: any text will do.",
        drafts: Fields.assigned.flatMap { field in
          AnyText.drafts(.response, field, count: AnyText.values.count)
            + times.map { time in
              .field(
                "any-text/response\(field)/time/\(time)", .response, field, .string(time),
                "The page gives \(field) no format.", about: ["type"])
            }
        })
    ]
  }

  private static let times = [
    "2021-01-20T11:19:53.175Z", "2021-01-20", "yesterday", "1611141593", "2021-13-45T99:99:99Z",
    "example-backup-destination", "Example Backup Destination",
    "00000000-0000-0000-0000-000000000000",
  ]
}

/// Texts that some implementation or other takes exception to.
enum AnyText {
  static let values: [(String, String)] = [
    ("empty", ""), ("a space", " "), ("a URL", "https://s3.eu-west-1.amazonaws.com/bucket"),
    ("an insecure URL", "http://minio:9000"), ("white space", " \t\n"),
    ("white space around", " abc "),
    ("one letter", "x"), ("a digit", "0"), ("the word null", "null"),
    ("the word undefined", "undefined"),
    ("letters beyond ASCII", "cl\u{E9}\u{4E2D}"), ("emoji", "\u{1F511}"),
    ("a null character", "a\u{0}b"),
    ("a line feed", "a\nb"), ("quotes", "\"a\" 'b'"), ("a backslash", "a\\b"),
    ("markup", "<b>&amp;</b>"),
    ("a pattern's characters", "^(a|b)*$"), ("the last code point", "\u{10FFFF}"),
    ("noncharacters", "\u{FFFF}\u{FFFE}"),
    ("capitals", "ABC-DEF"), ("underscores and dots", "a_b.c"), ("a slash", "a/b+c="),
    ("a hash and braces", "#{a}$"),
    ("two characters", "ab"), ("a long text", String(repeating: "k", count: 300)),
    ("a host with port", "localhost:9000"),
    ("an IPv4 address", "192.168.0.1"), ("an IPv6 address", "[::1]:9000"),
    ("a bucket with capitals", "My_Bucket"),
    ("a template", "${AWS_SECRET}"), ("only hyphens", "---"), ("an unknown region", "moon-north-1"),
    ("a zero-width space", "\u{200B}"), ("a byte order mark", "\u{FEFF}"),
    ("a combining mark", "\u{301}"),
    ("DEL", "\u{7F}"), ("control characters", "\u{1}\u{1B}[31m"),
    ("right-to-left text", "\u{202E}abc"),
    ("the replacement character", "\u{FFFD}"), ("U+2028", "\u{2028}"), ("the text true", "true"),
    ("an object's text", "{}"),
    ("20 capitals", "AKIAIOSFODNN7EXAMPLE"), ("a temporary key", "ASIAIOSFODNN7EXAMPLE"),
    ("the text s3", "s3"),
    ("a region", "us-west-2"), ("a host", "s3.us-west-2.amazonaws.com"),
  ]

  /// Each text in all fields of the kind at once.
  static func everywhere(_ target: Target) -> [Draft] {
    let fields = Fields.secrets + (target == .response ? Fields.assigned : [])
    return values.map { name, text in
      Draft(
        "any-text/\(target)/everywhere/\(name)", target, "\(name) in every field without rules.",
        fields.reduce(Body(target)) { $0.setting($1, .string(text)) }.value)
    }
  }

  static func drafts(_ target: Target, _ field: String, count: Int) -> [Draft] {
    values.prefix(count).enumerated().map { index, value in
      .field(
        "any-text/\(target)\(field)/\(value.0)", target, field, .string(value.1),
        "\(field) with \(value.0): a text like any other.", about: ["type"],
        raw: index % 2 == 1 && value.1.utf8.contains { $0 >= 0x80 })
    }
  }
}
