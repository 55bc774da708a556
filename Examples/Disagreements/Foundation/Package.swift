// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "FoundationAdapter",
  platforms: [.macOS(.v15)],
  targets: [.executableTarget(name: "FoundationAdapter")]
)
