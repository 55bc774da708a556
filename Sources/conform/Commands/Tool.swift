/// What the command is called, and its version.
enum Tool {
  static let identity = (name: "conform", version: "0.1.0")
}
