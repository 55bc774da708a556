#include "byte_kinds.h"

// Swift's vectors have no lookup of 16 bytes at once, so this is C. Machines without it, and those
// of other architectures, do the same byte by byte in Swift.
#if defined(__x86_64__)

#include <immintrin.h>

int cvector_kinds_available(void) { return __builtin_cpu_supports("ssse3") != 0; }

#define TARGET __attribute__((target("ssse3")))

struct sets {
  __m128i all;
  __m128i loners;
};

/// For each byte something other than zero if it is in the set.
TARGET static inline struct sets look_up(__m128i chunk, __m128i low, __m128i loners, __m128i high) {
  const __m128i nibble = _mm_set1_epi8(0x0F);
  // The high bit of a byte makes the lookup give zero: a byte beyond ASCII has no column.
  __m128i column = _mm_and_si128(chunk, _mm_set1_epi8((char)0x8F));
  __m128i row = _mm_shuffle_epi8(high, _mm_and_si128(_mm_srli_epi16(chunk, 4), nibble));
  struct sets sets = {_mm_and_si128(_mm_shuffle_epi8(low, column), row),
                      _mm_and_si128(_mm_shuffle_epi8(loners, column), row)};
  return sets;
}

TARGET int cvector_kinds_fit(const struct cvector_kinds *kinds, const uint8_t *bytes, size_t count) {
  const __m128i zero = _mm_setzero_si128();
  const __m128i low = _mm_loadu_si128((const __m128i *)kinds->by_low);
  const __m128i loners_low = _mm_loadu_si128((const __m128i *)kinds->loners_by_low);
  const __m128i high = _mm_loadu_si128((const __m128i *)kinds->by_high);
  // Ones where a byte must not follow a loner, whatever it is.
  const __m128i nothing_follows = _mm_set1_epi8(kinds->may_follow_loners ? 0 : -1);

  if (!kinds->has_loners && count >= 16) {
    __m128i fits = _mm_set1_epi8(-1);
    size_t last = count - 16;
    for (size_t offset = 0;; offset += 16) {
      // The last sixteen, some of them for the second time.
      if (offset > last) offset = last;
      __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + offset));
      fits = _mm_min_epu8(fits, look_up(chunk, low, loners_low, high).all);
      if (offset == last) break;
    }
    return _mm_movemask_epi8(_mm_cmpeq_epi8(fits, zero)) == 0;
  }
  if (count < 16) {
    // The first eight bytes and the last eight, some of them twice.
    __m128i chunk =
        _mm_unpacklo_epi64(_mm_loadl_epi64((const __m128i *)bytes),
                           _mm_loadl_epi64((const __m128i *)(bytes + count - 8)));
    struct sets sets = look_up(chunk, low, loners_low, high);
    __m128i plain = _mm_cmpeq_epi8(sets.loners, zero);
    __m128i after = _mm_andnot_si128(plain, _mm_set1_epi8(-1));
    // Shifted by halves: the ninth byte is not the one behind the eighth.
    __m128i before = _mm_slli_epi64(after, 8);
    __m128i bad = _mm_or_si128(_mm_cmpeq_epi8(sets.all, zero),
                               _mm_and_si128(before, _mm_or_si128(after, nothing_follows)));
    return _mm_movemask_epi8(bad) == 0;
  }

  // The loners among the bytes before a chunk: none before the first.
  __m128i before_chunk = zero;
  __m128i bad = zero;
  size_t offset = 0;
  for (;;) {
    __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + offset));
    struct sets sets = look_up(chunk, low, loners_low, high);
    __m128i loners = _mm_xor_si128(_mm_cmpeq_epi8(sets.loners, zero), _mm_set1_epi8(-1));
    __m128i before = _mm_alignr_epi8(loners, before_chunk, 15);
    bad = _mm_or_si128(bad, _mm_cmpeq_epi8(sets.all, zero));
    bad = _mm_or_si128(bad, _mm_and_si128(before, _mm_or_si128(loners, nothing_follows)));
    offset += 16;
    if (offset == count) break;
    before_chunk = loners;
    if (count - offset < 16) {
      // The last sixteen, of which the first was looked at as the follower of its neighbour before.
      offset = count - 16;
      before_chunk = zero;
    }
  }
  return _mm_movemask_epi8(bad) == 0;
}

#else

int cvector_kinds_available(void) { return 0; }

int cvector_kinds_fit(const struct cvector_kinds *kinds, const uint8_t *bytes, size_t count) {
  (void)kinds, (void)bytes, (void)count;
  return 0;
}

#endif
