#include "string_bytes.h"

// Each of these looks at some of the last bytes twice: its last step starts one width before the end.

static size_t first_special_by_16(const uint8_t *bytes, size_t from, size_t count) {
  for (; count - from >= 16; from += 16) {
    uint32_t special = cvector_special_bytes(bytes + from);
    if (special) return from + (size_t)__builtin_ctz(special);
  }
  if (from == count) return count;
  size_t start = count - 16;
  uint32_t special = cvector_special_bytes(bytes + start) >> (from - start);
  return special ? from + (size_t)__builtin_ctz(special) : count;
}

#if defined(__x86_64__)

#include "special_bytes_32.h"

TARGET_32 static inline uint32_t special_at(const uint8_t *bytes) {
  return special_bytes_32(_mm256_loadu_si256((const __m256i *)bytes));
}

TARGET_32 static size_t first_special_by_32(const uint8_t *bytes, size_t from, size_t count) {
  for (; count - from >= 32; from += 32) {
    uint32_t special = special_at(bytes + from);
    if (special) return from + (size_t)__builtin_ctz(special);
  }
  if (from == count) return count;
  size_t start = count - 32;
  uint32_t special = special_at(bytes + start) >> (from - start);
  return special ? from + (size_t)__builtin_ctz(special) : count;
}

#else
#define HAS_TARGET_32 0
#define first_special_by_32 first_special_by_16
#endif

size_t cvector_first_special_byte(const uint8_t *bytes, size_t from, size_t count) {
  if (from >= count) return count;
  if (count >= 32 && HAS_TARGET_32) return first_special_by_32(bytes, from, count);
  if (count >= 16) return first_special_by_16(bytes, from, count);
  // A zero is a special byte.
  uint8_t padded[16] = {0};
  memcpy(padded, bytes, count);
  return from + (size_t)__builtin_ctz(cvector_special_bytes(padded) >> from);
}
