#include "neighbors.h"

// In C, because Swift's vectors have no lookup of 16 bytes at once. Processors without it and other architectures do
// the same byte by byte.
#if defined(__x86_64__)

#include "special_bytes_32.h"

#define TARGET_16 __attribute__((target("ssse3")))

/// The last step starts `width` bytes before the end of the subject, so it may process some bytes a second time.
#define LAST_STEP(count, width) ((count) - (width))

/// A vector with zero for each byte that is not in the set.
TARGET_16 static inline __m128i look_up_16(__m128i chunk, __m128i low, __m128i high) {
  // The lookup gives zero if a byte has its high bit set, so bytes beyond ASCII are in no set.
  __m128i row = _mm_shuffle_epi8(high, _mm_and_si128(_mm_srli_epi16(chunk, 4), _mm_set1_epi8(15)));
  return _mm_and_si128(_mm_shuffle_epi8(low, chunk), row);
}

TARGET_16 static inline __m128i load_16(const uint8_t *bytes) {
  return _mm_loadu_si128((const __m128i *)bytes);
}

/// The first eight and the last eight bytes of a subject, which may overlap.
TARGET_16 static inline __m128i load_ends(const uint8_t *bytes, size_t count) {
  return _mm_unpacklo_epi64(_mm_loadl_epi64((const __m128i *)bytes),
                            _mm_loadl_epi64((const __m128i *)(bytes + LAST_STEP(count, 8))));
}

/// Without separators: whether all bytes are in the first set.
TARGET_16 static int match_set_16(const struct cvector_kinds *sets, const uint8_t *bytes,
                                  size_t count) {
  const __m128i low = load_16(sets->by_low);
  const __m128i high = load_16(sets->by_high);
  __m128i found;
  if (count < 16) {
    found = look_up_16(load_ends(bytes, count), low, high);
  } else {
    found = look_up_16(load_16(bytes + LAST_STEP(count, 16)), low, high);
    for (size_t offset = 0; offset < LAST_STEP(count, 16); offset += 16) {
      found = _mm_min_epu8(found, look_up_16(load_16(bytes + offset), low, high));
    }
  }
  return _mm_movemask_epi8(_mm_cmpeq_epi8(found, _mm_setzero_si128())) == 0;
}

/// With separators: whether all bytes are in the first set, and no separator is followed by a forbidden byte.
TARGET_16 static int match_separators_16(const struct cvector_kinds *sets, const uint8_t *bytes,
                                     size_t count) {
  const __m128i zero = _mm_setzero_si128();
  const __m128i low = load_16(sets->by_low);
  const __m128i separators_low = load_16(sets->separators_by_low);
  const __m128i high = load_16(sets->by_high);
  // All bits are set if no byte may follow a separator.
  const __m128i nothing_follows = _mm_set1_epi8(sets->may_follow_separators ? 0 : -1);

  if (count < 16) {
    __m128i chunk = load_ends(bytes, count);
    __m128i plain = _mm_cmpeq_epi8(look_up_16(chunk, separators_low, high), zero);
    __m128i separators = _mm_andnot_si128(plain, _mm_set1_epi8(-1));
    // Shift each half separately, because the ninth byte does not follow the eighth.
    __m128i before = _mm_slli_epi64(separators, 8);
    __m128i bad = _mm_or_si128(_mm_cmpeq_epi8(look_up_16(chunk, low, high), zero),
                               _mm_and_si128(before, _mm_or_si128(separators, nothing_follows)));
    return _mm_movemask_epi8(bad) == 0;
  }

  // The separators before each byte of a chunk; there are none before the first.
  __m128i before_chunk = zero;
  __m128i bad = zero;
  size_t offset = 0;
  for (;;) {
    __m128i chunk = load_16(bytes + offset);
    __m128i separators = _mm_xor_si128(_mm_cmpeq_epi8(look_up_16(chunk, separators_low, high), zero),
                                   _mm_set1_epi8(-1));
    __m128i before = _mm_alignr_epi8(separators, before_chunk, 15);
    bad = _mm_or_si128(bad, _mm_cmpeq_epi8(look_up_16(chunk, low, high), zero));
    bad = _mm_or_si128(bad, _mm_and_si128(before, _mm_or_si128(separators, nothing_follows)));
    offset += 16;
    if (offset == count) break;
    before_chunk = separators;
    if (count - offset < 16) {
      // The first of the last 16 bytes was already tested with its preceding neighbor.
      offset = LAST_STEP(count, 16);
      before_chunk = zero;
    }
  }
  return _mm_movemask_epi8(bad) == 0;
}

TARGET_32 static inline __m256i broadcast_32(const uint8_t *bytes) {
  return _mm256_broadcastsi128_si256(load_16(bytes));
}

/// The last 16 to 31 bytes that may be read, followed by zeros.
TARGET_32 static inline __m256i load_last_32(const uint8_t *bytes, size_t count) {
  // Moves bytes down by the distance between the load and the start of these indexes; the others become zero.
  static const int8_t indexes[32] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                     -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
  __m128i moved = _mm_shuffle_epi8(load_16(bytes + LAST_STEP(count, 16)),
                                   _mm_loadu_si128((const __m128i *)(indexes + 32 - count)));
  return _mm256_set_m128i(moved, load_16(bytes));
}

/// One bit for each byte that is zero.
TARGET_32 static inline uint32_t zero_bytes_32(__m256i chunk) {
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(chunk, _mm256_setzero_si256()));
}

/// `scan` as a template: `has_separators` is a constant, so the compiler creates a version with and one without.
TARGET_32 static inline __attribute__((always_inline)) struct cvector_scan scan_32(
    const struct cvector_neighbors *neighbors, const uint8_t *bytes, size_t readable,
    const int has_separators) {
  const struct cvector_kinds *sets = &neighbors->sets;
  const __m256i low = broadcast_32(sets->by_low);
  const __m256i separators_low = broadcast_32(sets->separators_by_low);
  const __m256i high = broadcast_32(sets->by_high);
  // All bits are set if no byte may follow a separator.
  const uint32_t nothing_follows = sets->may_follow_separators ? 0 : UINT32_MAX;
  // One bit, set if the last byte of the previous chunk is a separator.
  uint32_t separator_before = 0;
  uint32_t bad = 0;
  for (size_t offset = 0; readable - offset >= 16; offset += 32) {
    size_t left = readable - offset;
    __m256i chunk = left >= 32 ? _mm256_loadu_si256((const __m256i *)(bytes + offset))
                               : load_last_32(bytes + offset, left);
    // The lookup gives zero if a byte has its high bit set, so bytes beyond ASCII are in no set.
    __m256i row = _mm256_shuffle_epi8(
        high, _mm256_and_si256(_mm256_srli_epi16(chunk, 4), _mm256_set1_epi8(15)));
    uint32_t bad_here = zero_bytes_32(_mm256_and_si256(_mm256_shuffle_epi8(low, chunk), row));
    if (has_separators) {
      uint32_t separators =
          ~zero_bytes_32(_mm256_and_si256(_mm256_shuffle_epi8(separators_low, chunk), row));
      bad_here |= (separators << 1 | separator_before) & (separators | nothing_follows);
      separator_before = separators >> 31;
    }
    uint32_t special = special_bytes_32(chunk);
    if (special == 0) {
      bad |= bad_here;
      continue;
    }
    unsigned index = (unsigned)__builtin_ctz(special);
    if (index >= left) break;
    size_t length = offset + index;
    if (length == 0) return (struct cvector_scan){0, neighbors->accepts_empty};
    // Only the bytes before the special byte count.
    bad |= _bzhi_u32(bad_here, index);
    unsigned ends = neighbors->kinds[bytes[0]] & neighbors->forbidden_first;
    ends |= neighbors->kinds[bytes[length - 1]] & neighbors->forbidden_last;
    return (struct cvector_scan){(ptrdiff_t)length, (bad | ends) == 0};
  }
  return (struct cvector_scan){-1, 0};
}

TARGET_32 static struct cvector_scan scan_set_32(const struct cvector_neighbors *neighbors,
                                                 const uint8_t *bytes, size_t readable) {
  return scan_32(neighbors, bytes, readable, 0);
}

TARGET_32 static struct cvector_scan scan_separators_32(const struct cvector_neighbors *neighbors,
                                                    const uint8_t *bytes, size_t readable) {
  return scan_32(neighbors, bytes, readable, 1);
}

void cvector_choose_width(struct cvector_neighbors *neighbors, int width) {
  const int has_separators = neighbors->sets.has_separators;
  neighbors->match_kinds = NULL;
  neighbors->scan = NULL;
  if (width >= 16 && __builtin_cpu_supports("ssse3")) {
    neighbors->match_kinds = has_separators ? match_separators_16 : match_set_16;
  }
  if (width >= 32 && HAS_TARGET_32) {
    neighbors->scan = has_separators ? scan_separators_32 : scan_set_32;
  }
}

#else

void cvector_choose_width(struct cvector_neighbors *neighbors, int width) {
  (void)width;
  neighbors->match_kinds = NULL;
  neighbors->scan = NULL;
}

#endif

int cvector_neighbors_match(const struct cvector_neighbors *neighbors, const uint8_t *bytes,
                             size_t count) {
  if (count == 0) return neighbors->accepts_empty;
  // Test the first byte here; each other byte is tested together with its preceding one.
  unsigned found = neighbors->kinds[bytes[0]] & neighbors->forbidden_first;
  found |= neighbors->kinds[bytes[count - 1]] & neighbors->forbidden_last;
  if (found != 0) return 0;
  if (count >= 8 && neighbors->match_kinds != NULL) {
    return neighbors->match_kinds(&neighbors->sets, bytes, count);
  }
  unsigned forbidden = neighbors->forbidden_after[bytes[0]];
  for (size_t index = 1; index < count; index++) {
    found |= neighbors->kinds[bytes[index]] & forbidden;
    forbidden = neighbors->forbidden_after[bytes[index]];
  }
  return found == 0;
}
