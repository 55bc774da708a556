extension Program {
  /// A program and its arguments from a command line, split into words as a shell splits simple ones. No
  /// shell is run.
  ///
  /// Blanks separate words. Within single quotes everything stands for itself; within double quotes and outside
  /// of quotes a backslash takes the meaning from the character after it. Nothing else is special: no variables,
  /// no globs, no pipes.
  public init(commandLine text: String) throws(CommandLineFault) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\0", _):
        throw CommandLineFault(message: "the command has a NUL character")
      case ("\\", nil), ("\\", "\""):
        guard let next = rest.popFirst() else {
          throw CommandLineFault(message: "the command ends with a backslash")
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
    guard quote == nil else { throw CommandLineFault(message: "the command has an open quote") }
    if let ended = word { words.append(ended) }
    guard let program = words.first, !program.isEmpty else {
      throw CommandLineFault(message: "the command names no program")
    }
    self.init(words)
  }

  /// The program with each `{name}` in its words replaced.
  public func replacing(_ name: String, with value: String) -> Program {
    var program = self
    program.words = words.map { $0.replacing("{\(name)}", with: value) }
    return program
  }
}

/// Why a command line has no words.
public struct CommandLineFault: Error, Hashable, Sendable {
  /// What is wrong, for people.
  public let message: String
}
