import ArgumentParser
import BulkChecking
import VectorRunner
import Vectors

/// The subcommand `conform vectors list`.
struct VectorsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List vectors, one a line: id, target, class, expectation, why.",
    discussion: "Separated by tabs."
  )

  @OptionGroup var selection: VectorSelection

  func run() throws {
    let (_, selection) = try selection.load()
    var output = StandardOutput()
    for selected in selection {
      let vector = selected.vector
      let expectation =
        switch vector.judgement {
        case .fixed(let expectation): expectation.description
        case .choice(let axis, _): "by \(axis)"
        }
      let cells = [
        vector.id, vector.target, selected.className, expectation, vector.why,
      ]
      output.append(cells.map(TerminalText.escaped).joined(separator: "\t") + "\n")
      if output.hasFailed { break }
    }
    try output.finish()
  }
}
