// Values of the wrong type, and undeclared members.

import { Raw } from './writer.mjs';

/** Numbers in rare forms that RFC 8259 allows. */
const NUMBERS = [
  '0', '-0', '3', '-1', '100', '0.0', '-0.0', '1e0', '1E0', '1e+0', '1E-0', '0e0', '0E+00', '1e400', '-1e-400', '1.5', '3.14159', '1e00010',
  '123456789012345678901234567890', '9007199254740993', '0.1000000000000000055511151231257827', '-0e-0', '18446744073709551616',
].map((literal) => new Raw(literal));

const LITERALS = ['true', 'false', 'null'].map((literal) => new Raw(literal));

export const UNKNOWN_KEYS = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', '', ' ', 'Name', 'NAME', 'name ', ' name', 'name\u0000',
  'n\u0430me', '\uff4eame', 'name\u200b', '\ufeffname', 'Type', 'ty\u0440e', 'description\n', 'Credentials', 'credential', 'accesskey',
  'access_key', 'secretKey ', 'SecretKey', 'caf\u00e9', 'cafe\u0301', '\u212b', '\u00c5', 'A\u030a', 'a/b', 'a~b', '~0', '~1', '/', '👍',
  '\u{1f468}\u200d\u{1f469}', '\uffff', '0', '1', 'data ', 'Data', 'errors', 'tags', 'x"y', 'x\\y', '\n', 'projectId', 'key'.repeat(40),
];

/** A value that is not a string or, with `butObject`, not an object. */
export function wrongType(random, { butObject }) {
  return random.weighted([
    [3, () => random.pick(LITERALS)],
    [3, () => random.pick(NUMBERS)],
    [2, () => Array.from({ length: random.below(3) }, () => anyValue(random, 1))],
    [2, () => (butObject ? random.pick(['', 's3', '{}', '{"accessKey":"a"}']) : anyObject(random, 1))],
  ])();
}

/** Any well-formed value, with nesting up to `levels`. */
export function anyValue(random, levels) {
  return random.weighted([
    [3, () => random.pick(['', 'x', 'extra', '\u00e9', 'e\u0301', '👍', '\u0000', '"}', '\\"', '\u2028', '{"name":1}'])],
    [2, () => random.pick(NUMBERS)],
    [2, () => random.pick(LITERALS)],
    [levels > 0 ? 2 : 0, () => Array.from({ length: random.below(4) }, () => anyValue(random, levels - 1))],
    [levels > 0 ? 2 : 0, () => anyObject(random, levels - 1)],
  ])();
}

function anyObject(random, levels) {
  const members = new Map();
  for (let count = random.below(4); count > 0; count -= 1) {
    members.set(random.pick(random.chance(0.3) ? ['name', 'type', 'credentials', 'data'] : UNKNOWN_KEYS), anyValue(random, levels));
  }
  return members;
}

/** `[[[…]]]` or `{"a":{"a":…}}`, `depth` containers deep. */
export function nested(random, depth) {
  const [opening, closing] = random.pick([['[', ']'], ['{"a":', '}'], ['[{"":', '}]']]);
  const width = opening.startsWith('[{') ? 2 : 1;
  const odd = depth % width;
  const inner = random.pick(opening === '[' ? ['', '1', '"x"'] : ['null', '"x"', '0']);
  const rounds = (depth - odd) / width;
  return new Raw('['.repeat(odd) + opening.repeat(rounds) + inner + closing.repeat(rounds) + ']'.repeat(odd));
}
