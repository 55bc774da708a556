// JSON strings: raw UTF-8 and escapes, and only sequences of Unicode scalar values.

import { malformed } from './malformed.mjs';

const QUOTE = 0x22, BACKSLASH = 0x5c;

/** Reads the string whose opening quote is at the cursor; leaves the cursor after the closing quote. */
export function readString(cursor) {
  const { bytes } = cursor;
  let at = cursor.at + 1;
  let spanStart = at;
  let text = '';
  for (;;) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      cursor.at = at + 1;
      return text + bytes.toString('utf8', spanStart, at);
    }
    if (byte === BACKSLASH) {
      text += bytes.toString('utf8', spanStart, at);
      cursor.at = at;
      text += readEscape(cursor);
      at = spanStart = cursor.at;
    } else if (byte === undefined) {
      throw malformed('the document ends inside a string', at);
    } else if (byte < 0x20) {
      throw malformed('control character in a string', at);
    } else {
      at += byte < 0x80 ? 1 : sequenceLength(bytes, at);
    }
  }
}

const SHORT_ESCAPES = new Map([
  [0x22, '"'], [0x5c, '\\'], [0x2f, '/'], [0x62, '\b'], [0x66, '\f'], [0x6e, '\n'], [0x72, '\r'], [0x74, '\t'],
]);

/** Reads the escape whose backslash is at the cursor; the two escapes of a surrogate pair are read as one. */
function readEscape(cursor) {
  const start = cursor.at;
  const short = SHORT_ESCAPES.get(cursor.bytes[start + 1]);
  if (short !== undefined) {
    cursor.at += 2;
    return short;
  }
  const unit = readCodeUnitEscape(cursor);
  if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
  if (unit > 0xdbff || cursor.bytes[cursor.at] !== BACKSLASH || cursor.bytes[cursor.at + 1] !== 0x75) {
    throw malformed('lone surrogate', start);
  }
  const low = readCodeUnitEscape(cursor);
  if (low < 0xdc00 || low > 0xdfff) throw malformed('lone surrogate', start);
  return String.fromCharCode(unit, low);
}

/** Reads `\uXXXX` as a UTF-16 code unit. */
function readCodeUnitEscape(cursor) {
  const { bytes, at } = cursor;
  if (bytes[at + 1] !== 0x75) throw malformed('bad escape', at);
  let unit = 0;
  for (let index = at + 2; index < at + 6; index += 1) unit = unit * 16 + hexDigit(bytes[index], at);
  cursor.at = at + 6;
  return unit;
}

function hexDigit(byte, escapeStart) {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x41 + 10;
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x61 + 10;
  throw malformed('bad escape', escapeStart);
}

/**
 * The length in bytes of the well-formed UTF-8 sequence at `at`, whose first byte is above 0x7F.
 *
 * The bounds on the second byte exclude overlong forms, surrogates and code points above U+10FFFF.
 * https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506 (table 3-7)
 */
function sequenceLength(bytes, at) {
  const lead = bytes[at];
  let length, lowest = 0x80, highest = 0xbf;
  if (lead >= 0xc2 && lead <= 0xdf) length = 2;
  else if (lead >= 0xe0 && lead <= 0xef) {
    length = 3;
    if (lead === 0xe0) lowest = 0xa0;
    if (lead === 0xed) highest = 0x9f;
  } else if (lead >= 0xf0 && lead <= 0xf4) {
    length = 4;
    if (lead === 0xf0) lowest = 0x90;
    if (lead === 0xf4) highest = 0x8f;
  } else throw malformed('invalid UTF-8', at);
  // Past the end, a byte is undefined, and every comparison with it fails.
  if (!(bytes[at + 1] >= lowest && bytes[at + 1] <= highest)) throw malformed('invalid UTF-8', at);
  for (let index = at + 2; index < at + length; index += 1) {
    if (!(bytes[index] >= 0x80 && bytes[index] <= 0xbf)) throw malformed('invalid UTF-8', at);
  }
  return length;
}
