// Characters, grouped by how the documented patterns treat them.

const codePoints = (...values) => values.map((value) => String.fromCodePoint(value));

export const ALPHANUMERIC = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/** All 25 code points of ECMA-262 `\s`: WhiteSpace and LineTerminator. https://tc39.es/ecma262/#sec-white-space */
export const WHITE_SPACE = codePoints(
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
  0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
);

/** Whitespace in another engine or standard, or invisible, but not in ECMA-262's `\s`. */
export const NOT_WHITE_SPACE = codePoints(
  0x00, 0x08, 0x0e, 0x1c, 0x1d, 0x1e, 0x1f, 0x7f, 0x85, 0xad, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2800, 0x3164, 0x115f,
);

/** The characters that the description's class allows in addition to letters, digits and whitespace. */
export const DESCRIPTION_PUNCTUATION = [...'.,?\\/\'"()[];`%^&*-_:!'];

/** Letters and digits only to a case-insensitive, Unicode-aware or normalizing engine: long s, kelvin, full width, Arabic, Cyrillic … */
export const LOOK_ALIKES = codePoints(0x17f, 0x212a, 0x130, 0x131, 0xff21, 0xff10, 0x661, 0x430, 0x455, 0xb5, 0xe9, 0xdf, 0xb3, 0x2460);

/** One grapheme each, with several code points, UTF-16 units or bytes. */
export const GRAPHEMES = ['e\u0301', '👍', '👩‍👩‍👧‍👦', '🇩🇪', '👍🏽', 'n\u0303\u0323', '\u1100\u1161\u11a8', '\u{1d7d8}', '\u{10ffff}', '\u{20000}'];

/** ASCII characters that neither text pattern allows. */
export const OUTSIDE_ASCII = [...'{}|~<>#$@+='];

/** ASCII characters that only the description's pattern allows. */
export const OUTSIDE_NAME = ['_', '.', '/', '\\', '"', '\'', ':', '\u2010', '\u2013', '\u2212', '\ufe63'];

/** Characters that both text patterns reject at any position. */
export const refusedByBoth = (random) =>
  random.pick(random.pick([NOT_WHITE_SPACE, LOOK_ALIKES, GRAPHEMES, OUTSIDE_ASCII]));

export const lengthInCodePoints = (text) => Array.from(text).length;
