import BackupDestinations
import SchemaRules

extension ScaledInput {
  /// The sizes that are measured.
  public static let sizes = [450, 4_500, 45_000, 450_000, 4_500_000]
  /// The numbers of properties that are measured.
  public static let widths = [5, 20, 100, 500]
  /// The numbers of errors that are measured.
  public static let errorCounts = [1_000, 10_000, 100_000, 1_000_000]

  /// A valid request of 450 bytes.
  static let request = {
    let description =
      String(repeating: "Nightly copy of the orders. ", count: 5) + "It runs every day."
    return #"{"name":"Example Backup Destination","description":"\#(description)","type":"s3","#
      + #""prefix":"orders-nightly/","credentials":{"accessKey":"AKIAIOSFODNN7EXAMPLE","#
      + #""secretKey":"wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYxx","bucketName":"backups-eu","#
      + #""region":"eu-central-1","endpoint":"s3.eu-central-1.amazonaws.com"}}"#
  }()

  /// A valid request of about the given number of bytes; undeclared records before its own members fill it up.
  public static func request(bytes: Int) -> ScaledInput {
    let record = #"{"id":12345,"kept":true,"label":"nightly copy","path":"a\/b"},"#
    let count = (bytes - request.utf8.count) / record.utf8.count
    var document = request
    if count > 0 {
      let records = String(repeating: record, count: count) + "null"
      document = #"{"records":[\#(records)],"# + request.dropFirst()
    }
    return ScaledInput(AddBackupDestination.request, document, count: document.utf8.count)
  }

  /// A valid object with the given number of constrained strings.
  public static func object(properties count: Int) -> ScaledInput {
    let names = (0..<count).map { "property\($0)" }
    let schema = Schema(
      id: "wide", title: "",
      root: .object(
        "", names.map { .required($0, .string("", .minLength(1), .maxLength(20))) }))
    let members = names.map { #""\#($0)":"value of it""# }.joined(separator: ",")
    return ScaledInput(schema, "{\(members)}", count: count)
  }

  /// An array with the given number of strings, each of which violates one rule: every second one is too short, and
  /// the others have a character that the pattern does not allow.
  public static func array(errors count: Int) -> ScaledInput {
    let schema = Schema(
      id: "strings", title: "",
      root: .array(
        of: .string("", .minLength(3), .maxLength(20), .pattern("^[a-z]*$")), ""))
    let pair = #""ab","value of it","#
    let document = "[" + String(repeating: pair, count: count / 2).dropLast() + "]"
    return ScaledInput(schema, document, count: count, errors: count)
  }
}
