import ArgumentParser
import ConformHummingbird
import Foundation
import HTTPTypes
import Hummingbird

/// The token that clients must send. Printing it does not show it.
struct AccessToken: CustomStringConvertible, CustomReflectable {
  /// The environment variable that contains the token.
  static let variable = "BACKUP_SERVICE_TOKEN"

  private let bytes: [UInt8]

  /// Takes the token from the environment or from the file "token", which is created if it is missing.
  ///
  /// - Throws: A `ValidationError` if the token contains characters that a bearer token cannot have.
  init(in data: DataDirectory) throws {
    if let token = ProcessInfo.processInfo.environment[Self.variable] {
      try self.init(token, from: Self.variable)
      return
    }
    let path = data.file("token")
    if !FileManager.default.fileExists(atPath: path) {
      let random = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
      // The hexadecimal digits of 256 random bits.
      let token = random.map { String(format: "%02x", $0) }.joined()
      try Data((token + "\n").utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try self.init(text.trimmingCharacters(in: .whitespacesAndNewlines), from: path)
    FileHandle.standardOutput.write(Data("the token is in \(path)\n".utf8))
  }

  private init(_ token: String, from source: String) throws {
    bytes = Array(token.utf8)
    guard !bytes.isEmpty, bytes.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
      throw ValidationError("\(source): a token has printable ASCII characters without spaces")
    }
  }

  /// Whether a header field `Authorization` contains the token. The time does not depend on the content of a wrong
  /// token.
  ///
  /// https://www.rfc-editor.org/rfc/rfc6750#section-2.1
  func isIn(_ authorization: String?) -> Bool {
    let words = authorization?.split(separator: " ", maxSplits: 1) ?? []
    guard words.count == 2, words[0].lowercased() == "bearer" else { return false }
    let given = Array(words[1].utf8)
    guard given.count == bytes.count else { return false }
    return zip(given, bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  var description: String { "[redacted]" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// Rejects requests without the token.
struct RequireToken<Context: RequestContext>: RouterMiddleware {
  let token: AccessToken

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard token.isIn(request.headers[.authorization]) else {
      throw RequestFailure(
        .unauthorized, "Unauthorized", headers: [.wwwAuthenticate: "Bearer"])
    }
    return try await next(request, context)
  }
}
