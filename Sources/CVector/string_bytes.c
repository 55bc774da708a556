#include "string_bytes.h"

static size_t search_by_16(const uint8_t *bytes, size_t from, size_t count) {
  for (; from + 16 <= count; from += 16) {
    uint32_t special = cvector_special_bytes(bytes + from);
    if (special) return from + (size_t)__builtin_ctz(special);
  }
  if (from >= count) return count;
  if (count >= 16) {
    // The last 16 bytes, without those before `from`.
    size_t start = count - 16;
    uint32_t special = cvector_special_bytes(bytes + start) >> (from - start);
    return special ? from + (size_t)__builtin_ctz(special) : count;
  }
  // The zeros that follow are special bytes.
  uint8_t padded[16] = {0};
  memcpy(padded, bytes, count);
  return from + (size_t)__builtin_ctz(cvector_special_bytes(padded) >> from);
}

size_t (*cvector_chosen_search)(const uint8_t *, size_t, size_t) = search_by_16;

#if defined(__x86_64__)

#include "special_bytes_32.h"

TARGET_32 static inline uint32_t special_at(const uint8_t *bytes) {
  return special_bytes_32(_mm256_loadu_si256((const __m256i *)bytes));
}

TARGET_32 static size_t search_by_32(const uint8_t *bytes, size_t from, size_t count) {
  for (; from + 32 <= count; from += 32) {
    uint32_t special = special_at(bytes + from);
    if (special) return from + (size_t)__builtin_ctz(special);
  }
  if (from >= count) return count;
  if (count < 32) return search_by_16(bytes, from, count);
  size_t start = count - 32;
  uint32_t special = special_at(bytes + start) >> (from - start);
  return special ? from + (size_t)__builtin_ctz(special) : count;
}

__attribute__((constructor)) static void choose_search(void) {
  __builtin_cpu_init();
  if (HAS_TARGET_32) cvector_chosen_search = search_by_32;
}

#endif
