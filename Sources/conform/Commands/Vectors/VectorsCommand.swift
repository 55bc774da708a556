import ArgumentParser

/// The subcommand `conform vectors`.
struct VectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Test implementations in any language with the corpus of test vectors.",
    discussion: """
      --vectors sets the folder of the corpus, otherwise the variable CONFORM_VECTORS. The default is \
      ./vectors, then vectors or share/conform/vectors next to the executable or in a parent directory.
      """,
    subcommands: [
      VectorsListCommand.self, VectorsShowCommand.self, VectorsRunCommand.self,
      VectorsGenerateCommand.self,
      VectorsCertifyCommand.self,
    ]
  )
}
