#ifndef NEIGHBOURS_H
#define NEIGHBOURS_H

#include <stddef.h>
#include <stdint.h>

/// Two sets of ASCII characters, for testing many bytes at once.
///
/// A character is in a set if `by_low[its low four bits]` and `by_high[its high four bits]` have a common bit.
/// `by_high` has one bit for each of the eight rows of the ASCII table, and `by_low` has the rows in which the column
/// is in the set. Bytes beyond ASCII have no row and are in no set.
struct cvector_kinds {
  /// The characters that the subject may contain.
  uint8_t by_low[16];
  /// The separators among them, by rows as above.
  uint8_t separators_by_low[16];
  uint8_t by_high[16];
  /// 0 if there are no separators.
  uint8_t has_separators;
  /// 0 if nothing may follow a separator, 1 if every character except a separator may.
  uint8_t may_follow_separators;
};

struct cvector_neighbors;

/// The result of scanning a JSON string.
struct cvector_scan {
  /// The index of the first byte that is not a plain character: see `cvector_special_bytes`. -1 if the scanned bytes
  /// contain none.
  ptrdiff_t length;
  /// 1 if all neighbors in the subject before that byte are allowed, else 0.
  size_t matches;
};

/// The kinds of characters that may come first, follow one another, and come last. A set of kinds has one bit for
/// each.
struct cvector_neighbors {
  /// The kind of each byte's character, as a set of one.
  uint8_t kinds[256];
  /// The kinds that must not follow each byte's character.
  uint8_t forbidden_after[256];
  uint8_t forbidden_first;
  uint8_t forbidden_last;
  /// 1 if the empty subject matches.
  uint8_t accepts_empty;
  /// An equivalent of `forbidden_after`, if `match_kinds` is not NULL.
  struct cvector_kinds sets;
  /// The test of at least 8 bytes for these sets and this machine; NULL if there is none.
  int (*match_kinds)(const struct cvector_kinds *sets, const uint8_t *bytes, size_t count);
  /// Finds the end of a string and tests the string in the same pass; NULL if the sets or the machine do not support
  /// it.
  ///
  /// `bytes` points to the first byte after the quote, from which `readable` bytes can be read. The last of them may
  /// stay unread.
  struct cvector_scan (*scan)(const struct cvector_neighbors *neighbors, const uint8_t *bytes,
                              size_t readable);
};

/// Chooses `match_kinds` and `scan` for the sets; they process at most `width` bytes at once: 16 or 32.
void cvector_choose_width(struct cvector_neighbors *neighbors, int width);

/// Whether all neighbors in a subject, which must be ASCII, are allowed: 1 or 0.
int cvector_neighbors_match(const struct cvector_neighbors *neighbors, const uint8_t *bytes,
                             size_t count);

#endif
