import Testing

@Suite("The README's example")
struct ReadmeExampleTests {
  static let bodies: [(body: String, status: Int, text: String)] = [
    (TypedValueTests.request, 200, "adding Offsite 1"),
    (
      #"{"name":"Example Backup Destination"}"#, 422,
      "/type is required\n/prefix is required\n/credentials is required"
    ),
    (
      "{", 400,
      "The body is not strict JSON: the document ends inside a value; it may have been cut off."
    ),
    (
      String(repeating: "[", count: 600) + String(repeating: "]", count: 600), 422,
      "The body could not be validated: containers are nested more than 512 levels deep, the limit \"depth\"."
    ),
  ]

  @Test(arguments: bodies)
  func answered(body: String, status: Int, text: String) {
    #expect(answer(to: Array(body.utf8)) == (status, text))
  }
}
