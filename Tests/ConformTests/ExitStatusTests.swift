import Testing

@Suite("Exit status")
struct ExitStatusTests {
  @Test("The page's example request lacks three fields")
  func pageExample() throws {
    let run = try ConformProcess.run(["check"], input: #"{"name":"Example Backup Destination"}"#)
    #expect(
      run.text == """
        <stdin>:1:1: error: /type is required [required]
        <stdin>:1:1: error: /prefix is required [required]
        <stdin>:1:1: error: /credentials is required [required]
        1 document: 1 invalid (3 errors)

        """)
    #expect(run.errorText == "")
    #expect(run.status == 1)
  }
}
