import JSONText
import Vectors

/// Outcomes taken for others, and limits that others have.
extension ReportMutants {
  static var outcomes: [(String, Change)] {
    [
      ("everything is valid", { _, _ in Answer(.valid) }),
      ("everything is invalid", { _, _ in Answer(.invalid, [Finding("", "type")]) }),
      ("everything is malformed", { _, _ in Answer(.malformed) }),
      ("nothing is judged", { _, _ in Answer(.unsupported) }),
      (
        "malformed is invalid",
        { answer, _ in
          answer.outcome == .malformed ? Answer(.invalid, [Finding("", "type")]) : answer
        }
      ),
      (
        "malformed is valid",
        { answer, _ in answer.outcome == .malformed ? Answer(.valid) : answer }
      ),
      (
        "malformed is not judged",
        { answer, _ in answer.outcome == .malformed ? Answer(.unsupported) : answer }
      ),
      (
        "invalid is malformed",
        { answer, _ in answer.outcome == .invalid ? Answer(.malformed) : answer }
      ),
      (
        "invalid without findings",
        { answer, _ in answer.outcome == .invalid ? Answer(.invalid) : answer }
      ),
      (
        "a document that is no object is malformed",
        { answer, _ in answer.findings == [Finding("", "type")] ? Answer(.malformed) : answer }
      ),
      (
        "not judged is valid",
        { answer, _ in answer.outcome == .unsupported ? Answer(.valid) : answer }
      ),
      (
        "not judged is invalid",
        { answer, _ in
          answer.outcome == .unsupported ? Answer(.invalid, [Finding("", "type")]) : answer
        }
      ),
    ]
  }

  /// Limits that others have.
  static var refusals: [(String, Change)] {
    let depths = [2, 3, 4, 8, 16, 32, 64, 100, 128, 256, 300, 400, 500].map {
      bound -> (String, Change) in
      (
        "depth \(bound) at most",
        { answer, subject in
          subject.value.map { $0.depth > bound } ?? false ? Answer(.malformed) : answer
        }
      )
    }
    let sizes = [1, 4, 16, 32, 64, 100, 128, 256, 512, 1024].map { bound -> (String, Change) in
      (
        "\(bound) KiB at most",
        { answer, subject in subject.bytes.count > bound << 10 ? Answer(.unsupported) : answer }
      )
    }
    let numbers: [(String, Change)] = [
      (
        "numbers of a double",
        { answer, subject in
          subject.numbers.contains { Double($0)?.isInfinite ?? false } ? Answer(.malformed) : answer
        }
      ),
      (
        "numbers of 64 bits",
        { answer, subject in
          subject.numbers.contains {
            !$0.contains(".") && !$0.lowercased().contains("e") && Int64($0) == nil
          } ? Answer(.malformed) : answer
        }
      ),
      (
        "whole numbers",
        { answer, subject in
          subject.numbers.contains { $0.contains(".") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no exponents",
        { answer, subject in
          subject.numbers.contains { $0.lowercased().contains("e") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no capital E",
        { answer, subject in
          subject.numbers.contains { $0.contains("E") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no negative zero",
        { answer, subject in
          subject.numbers.contains { $0.hasPrefix("-0") } ? Answer(.malformed) : answer
        }
      ),
      (
        "no plus sign in exponents",
        { answer, subject in
          subject.numbers.contains { $0.contains("+") } ? Answer(.malformed) : answer
        }
      ),
      (
        "exponents without leading zeros",
        { answer, subject in
          subject.numbers.contains { $0.lowercased().contains("e0") } ? Answer(.malformed) : answer
        }
      ),
      (
        "documents that are objects or arrays",
        { answer, subject in
          subject.value.map { $0.objectValue == nil && $0.arrayValue == nil } ?? false
            ? Answer(.malformed) : answer
        }
      ),
    ]
    return depths + sizes + numbers + StrictReaders.all
  }
}
