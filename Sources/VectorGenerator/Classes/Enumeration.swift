import JSONText
import Vectors

/// The one value that the page lists for the type, and what comes near it.
enum Enumeration {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "enum/\(target).json", title: "The type in the \(target)",
        about: "The comparison is exact: no case folding, trimming, prefix or normalisation.",
        drafts: drafts(target))
    }
  }

  private static let values = [
    "s3", "S3", "s3 ", " s3", "s", "3", "s33", "ss3", "s3s3", "s 3", "s-3", "s_3", "s3,", "s3\u{0}",
    "\u{0}s3", "s3x",
    "xs3", "s3-compatible", "s3compatible", "s4", "s2", "r3", "t3", "S3 ", "aws", "aws-s3",
    "amazon-s3", "aws_s3", "gcs",
    "azure", "minio", "r2", "b2", "wasabi", "ceph", "spaces", "swift", "local", "disk", "file",
    "ftp", "sftp", "nfs",
    "custom", "other", "none", "default", "null", "undefined", "true", "0", "1", "", " ", "\t",
    "s3\u{301}", "s\u{301}3",
    "\u{FF53}\u{FF13}", "\u{17F}3", "s\u{B3}", "s\u{663}", "s3\u{200B}", "\u{FEFF}s3", "s3\u{FEFF}",
    "s3/", "s3:", "s3://",
    "s3.", "\"s3\"", "'s3'", "[\"s3\"]", "s3|gcs", "^s3$", "3s", "backblaze", "digitalocean",
    "google", "gs", "GCS",
    "s3s", "s3-", "-s3", "s3_", "s3\n", "\ns3", "s3\r\n", "\ts3", "s3\t", "object", "string",
    "type", "bucket",
    "objectStorage", "s3express", "S3_COMPATIBLE", "a", "x", "foo", "unknown", "abc",
    "https://s3.amazonaws.com", "http://s3", "<s3>", "<s3/>", "s3\\", "\\s3", "s3\u{1F600}",
    "\u{10400}", "\u{7F}s3",
  ]

  private static func drafts(_ target: Target) -> [Draft] {
    values.enumerated().map { index, value in
      .field(
        "enum/\(target)/\(index)", target, "/type", .string(value),
        value == "s3"
          ? "The one allowed type." : "The type \(JSONValue.string(value).text) is not s3.",
        about: ["enum"])
    }
      + values.enumerated().map { index, value in
        Draft(
          "enum/\(target)/\(index)/with others", target,
          "The type \(JSONValue.string(value).text) beside a name too short and a missing prefix.",
          Body(target).setting("/type", .string(value)).setting("/name", .string("ab"))
            .setting("/prefix", nil).value)
      }
      + [17, 24, 33, 45, 60, 64, 70, 120, 150, 220, 256, 300, 1010, 2000, 4200, 5000].map { count in
        .field(
          "enum/\(target)/long/\(count)", target, "/type",
          .string(String(repeating: "s", count: count)),
          "A type of \(count) characters.", about: ["enum"])
      }
      + [(#"\u0073\u0033"#, "s3"), (#"s\u0033"#, "s3"), (#"\u0053\u0033"#, "S3")].map {
        spelling, value in
        let text = Body(target).setting("/type", .string("@")).text
        let parts = text.utf8.split(separator: UInt8(ascii: "@")).map { String(Substring($0)) }
        return .spelt(
          "enum/\(target)/spelt/\(spelling)", target,
          "The type spelt with escapes is the text that they stand for, \(value).",
          [.text((parts.first ?? "") + spelling + (parts.last ?? ""))],
          readsAs: Body(target).setting("/type", .string(value)).value,
          rules: [Finding(Body.pointer("/type", in: target), "enum")], tags: ["escapes"])
      }
  }
}
