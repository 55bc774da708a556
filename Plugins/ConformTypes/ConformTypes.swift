import Foundation
import PackagePlugin

/// Writes types for each file of a target whose name ends in `.schema.json`, as `conform export swift` does.
@main struct ConformTypes: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let files = target.sourceModule?.sourceFiles else { return [] }
    let schemas = files.map(\.url).filter { $0.lastPathComponent.hasSuffix(".schema.json") }
    let command = try context.tool(named: "ConformCommand").url
    return schemas.map { schema in
      let name = schema.lastPathComponent.dropLast(".schema.json".count)
      let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
      // A schema may refer to the others.
      return .buildCommand(
        displayName: "Types of \(schema.lastPathComponent)", executable: command,
        arguments: ["export", "swift", "--schema", schema.path, "--output", output.path],
        inputFiles: schemas, outputFiles: [output])
    }
  }
}
