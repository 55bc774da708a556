extension DraftFile {
  /// Every file of the corpus.
  ///
  /// Drafts of one document may stand in several files; the first one becomes the vector. So files
  /// whose vectors are aimed at one thing come before those that combine many.
  static var all: [DraftFile] {
    PageExamples.files + Types.files + Presence.files + Lengths.files + NamePattern.files
      + DescriptionPattern.files + PrefixPattern.files + WhiteSpace.files + LineTerminators.files
      + Enumeration.files + Credentials.files + AssignedFields.files + UnknownFields.files
      + DuplicateKeys.files + Grammar.files + Encodings.files + Escapes.files + Limits.files
      + Envelope.files + Spelling.files + Backtracking.files + Combinations.files
  }
}
