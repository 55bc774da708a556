import Foundation
import JSONText
import Logging

/// Writes each event to standard error as one JSON object per line.
struct JSONLogHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("time", Date.now.formatted(.iso8601.time(includingFractionalSeconds: true)))
    writer.member("level", event.level.rawValue)
    writer.member("message", event.message.description)
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      if case .array(let values) = value {
        writer.member(key, values) { $0.string($1.description) }
      } else {
        writer.member(key, value.description)
      }
    }
    // Only the type: the description of an error may contain data from a client.
    if let error = event.error { writer.member("error", "\(type(of: error))") }
    writer.endObject()
    FileHandle.standardError.write(Data(writer.bytes + [0x0A]))
  }
}
