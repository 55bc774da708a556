import StringFormats

extension StringFormatTests {
  static let contents = [
    FormatRow(.base64, "", "no bytes"),
    FormatRow(.base64, "Zm9v", "no padding needed"),
    FormatRow(.base64, "Zg==", "padding"),
    FormatRow(.json, #" {"a":[]} "#, "whitespace around a value"),
    FormatRow(.json, "1", "a number is a document"),
    FormatRow(.jsonInBase64, "eyJhIjoxfQ==", #"{"a":1}"#),
  ]

  static let noContents = [
    FormatRow(.base64, "Zg", "padding is required"),
    FormatRow(.base64, "Zh==", "unused bits must be zero"),
    FormatRow(.base64, "Zm9v\n", "RFC 2045 allows line breaks, RFC 4648 does not"),
    FormatRow(.base64, "Zm-_", "the alphabet for URLs"),
    FormatRow(.json, "", "no value"),
    FormatRow(.json, "{:}", "no name"),
    FormatRow(.json, #"{"a":1,"a":2}"#, "as strict as for documents"),
    FormatRow(.jsonInBase64, "ezp9", "{:}"),
    FormatRow(.jsonInBase64, "{}", "not encoded"),
  ]
}
