import Foundation

/// What the machine may lack.
enum Installed {
  static let python = isThere("python3")
  static let node = isThere("node")
  static let perl = isThere("perl")
  static let curl = isThere("curl")

  private static func isThere(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
