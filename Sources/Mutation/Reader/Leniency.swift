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
