import APIOperations
import Vectors

/// Whether the answer to a draft depends on questions that the page leaves open, and how.
///
/// It is computed for every draft, so that no vector depends on a choice without saying so.
struct Classification {
  /// The judgement and what it takes for granted.
  let result: (Judgement, [Given])

  init(_ draft: Draft, byteCount: Int) {
    func judge(_ stance: Stance) -> Expectation {
      if let bound = stance.sizeBound, byteCount > bound { return .refused }
      return draft.judge(stance)
    }
    let recommended = judge(.recommended)
    let sensitive = Choices.axes.filter { axis in
      Choices.telling(axis).contains { name in
        judge(Stance.recommended.picking(name, on: axis)) != recommended
      }
    }
    guard let first = sensitive.first else {
      result = (.fixed(recommended), [])
      return
    }
    let axis = sensitive.first { $0.id == draft.axis?.id } ?? first
    func alternatives(_ stance: Stance) -> [Judgement.Alternative] {
      axis.alternatives.map {
        Judgement.Alternative($0.name, judge(stance.picking($0.name, on: axis)))
      }
    }
    let judgement = alternatives(.recommended)
    // An axis that tells nothing under the recommended alternatives may under others: the size of a
    // document matters to those only whom its depth does not stop.
    let others = Choices.axes.filter { other in
      other.id != axis.id
        && Choices.telling(other).contains { name in
          alternatives(Stance.recommended.picking(name, on: other)) != judgement
        }
    }
    let given = others.map { other in
      Given(
        axis: other.id,
        alternatives: other.alternatives.map(\.name).filter { name in
          alternatives(Stance.recommended.picking(name, on: other)) == judgement
        })
    }
    result = (.choice(axis: axis.id, judgement), given)
  }
}
