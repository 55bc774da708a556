extension Program {
  /// Splits a command line into a program and its arguments, as a shell would. No shell runs.
  ///
  /// Blanks separate words. Single quotes make everything between them literal. Within double quotes and outside
  /// quotes, a backslash makes the next character literal. Nothing else is special: no variables, no globs, no pipes.
  public init(commandLine text: String) throws(CommandLineFault) {
    func fault(_ problem: String) -> CommandLineFault {
      CommandLineFault(message: "'\(text)': \(problem)")
    }
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\0", _):
        throw fault("the command has a NUL character")
      case ("\\", nil), ("\\", "\""):
        guard let next = rest.popFirst() else {
          throw fault("the command ends with a backslash")
        }
        if quote != nil, next != "\"", next != "\\" { word = (word ?? "") + "\\" }
        word = (word ?? "") + String(next)
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (_, .some(let open)) where character == open:
        quote = nil
      case (" ", nil), ("\t", nil), ("\n", nil):
        if let ended = word { words.append(ended) }
        word = nil
      default:
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { throw fault("the command has an unclosed quote") }
    if let ended = word { words.append(ended) }
    guard let program = words.first, !program.isEmpty else {
      throw fault("the command does not name a program")
    }
    self.init(words)
  }

  /// Returns the program with each `{name}` in its words replaced.
  public func replacing(_ name: String, with value: String) -> Program {
    var program = self
    program.words = words.map { $0.replacing("{\(name)}", with: value) }
    return program
  }
}

/// The reason why a command line cannot be split.
public struct CommandLineFault: Error, Hashable, Sendable {
  /// The command line and the problem.
  public let message: String
}
