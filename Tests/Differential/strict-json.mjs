// A strict reader of RFC 8259 JSON over raw UTF-8 bytes.
//
// It does not use JSON.parse, which accepts duplicate names and lone surrogate escapes and never sees the bytes. Open
// containers are on an explicit stack, so only memory limits the nesting.
// https://www.rfc-editor.org/rfc/rfc8259

import { readString } from './strict-json-string.mjs';
import { malformed } from './malformed.mjs';

/**
 * Reads one document.
 *
 * Values are `{type: 'object', members: Map}`, `{type: 'array', items}`, `{type: 'string', text}`,
 * `{type: 'number', literal}`, `{type: 'boolean', literal}`, `{type: 'null', literal}`; a Map keeps document order and treats
 * `__proto__` like any other key. `depth` is the greatest number of containers open at once.
 * Throws `MalformedJSON`.
 */
export function parseDocument(bytes) {
  const cursor = { bytes, at: 0 };
  const open = [];
  let depth = 0;
  for (;;) {
    let value = readScalarOrOpening(cursor);
    if (isContainer(value)) {
      depth = Math.max(depth, open.length + 1);
      if (!takeByte(cursor, closingByte(value))) {
        open.push(value);
        if (value.type === 'object') readKey(cursor, value);
        continue;
      }
    }
    // `value` is complete: pass it to its parent, and close every parent that ends here.
    for (;;) {
      if (open.length === 0) {
        expectEnd(cursor);
        return { value, depth };
      }
      const parent = open[open.length - 1];
      attach(parent, value);
      if (takeByte(cursor, COMMA)) {
        if (parent.type === 'object') readKey(cursor, parent);
        break;
      }
      if (!takeByte(cursor, closingByte(parent))) throw malformed('expected a comma or the end of the container', cursor.at);
      open.pop();
      value = parent;
    }
  }
}

const QUOTE = 0x22, COMMA = 0x2c, MINUS = 0x2d, POINT = 0x2e, COLON = 0x3a, ZERO = 0x30;
const OPEN_ARRAY = 0x5b, CLOSE_ARRAY = 0x5d, OPEN_OBJECT = 0x7b, CLOSE_OBJECT = 0x7d;

const isContainer = (value) => value.type === 'object' || value.type === 'array';
const closingByte = (container) => (container.type === 'object' ? CLOSE_OBJECT : CLOSE_ARRAY);
const isDigit = (byte) => byte >= 0x30 && byte <= 0x39;

function attach(parent, value) {
  if (parent.type === 'array') parent.items.push(value);
  else parent.members.set(parent.pendingKey, value);
}

/** Skips only the four whitespace bytes of RFC 8259, section 2. */
function skipWhiteSpace(cursor) {
  const { bytes } = cursor;
  let at = cursor.at;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  cursor.at = at;
}

/** Skips whitespace, then consumes `byte` if it is next. */
function takeByte(cursor, byte) {
  skipWhiteSpace(cursor);
  if (cursor.bytes[cursor.at] !== byte) return false;
  cursor.at += 1;
  return true;
}

function expectEnd(cursor) {
  skipWhiteSpace(cursor);
  if (cursor.at < cursor.bytes.length) throw malformed('content after the document', cursor.at);
}

/** Reads `"key" :` into `object.pendingKey`; keys are compared after unescaping, without Unicode normalization. */
function readKey(cursor, object) {
  skipWhiteSpace(cursor);
  const start = cursor.at;
  if (cursor.bytes[start] !== QUOTE) throw malformed('expected a key', start);
  const key = readString(cursor);
  if (object.members.has(key)) throw malformed('duplicate key', start);
  if (!takeByte(cursor, COLON)) throw malformed('expected a colon', cursor.at);
  // Reserves the place of the key, so members keep their order and a duplicate is noticed at once.
  object.members.set(key, null);
  object.pendingKey = key;
}

function readScalarOrOpening(cursor) {
  skipWhiteSpace(cursor);
  switch (cursor.bytes[cursor.at]) {
    case OPEN_OBJECT: cursor.at += 1; return { type: 'object', members: new Map(), pendingKey: null };
    case OPEN_ARRAY: cursor.at += 1; return { type: 'array', items: [] };
    case QUOTE: return { type: 'string', text: readString(cursor) };
    case 0x74: return readLiteral(cursor, 'true', 'boolean');
    case 0x66: return readLiteral(cursor, 'false', 'boolean');
    case 0x6e: return readLiteral(cursor, 'null', 'null');
    case undefined: throw malformed('the document ends before its value', cursor.at);
    default: return readNumber(cursor);
  }
}

function readLiteral(cursor, literal, type) {
  for (let index = 0; index < literal.length; index += 1) {
    if (cursor.bytes[cursor.at + index] !== literal.charCodeAt(index)) throw malformed('bad literal', cursor.at);
  }
  cursor.at += literal.length;
  return { type, literal };
}

/** `number = [ minus ] int [ frac ] [ exp ]`, RFC 8259, section 6. The caller handles the rest. */
function readNumber(cursor) {
  const { bytes } = cursor;
  const start = cursor.at;
  if (bytes[cursor.at] === MINUS) cursor.at += 1;
  if (bytes[cursor.at] === ZERO) cursor.at += 1;
  else expectDigits(cursor);
  if (bytes[cursor.at] === POINT) {
    cursor.at += 1;
    expectDigits(cursor);
  }
  if (bytes[cursor.at] === 0x65 || bytes[cursor.at] === 0x45) {
    cursor.at += 1;
    if (bytes[cursor.at] === 0x2b || bytes[cursor.at] === MINUS) cursor.at += 1;
    expectDigits(cursor);
  }
  return { type: 'number', literal: bytes.toString('latin1', start, cursor.at) };
}

function expectDigits(cursor) {
  const start = cursor.at;
  while (isDigit(cursor.bytes[cursor.at])) cursor.at += 1;
  if (cursor.at === start) throw malformed('expected a digit or a value', start);
}
