#ifndef NEIGHBOURS_H
#define NEIGHBOURS_H

#include <stddef.h>
#include <stdint.h>

/// Two sets of ASCII characters, for a test of many bytes at a time.
///
/// A character is in a set if `by_low[its low four bits]` and `by_high[its high four bits]` have a bit
/// in common: `by_high` has one bit for each of the eight rows of the ASCII table, `by_low` the rows
/// in which the column is in the set. Bytes beyond ASCII have no row and are in no set.
struct cvector_kinds {
  /// The characters that may be in the subject at all.
  uint8_t by_low[16];
  /// Those of them that `may_follow_separators` is about; by rows as above.
  uint8_t separators_by_low[16];
  uint8_t by_high[16];
  /// 0 if the second set is empty.
  uint8_t has_separators;
  /// 0 if nothing may follow a separator, 1 if all but separators may.
  uint8_t may_follow_separators;
};

struct cvector_neighbors;

/// What a scan of a JSON string has found.
struct cvector_scan {
  /// The index of the first byte that is not a plain character: see `cvector_special_bytes`. -1 if there is
  /// none in the bytes that could be looked at.
  ptrdiff_t length;
  /// 1 if the neighbors in the subject before it are all allowed, else 0.
  size_t matches;
};

/// Which kinds of characters may come first, may follow which, and may come last. A set of kinds has one
/// bit for each.
struct cvector_neighbors {
  /// The kind of each byte's character, as a set of one.
  uint8_t kinds[256];
  /// The kinds that must not follow each byte's character.
  uint8_t forbidden_after[256];
  uint8_t forbidden_first;
  uint8_t forbidden_last;
  /// 1 if the empty subject matches.
  uint8_t accepts_empty;
  /// What says the same as `forbidden_after`, if `match_kinds` is not NULL.
  struct cvector_kinds sets;
  /// The test of at least 8 bytes that suits the sets and the machine; NULL if there is none.
  int (*match_kinds)(const struct cvector_kinds *sets, const uint8_t *bytes, size_t count);
  /// Finds the end of a string and tests it on the way; NULL if the sets or the machine do not allow it.
  ///
  /// `bytes` is where the string's first byte stands, after the quote; `readable` bytes may be read
  /// from there on. The last of them may stay unread.
  struct cvector_scan (*scan)(const struct cvector_neighbors *neighbors, const uint8_t *bytes,
                              size_t readable);
};

/// Chooses `match_kinds` and `scan` for the sets, those that look at `width` bytes at once or fewer: 16
/// or 32.
void cvector_choose_width(struct cvector_neighbors *neighbors, int width);

/// Whether the neighbors in a subject, which must be ASCII, are all allowed: 1 or 0.
int cvector_neighbors_match(const struct cvector_neighbors *neighbors, const uint8_t *bytes,
                             size_t count);

#endif
