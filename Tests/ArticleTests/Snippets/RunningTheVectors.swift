import Vectors

/// An implementation of your own, as the corpus asks it.
struct YourChecker: Checker {
  func check(_ bytes: [UInt8], as target: String) -> Answer {
    // Ask your implementation here; this one finds everything valid.
    Answer(.valid)
  }
}

/// The vectors to which an implementation gives a wrong answer, by id with both answers.
///
/// Where the page is silent, the right answer is the one that this project has chosen.
func mistakes(of checker: some Checker, in corpus: Corpus) -> [String] {
  corpus.vectors.compactMap { vector in
    let expected = corpus.recommendedExpectation(of: vector)
    let answer = checker.check(vector.input.bytes, as: vector.target)
    return expected.isMet(by: answer) ? nil : "\(vector.id): \(answer), and not \(expected)"
  }
}
