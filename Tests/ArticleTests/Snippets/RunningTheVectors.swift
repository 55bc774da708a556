import Vectors

/// Wraps your own implementation.
struct YourChecker: Checker {
  func check(_ bytes: [UInt8], as target: String) -> Answer {
    // Call your implementation here; this one accepts everything.
    Answer(.valid)
  }
}

/// Returns the vectors that an implementation answers wrongly: their ids with both answers.
///
/// Where the page is silent, the answer that this project chose counts as right.
func mistakes(of checker: some Checker, in corpus: Corpus) -> [String] {
  corpus.vectors.compactMap { vector in
    let expected = corpus.recommendedExpectation(of: vector)
    let answer = checker.check(vector.input.bytes, as: vector.target)
    return expected.isMet(by: answer) ? nil : "\(vector.id): \(answer), expected \(expected)"
  }
}
