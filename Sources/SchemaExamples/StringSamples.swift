/// Strings of the formats that JSON Schema and OpenAPI name.
enum StringSamples {
  static func strings(ofFormat name: String, _ variant: Int) -> [String] {
    let digit = String(variant % 10)
    return switch name {
    case "date-time": ["2026-01-01T00:00:0\(digit)Z"]
    case "date": ["2026-01-1\(digit)"]
    case "time": ["00:00:0\(digit)Z"]
    case "duration": ["P\(variant + 1)D"]
    case "email", "idn-email": ["user\(digit)@example.com"]
    case "hostname", "idn-hostname": ["host\(digit).example.com"]
    case "ipv4": ["192.0.2.\(variant % 250 + 1)"]
    case "ipv6": ["2001:db8::\(digit)"]
    case "uri", "iri", "url", "uri-reference", "iri-reference":
      ["https://example.com/\(variant == 0 ? "" : digit)"]
    case "uuid": ["00000000-0000-4000-8000-00000000000\(digit)"]
    case "uri-template": ["https://example.com/{id\(digit)}"]
    case "json-pointer": ["/a\(digit)"]
    case "relative-json-pointer": [digit]
    case "regex": ["a\(digit)"]
    case "byte", "base64": ["YQ=="]
    case "application/json": ["null"]
    default: []
    }
  }
}
