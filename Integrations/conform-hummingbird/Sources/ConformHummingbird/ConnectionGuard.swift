import HTTPTypes
public import Hummingbird
import HummingbirdCore
public import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// The limits on the time and data of a connection.
public struct ConnectionLimits: Sendable {
  /// The time from the start of a connection, or the end of a response, to the end of a request's head.
  public var head: TimeAmount
  /// The time from the end of a request's head to the end of its body.
  public var body: TimeAmount
  /// The time from the start of a graceful shutdown to the end of a body that is being received.
  public var drain: TimeAmount
  /// The maximum length, in bytes, of a body that a client is told to send with 100 Continue, or that is read to its
  /// end.
  public var bodyLength: Int

  /// Creates limits; by default, 10 s, 30 s, 5 s, and 2 MiB.
  public init(
    head: TimeAmount = .seconds(10), body: TimeAmount = .seconds(30),
    drain: TimeAmount = .seconds(5), bodyLength: Int = 2 << 20
  ) {
    self.head = head
    self.body = body
    self.drain = drain
    self.bodyLength = bodyLength
  }
}

extension HTTPServerBuilder {
  /// HTTP/1.1 with limits on each connection.
  ///
  /// A request that exceeds a limit gets a response in the format. `Expect: 100-continue` is answered, and a response
  /// with `Connection: close` ends the connection without losing the response.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1
  public static func http1(
    limits: ConnectionLimits, format: FailureFormat = .problemDetails
  ) -> HTTPServerBuilder {
    .http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [ConnectionGuard(limits: limits, format: format)]))
  }
}

/// Enforces `ConnectionLimits` on one connection, between the HTTP parser and Hummingbird.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// The error that the reader of a body gets if the body does not end in time.
  struct BodyTimedOut: Error {}

  private enum Expecting {
    /// The head of a request.
    case head
    /// The rest of a body, with the number of bytes received so far.
    case body(received: Int)
    /// The client's end of the connection, after the last response.
    case end
  }

  /// The time for the client to read the last response and to stop sending.
  static let lingering = TimeAmount.seconds(2)

  private let limits: ConnectionLimits
  private let format: FailureFormat
  private var expecting = Expecting.head
  private var deadline: Scheduled<Void>?
  /// The number of requests whose responses have not ended.
  private var openRequests = 0
  private var hasServedRequest = false
  private var hasStartedResponse = false
  private var closesAfterResponse = false
  private var isDraining = false

  init(limits: ConnectionLimits, format: FailureFormat) {
    self.limits = limits
    self.format = format
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { schedule(context, in: limits.head) }
  }

  func channelActive(context: ChannelHandlerContext) {
    schedule(context, in: limits.head)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    switch (expecting, part) {
    case (.end, _):
      // Discarded without closing, so the client's kernel does not lose the response.
      return
    case (_, .head(let head)):
      openRequests += 1
      expecting = .body(received: 0)
      schedule(context, in: isDraining ? limits.drain : limits.body)
      let length = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
      if head.headerFields[.expect]?.lowercased() == "100-continue", openRequests == 1,
        length <= limits.bodyLength
      {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
    case (.body(let received), .body(let bytes)):
      expecting = .body(received: received + bytes.readableBytes)
      // The response has ended, so a long rest of the body need not be read.
      if openRequests == 0, received > limits.bodyLength {
        close(context, after: context.eventLoop.makeSucceededVoidFuture())
        return
      }
    case (_, .end):
      expecting = .head
      deadline?.cancel()
      if openRequests == 0 { schedule(context, in: limits.head) }
    case (.head, .body): break
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if case .end = expecting { return }
    if error as? HTTPParserError == .headerOverflow {
      refuse(context, .requestHeaderFieldsTooLarge, "The head of the request is too long.", error)
    } else if error is HTTPParserError || canRefuse && !(error is IOError) {
      refuse(context, .badRequest, "The request violates HTTP.", error)
    } else {
      context.fireErrorCaught(error)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent {
      isDraining = true
      if case .body = expecting { schedule(context, in: limits.drain) }
    }
    context.fireUserInboundEventTriggered(event)
  }

  // MARK: Responses

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = expecting {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head):
      hasStartedResponse = head.status.kind != .informational
      closesAfterResponse = head.headerFields[.connection]?.lowercased() == "close"
      context.write(data, promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      openRequests -= 1
      hasStartedResponse = false
      hasServedRequest = true
      guard !closesAfterResponse else {
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.cascade(to: promise)
        context.writeAndFlush(data, promise: written)
        close(context, after: written.futureResult)
        return
      }
      if openRequests == 0, case .head = expecting { schedule(context, in: limits.head) }
      context.write(data, promise: promise)
    }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    // Hummingbird closes at once, but the client may still be reading.
    if case .end = expecting, context.channel.isActive {
      if let promise { context.channel.closeFuture.cascade(to: promise) }
    } else {
      context.close(mode: mode, promise: promise)
    }
  }

  // MARK: Ends

  private func schedule(_ context: ChannelHandlerContext, in time: TimeAmount) {
    deadline?.cancel()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: time) {
      let (handler, context) = bound.value
      handler.deadlinePassed(context)
    }
  }

  private func deadlinePassed(_ context: ChannelHandlerContext) {
    switch expecting {
    case .head where hasServedRequest: context.close(promise: nil)
    case .head:
      refuse(
        context, .requestTimeout, "The head of the request did not arrive in time.", BodyTimedOut())
    case .body where isDraining:
      refuse(context, .serviceUnavailable, "The service is shutting down.", BodyTimedOut())
    case .body:
      refuse(context, .requestTimeout, "The body did not arrive in time.", BodyTimedOut())
    case .end: context.close(promise: nil)
    }
  }

  /// Whether this handler may send the next response on the connection.
  private var canRefuse: Bool {
    switch expecting {
    case .head: openRequests == 0
    case .body: openRequests == 1 && !hasStartedResponse
    case .end: false
    }
  }

  /// Answers a request that the application does not receive, and ends the connection.
  private func refuse(
    _ context: ChannelHandlerContext, _ status: HTTPResponse.Status, _ detail: String,
    _ error: any Error
  ) {
    guard canRefuse, context.channel.isActive else {
      context.fireErrorCaught(error)
      context.close(promise: nil)
      return
    }
    let failure = RequestFailure(status, detail)
    let body = ByteBuffer(bytes: format.body(failure))
    let head = HTTPResponse(
      status: status,
      headerFields: [
        .contentType: format.mediaType, .contentLength: "\(body.readableBytes)",
        .connection: "close",
      ])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(body)), promise: nil)
    let written = context.eventLoop.makePromise(of: Void.self)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    close(context, after: written.futureResult)
    context.fireErrorCaught(error)
  }

  /// Ends the connection: at once for sending, and for receiving when the client is done or too slow.
  ///
  /// If bytes are unread, closing makes the kernel reset the connection, and the client may lose the response.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9112#section-9.6
  private func close(_ context: ChannelHandlerContext, after written: EventLoopFuture<Void>) {
    expecting = .end
    schedule(context, in: Self.lingering)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    written.whenComplete { _ in bound.value.close(mode: .output, promise: nil) }
  }
}
