import Foundation
import PackagePlugin

/// Writes types for each schema and each OpenAPI document among a target's files, like `conform export swift`.
///
/// The name of a schema ends in `.schema.json`. An OpenAPI document is `openapi.json`, `openapi.yaml` or
/// `openapi.yml`, or its name ends in one of these after a dot.
@main struct ConformTypes: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let files = target.sourceModule?.sourceFiles else { return [] }
    let command = try context.tool(named: "ConformCommand").url
    // A document may refer to the others.
    let texts = files.map(\.url).filter { ["json", "yaml", "yml"].contains($0.pathExtension) }
    return texts.compactMap { text in
      guard let option = Self.option(for: text.deletingPathExtension().lastPathComponent) else {
        return nil
      }
      let output = context.pluginWorkDirectoryURL
        .appending(path: text.deletingPathExtension().lastPathComponent + ".swift")
      return .buildCommand(
        displayName: "Types of \(text.lastPathComponent)", executable: command,
        arguments: ["export", "swift", option, text.path, "--output", output.path],
        inputFiles: texts, outputFiles: [output])
    }
  }

  /// The option that reads a file, by its name without the extension; nil for a file without types.
  private static func option(for name: String) -> String? {
    switch name.split(separator: ".").last {
    case "openapi": "--openapi"
    case "schema": "--schema"
    default: nil
    }
  }
}
