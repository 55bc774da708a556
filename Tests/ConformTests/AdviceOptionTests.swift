import Testing

@Suite("Advice")
struct AdviceOptionTests {
  private static let note =
    "<stdin>: note: /credentials/bucketName: S3 rejects the bucket name because it does not have 3 to 63 "
    + "characters [bucket-name] "
    + "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html\n"

  static let rows:
    [(arguments: [String], input: String, status: Int32, output: String, why: String)] = [
      (
        ["--advice"], Documents.valid, 0, note + "1 document: 1 valid\n",
        "a valid document stays valid"
      ),
      ([], Documents.valid, 0, "1 document: 1 valid\n", "only if requested"),
      (
        ["--advice", "--silence-advice", "bucket-name"], Documents.valid, 0,
        "1 document: 1 valid\n", "a silenced kind"
      ),
      (
        ["--advice"], Documents.body(type: #""s4""#), 1,
        """
        <stdin>:1:26: error: /type must be "s3" [enum]
            1 | … "type":"s4"
              |          ^~~~
        1 document: 1 invalid (1 error)

        """, "nothing about an invalid document"
      ),
      (["--advice", "--format", "json"], Documents.valid, 2, "", "only in the format text"),
      (
        ["--advice", "--schema", "add-backup-destination.response"], Documents.valid, 2, "",
        "only for the request"
      ),
    ]

  @Test(arguments: rows) func `Output and status`(
    _ row: (arguments: [String], input: String, status: Int32, output: String, why: String)
  ) throws {
    let run = try ConformProcess.run(["check"] + row.arguments, input: row.input)
    #expect(run.status == row.status, "\(row.why)")
    if row.status == 2 {
      #expect(run.errorText.contains("--advice works only with"))
    } else {
      #expect(run.text == row.output, "\(row.why)")
    }
  }
}
