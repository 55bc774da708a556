// PCRE2 declares its functions once per code unit width; UTF-8 needs the 8-bit ones.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
