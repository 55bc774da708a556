#ifndef BYTE_KINDS_H
#define BYTE_KINDS_H

#include <stddef.h>
#include <stdint.h>

/// Two sets of ASCII characters, for a test of 16 bytes at a time.
///
/// A character is in a set if `by_low[its low four bits]` and `by_high[its high four bits]` have a bit
/// in common: `by_high` has one bit for each of the eight rows of the ASCII table, `by_low` the rows
/// in which the column is in the set. Bytes beyond ASCII have no row and are in no set.
struct cvector_kinds {
  /// The characters that may stand in the subject at all.
  uint8_t by_low[16];
  /// Those of them that `may_follow_loners` is about; by rows as above.
  uint8_t loners_by_low[16];
  uint8_t by_high[16];
  /// 0 if the second set is empty.
  uint8_t has_loners;
  /// 0 if nothing may follow a loner, 1 if all but loners may.
  uint8_t may_follow_loners;
};

/// Whether `cvector_kinds_fit` works on this machine.
int cvector_kinds_available(void);

/// Whether each byte of a subject is in the first set, and no loner is followed by what must not
/// follow it. `count` must be at least 8.
int cvector_kinds_fit(const struct cvector_kinds *kinds, const uint8_t *bytes, size_t count);

#endif
