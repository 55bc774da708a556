/// The name and version of the command.
enum Tool {
  static let identity = (name: "conform", version: "0.1.0")
}
