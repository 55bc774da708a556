import ArgumentParser

/// The subcommand `conform vectors`.
struct VectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Check implementations in any language with the corpus of test vectors.",
    discussion: """
      The corpus is the folder that --vectors names, or else the variable CONFORM_VECTORS, or else \
      ./vectors, or else vectors or share/conform/vectors beside the executable or above it.
      """,
    subcommands: [
      VectorsListCommand.self, VectorsShowCommand.self, VectorsRunCommand.self,
      VectorsGenerateCommand.self,
      VectorsCertifyCommand.self,
    ]
  )
}
