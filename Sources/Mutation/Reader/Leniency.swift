/// One thing that a reader takes although RFC 8259 does not have it.
enum Leniency: Hashable, Sendable {
  // Structure.
  case trailingCommaInArray, trailingCommaInObject, trailingCommas, leadingComma, doubledComma
  case missingComma, semicolonForComma, equalsForColon, arrowForColon, missingColon, doubledColon
  case missingValue, nameWithoutValue, closedByEnd, stringClosedByEnd, eitherBracket
  case membersWithoutBraces
  // Names and strings.
  case bareNames, numbersAsNames, literalsAsNames, singleQuotes, backQuotes, adjacentStrings
  case rawControl(UInt8), rawControls, unknownEscapes, unknownEscapesDropped, escape(String, String)
  case hexEscape, braceEscape, octalEscape, longEscape, continuedLines, shortUnicodeEscapes,
    capitalU
  case digitBesides(HexNeighbour, at: Int?), digitBesidesInLowHalf(HexNeighbour)
  case loneSurrogates, loneHighSurrogates, loneLowSurrogates, swappedSurrogates, droppedSurrogates
  // Literals and numbers.
  case literal(String, String), literalsInAnyCase, bareWords, literalPrefixes
  case leadingZeros, plusSign, barePoint, trailingPoint, emptyExponent, doubledSign, loneMinus
  case hexNumber, octalNumber, binaryNumber, underscores, numberSuffix, spacesInNumbers, manyPoints
  // Between tokens and around the document.
  case space([UInt8]), comment(open: String, close: String), openComment
  case trailingBrackets, trailing([UInt8]), trailingGarbage, trailingDocuments, leading([UInt8]),
    callback
  case emptyAs(String), blankAs(String)
  // Names that stand twice, and names that are compared wrongly.
  case firstWins, lastWins, rawNamesMayRepeat, rawStrings
  case adjacentDuplicatesOnly, duplicateUnknownNames, nestedDuplicates
}

/// A byte next to a range of hexadecimal digits: what a bound that is off by one lets in.
enum HexNeighbour: UInt8, CaseIterable, Sendable {
  case slash = 0x2F
  case colon = 0x3A
  case at = 0x40
  case capitalG = 0x47
  case backQuote = 0x60
  case smallG = 0x67

  /// What a reader makes of the byte that takes it for a digit of the range beside it.
  var digit: Int {
    let byte = Int(rawValue)
    return switch self {
    case .slash, .colon: byte - 0x30
    case .at, .capitalG: byte - 0x41 + 10
    case .backQuote, .smallG: byte - 0x61 + 10
    }
  }
}
