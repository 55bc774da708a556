/// Compares values by JSON Schema's rules: numbers by value, strings by code points, and objects regardless of the
/// order of their members.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
///
/// Containers are indexed first, with one entry for each value inside, so members in different orders are paired by
/// sorting their names instead of reading an object repeatedly. Keep a comparer to reuse its memory.
package struct ValueComparer: Sendable {
  /// The result of a comparison.
  package enum Outcome: Hashable, Sendable {
    /// The values are equal.
    case equal
    /// The values differ.
    case different
    /// The nesting of containers exceeds the limit of the comparison.
    case tooDeep
  }

  private var one = ValueIndex()
  private var two = ValueIndex()

  /// Creates a comparer without memory.
  package init() {}

  /// Compares the values at two cursors over checked documents or over one document.
  ///
  /// - Parameter depth: The maximum nesting of containers; the function recurses.
  package mutating func compare(
    _ cursor: JSONCursor, _ other: JSONCursor, depth: Int, scratch: inout JSONScratch
  ) -> Outcome {
    guard cursor.kindOfNextValue == other.kindOfNextValue else { return .different }
    switch cursor.kindOfNextValue {
    case .object, .array: break
    default:
      return Self.areEqualScalars(cursor, other) ? .equal : .different
    }
    defer {
      one.removeAll()
      two.removeAll()
    }
    guard one.append(valueAt: cursor, depth: depth, &scratch),
      two.append(valueAt: other, depth: depth, &scratch)
    else { return .tooDeep }
    return areEqual(0, 0, cursor, other) ? .equal : .different
  }

  private static func areEqualScalars(_ cursor: JSONCursor, _ other: JSONCursor) -> Bool {
    guard cursor.kindOfNextValue == other.kindOfNextValue else { return false }
    var (cursor, other) = (cursor, other)
    do throws(JSONFault) {
      switch cursor.kindOfNextValue {
      case .string:
        let (token, otherToken) = (try cursor.scanString(), try other.scanString())
        return cursor.compare(token, with: otherToken, in: other) == 0
      case .number:
        let (number, otherNumber) = (try cursor.readNumber(), try other.readNumber())
        return JSONNumber.compare(number, in: cursor, with: otherNumber, in: other) == 0
      case .boolean, .null: return cursor.next == other.next
      case .object, .array, nil: return false
      }
    } catch {
      return false
    }
  }

  /// Whether two entries have equal values. The recursion is no deeper than that of the indexing.
  private func areEqual(
    _ index: Int, _ otherIndex: Int, _ cursor: JSONCursor, _ other: JSONCursor
  ) -> Bool {
    var (cursor, other) = (cursor, other)
    cursor.position = one.entries[index].start
    other.position = two.entries[otherIndex].start
    switch (cursor.kindOfNextValue, other.kindOfNextValue) {
    case (.array, .array):
      return one.children(of: index).elementsEqual(two.children(of: otherIndex)) {
        areEqual($0, $1, cursor, other)
      }
    case (.object, .object):
      func haveEqualNames(_ member: Int, _ otherMember: Int) -> Bool {
        let (entry, otherEntry) = (one.entries[member], two.entries[otherMember])
        return entry.hash == otherEntry.hash
          && cursor.compare(entry.name, with: otherEntry.name, in: other) == 0
      }
      // Compare all names before any value, because different names are found sooner.
      let (members, others) = (one.children(of: index), two.children(of: otherIndex))
      if members.elementsEqual(others, by: haveEqualNames) {
        return zip(members, others).allSatisfy { areEqual($0, $1, cursor, other) }
      }
      let sorted = one.sortedByName(members, cursor)
      let otherSorted = two.sortedByName(others, other)
      return sorted.elementsEqual(otherSorted, by: haveEqualNames)
        && zip(sorted, otherSorted).allSatisfy { areEqual($0, $1, cursor, other) }
    default:
      return Self.areEqualScalars(cursor, other)
    }
  }
}
