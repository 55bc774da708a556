@testable import ConformHummingbird
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Testing

/// A connection without a network, with a clock that the test sets.
private final class Connection {
  let channel = EmbeddedChannel()

  init() throws {
    try channel.pipeline.syncOperations.addHandler(
      ConnectionGuard(
        limits: ConnectionLimits(
          head: .seconds(10), body: .seconds(30), drain: .seconds(5), bodyLength: 100),
        format: .envelope))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  func receive(head fields: HTTPFields = [:]) throws {
    let head = HTTPRequest(
      method: .post, scheme: "http", authority: "localhost", path: "/", headerFields: fields)
    try channel.writeInbound(HTTPRequestPart.head(head))
  }

  func receive(_ part: HTTPRequestPart) throws { try channel.writeInbound(part) }

  func respond(_ fields: HTTPFields = [:]) throws {
    try channel.writeOutbound(
      HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: fields)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
  }

  func pass(seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

  /// The statuses of the responses that were sent since the last call.
  func statuses() throws -> [Int] {
    var statuses: [Int] = []
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      if case .head(let head) = part { statuses.append(head.status.code) }
    }
    return statuses
  }
}

@Suite struct ConnectionGuardTests {
  @Test func `A head that does not arrive gets 408`() throws {
    let connection = try Connection()
    connection.pass(seconds: 9)
    #expect(try connection.statuses() == [])
    connection.pass(seconds: 2)
    #expect(try connection.statuses() == [408])
    connection.pass(seconds: 3)
    #expect(!connection.channel.isActive)
  }

  @Test func `A body that does not end gets 408, and its reader gets an error`() throws {
    let connection = try Connection()
    try connection.receive(head: [.contentLength: "50"])
    connection.pass(seconds: 20)
    // Single bytes do not extend the time limit.
    try connection.receive(.body(ByteBuffer(string: "{")))
    connection.pass(seconds: 11)
    #expect(try connection.statuses() == [408])
    #expect(throws: ConnectionGuard.BodyTimedOut.self) {
      try connection.channel.throwIfErrorCaught()
    }
    // Later responses of the application are discarded.
    #expect(throws: ChannelError.self) { try connection.respond() }
    #expect(try connection.statuses() == [])
  }

  @Test func `A complete request may take any time`() throws {
    let connection = try Connection()
    try connection.receive(head: [:])
    try connection.receive(.end(nil))
    connection.pass(seconds: 1000)
    try connection.respond()
    #expect(try connection.statuses() == [200])
    #expect(connection.channel.isActive)
  }

  @Test func `An idle connection that served a request is closed without a response`() throws {
    let connection = try Connection()
    try connection.receive(head: [:])
    try connection.receive(.end(nil))
    try connection.respond()
    #expect(try connection.statuses() == [200])
    connection.pass(seconds: 11)
    #expect(try connection.statuses() == [])
    #expect(!connection.channel.isActive)
  }

  @Test func `A half-sent body gets 503 when the service stops`() throws {
    let connection = try Connection()
    try connection.receive(head: [.contentLength: "50"])
    connection.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    connection.pass(seconds: 6)
    #expect(try connection.statuses() == [503])
    connection.pass(seconds: 3)
    #expect(!connection.channel.isActive)
  }

  static let expectations: [(length: String, statuses: [Int], why: String)] = [
    ("50", [100], "a body within the limit"),
    ("101", [], "a body that will be rejected"),
    ("99999999999", [], "an absurd length"),
  ]

  @Test(arguments: expectations) func `Expect: 100-continue`(
    _ row: (length: String, statuses: [Int], why: String)
  ) throws {
    let connection = try Connection()
    try connection.receive(head: [.expect: "100-Continue", .contentLength: row.length])
    #expect(try connection.statuses() == row.statuses, "\(row.why)")
  }

  @Test func `A response with "Connection: close" ends the connection after it was sent`() throws {
    let connection = try Connection()
    try connection.receive(head: [.contentLength: "1000"])
    try connection.respond([.connection: "close"])
    #expect(try connection.statuses() == [200])
    try connection.receive(.body(ByteBuffer(string: "more")))
    connection.pass(seconds: 3)
    #expect(!connection.channel.isActive)
  }

  @Test func `A long rest of a rejected body ends the connection`() throws {
    let connection = try Connection()
    try connection.receive(head: [:])
    try connection.respond()
    for _ in 0..<3 { try connection.receive(.body(ByteBuffer(repeating: 0x20, count: 60))) }
    connection.pass(seconds: 3)
    #expect(!connection.channel.isActive)
  }

  static let errors: [(error: any Error, statuses: [Int], why: String)] = [
    (HTTPParserError.invalidMethod, [400], "not HTTP"),
    (HTTPParserError.headerOverflow, [431], "a head that is too long"),
    (IOError(errnoCode: 104, reason: "reset"), [], "nobody is there to be answered"),
  ]

  @Test(arguments: errors) func `Errors of the protocol are answered`(
    _ row: (error: any Error, statuses: [Int], why: String)
  ) throws {
    let connection = try Connection()
    connection.channel.pipeline.fireErrorCaught(row.error)
    #expect(try connection.statuses() == row.statuses, "\(row.why)")
  }

  @Test func `An error between two parts of a response adds nothing to the response`() throws {
    let connection = try Connection()
    try connection.receive(head: [.contentLength: "50"])
    try connection.channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    connection.channel.pipeline.fireErrorCaught(HTTPParserError.invalidEOFState)
    #expect(try connection.statuses() == [200])
    #expect(!connection.channel.isActive)
  }
}
