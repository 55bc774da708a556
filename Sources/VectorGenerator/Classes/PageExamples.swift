import JSONText
import SchemaRules
import Vectors

/// What the page shows, and the plainest bodies that satisfy what it says.
enum PageExamples {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "page/examples.json", title: "The page's examples and plain bodies",
        about: "The page's own examples lack fields that it marks as required.",
        drafts: examples + plain)
    ]
  }

  private static var examples: [Draft] {
    let request = JSONValue.members([("name", .string("Example Backup Destination"))])
    let response = JSONValue.members([
      (
        "data",
        .members([
          ("name", .string("Example Backup Destination")),
          ("id", .string("example-backup-destination")),
        ])
      )
    ])
    return [
      Draft(
        "page/example-request", .request, "The example request, which the page's rules refuse.",
        request, tags: ["page-example"], basis: .contradicted),
      Draft(
        "page/example-response", .response, "The example response, which the page's rules refuse.",
        response, tags: ["page-example"], basis: .contradicted),
    ]
  }

  private static var plain: [Draft] {
    Target.allCases.flatMap { target in
      let full = Body(target)
        .setting("/name", .string("Nightly backups 2024"))
        .setting("/description", .string("Full backups, kept for 30 days."))
        .setting("/prefix", .string("prod_db-1/"))
        .setting("/credentials/accessKey", .string("AKIAIOSFODNN7EXAMPLE"))
        .setting("/credentials/secretKey", .string("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
        .setting("/credentials/bucketName", .string("nightly-backups"))
        .setting("/credentials/region", .string("us-west-2"))
        .setting("/credentials/endpoint", .string("s3.us-west-2.amazonaws.com"))
      let all =
        target == .request
        ? full
        : full.setting("/id", .string("nightly-backups-2024"))
          .setting("/createdAt", .string("2024-01-20T11:19:53.175Z"))
          .setting("/updatedAt", .string("2024-01-20T11:19:53.175Z"))
      let rules = target.schema.rules.map { Finding($0.pointer.description, $0.keyword.rawValue) }
      return [
        Draft(
          "page/\(target)/smallest", target,
          "Only what is required, each value as short as may be.",
          Body(target).value, rules: rules),
        Draft(
          "page/\(target)/every-field", target,
          "Every documented field, as people would fill it in.",
          all.value, rules: rules),
      ]
    }
  }
}
