import Foundation
import Testing

@testable import ECMARegex

/// Compares random patterns and subjects with a JavaScript engine.
///
/// `CONFORM_DIFFERENTIAL_PAIRS` sets the number of pairs, and `CONFORM_DIFFERENTIAL_SEED` selects them.
@Suite(
  "Random patterns agree with node",
  .enabled(if: NodeOracle.installed != nil, "\(NodeOracle.skipReason)"))
struct RandomDifferentialTests {
  static let pairs = setting("CONFORM_DIFFERENTIAL_PAIRS") ?? 100_000
  static let seed = UInt64(setting("CONFORM_DIFFERENTIAL_SEED") ?? 262)
  static let subjectsPerPattern = 40

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// The result of the comparison, by class, with the first case of each disagreement.
  struct Tally {
    var pairs = 0
    var counts: [String: Int] = [:]
    var disagreements: [String] = []

    mutating func count(_ name: String, _ number: Int = 1) {
      counts[name, default: 0] += number
    }

    mutating func disagree(_ text: String) {
      count("disagreements")
      if disagreements.count < 40 { disagreements.append(text) }
    }
  }

  @Test("Acceptance and every verdict, by every engine")
  func agrees() throws {
    let node = try #require(NodeOracle.installed)
    var generator = PatternGenerator(seed: Self.seed)
    var sampler = SubjectSampler(seed: Self.seed &+ 1)
    var tally = Tally()
    while tally.pairs < Self.pairs {
      var questions: [NodeOracle.Question] = []
      var outcomes: [Outcome] = []
      for _ in 0..<2_000 {
        let source = generator.pattern()
        let outcome = compile(source)
        outcomes.append(outcome)
        let subjects =
          switch outcome {
          case .success(let patterns):
            sampler.subjects(
              for: patterns.first.syntax, count: Self.subjectsPerPattern,
              isNarrow: generator.isNarrow)
          case .failure: [""]
          }
        questions.append(.init(pattern: source, subjects: subjects))
      }
      let answers = try node.answers(to: questions)
      for ((question, outcome), answer) in zip(zip(questions, outcomes), answers) {
        compare(question, outcome, answer, &tally)
      }
    }
    print("differential: seed \(Self.seed), \(tally.pairs) pairs,", tally.counts.sorted { $0 < $1 })
    #expect(tally.disagreements.isEmpty, "\(tally.disagreements.joined(separator: "\n"))")
  }

  /// A pattern as compiled for each engine.
  struct Patterns {
    let first: Pattern
    var all: [(engine: String, pattern: Pattern)] = []

    init(_ source: String) throws(PatternError) {
      first = try Pattern(source)
      for (name, engine) in Pattern.Engine.all {
        all.append((name, try Pattern(source, engine: engine)))
      }
    }
  }

  typealias Outcome = Result<Patterns, PatternError>

  private func compile(_ source: String) -> Outcome {
    do throws(PatternError) { return .success(try Patterns(source)) } catch {
      return .failure(error)
    }
  }

  private func compare(
    _ question: NodeOracle.Question, _ outcome: Outcome, _ answer: NodeOracle.Answer,
    _ tally: inout Tally
  ) {
    tally.pairs += question.subjects.count
    switch (outcome, answer) {
    case (.failure(let error), .rejected) where error.kind == .syntax:
      tally.count("rejected by both")
    case (.failure(let error), .rejected) where error.message.hasPrefix("Modifiers"):
      tally.count("modifiers, which this node rejects")
    case (_, .rejected) where repeatsACaptureName(question.pattern):
      tally.count("repeated names, which this node rejects")
    case (.failure(let error), .verdicts)
    where error.kind == .unsupported && !error.message.hasPrefix("PCRE2 cannot compile"):
      tally.count("unsupported: \(error.message.prefix { $0 != ":" && $0 != "`" })")
    case (.failure(let error), _):
      tally.disagree("/\(question.pattern)/: \(error), node: \(answer)")
    case (.success(let patterns), .rejected):
      let translation = patterns.first.translation
      tally.disagree("/\(question.pattern)/ → \(translation): accepted, node rejects")
    case (.success(let patterns), .verdicts(let verdicts)):
      tally.count("accepted by both")
      for (subject, verdict) in zip(question.subjects, verdicts) {
        for (engine, pattern) in patterns.all {
          let result = pattern.match(subject)
          switch (result, verdict) {
          case (.match, .match), (.noMatch, .noMatch): tally.count("verdicts alike, \(engine)")
          case (.gaveUp, _): tally.count("gave up, \(engine)")
          case (_, .tookTooLong): tally.count("node took too long")
          case _ where pattern.syntax.root.hasReferenceBeforeAstralLiteral:
            tally.count("reference before a character beyond U+FFFF, which V8 misreads")
          default:
            tally.disagree(
              "/\(question.pattern)/ → \(pattern.translation) on \(subject.debugDescription): "
                + "\(engine) \(result), node \(verdict)")
          }
        }
      }
    }
  }

  /// Whether two alternatives have the same name, as ECMA-262 allows since its edition of 2025.
  private func repeatsACaptureName(_ source: String) -> Bool {
    var parser = PatternParser(source, grammar: .strict)
    _ = try? parser.parse()
    let names = parser.captureNames.compactMap(\.self)
    return Set(names).count < names.count
  }
}

extension PatternNode {
  /// Whether a backreference comes directly before a literal of two code units.
  ///
  /// V8 does not match `/\1😀(a)?/u` on "😀", but it does match `/(?:\1)😀(a)?/u`.
  fileprivate var hasReferenceBeforeAstralLiteral: Bool {
    if case .sequence(let parts) = self {
      for (part, next) in zip(parts, parts.dropFirst()) {
        guard case .backreference = part else { continue }
        let atom = if case .repetition(let repetition) = next { repetition.body } else { next }
        guard case .characters(let set) = atom else { continue }
        if let scalar = set.scalars.onlyMember, scalar.value > 0xFFFF { return true }
      }
    }
    return children.contains(where: \.hasReferenceBeforeAstralLiteral)
  }
}
