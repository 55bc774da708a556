// Syntax faults. Each function turns the tokens of a valid object into bytes that no strict reader may accept.

import { UNKNOWN_KEYS, anyValue } from './junk.mjs';
import { render, spell, tokenize } from './writer.mjs';

const BAD_NUMBERS = [
  '01', '-01', '00', '-', '--1', '+1', '.5', '-.5', '1.', '1.e1', '1e', '1e+', '1E-', '1e1.5', '0x10', '1_000', '1,5 ', 'NaN', 'Infinity',
  '-Infinity', '١', '1 2', '0b1', '1f', '1n', '.', 'e1', '1.2.3', '０',
];
const BAD_LITERALS = [
  'True', 'TRUE', 'nul', 'nulll', 'nil', 'None', 'undefined', 'tru', 'fals', 'truefalse', 'n', '\'s3\'', '`s3`', 's3', '()', '{', '[', ']', '}', '',
  '<s3/>', '/*x*/', '"s3', 's3"', '"s3""', '"a" "b"', '“s3”',
];
const BAD_STRINGS = [
  '\\x41', '\\\'', '\\0', '\\a', '\\v', '\\U0041', '\\u', '\\u1', '\\u12', '\\u123', '\\u123g', '\\u{41}', '\\u+041', '\\u-041', '\\u 041', '\\ ',
  '\\\n', '\\u００41', '\n', '\r', '\t', '\u0000', '\u0001', '\u000b', '\u001b', '\u001f', '\\', '\\\\\\', '\\N', '\\é',
].map((inner) => `"a${inner}"`).concat('"\\', '"\\u', '"\\u00');
const LONE_SURROGATES = [
  '\\ud800', '\\uDBFF', '\\udc00', '\\uDFFF', '\\ud83dx', '\\ude00\\ud83d', '\\ud83d\\ud83d', '\\ud83d\\u0041', '\\ud83d\\n', 'x\\ud83d',
  '\\ud83d\\ud83d\\ude00', '\\ud83d\\ude00\\ude00', '\\ud83d\\\\ude00', '\\ud83d \\ude00', '\\ud83d\\u', '\\ud83d\\ude0',
].map((inner) => `"${inner}"`);
const NOT_JSON_SPACE = ['\u000b', '\u000c', '\u00a0', '\ufeff', '\u2028', '\u0085', '\u0000', '/**/', '//x\n', '#x\n', '\\n', '\u001e'];
const TRAILING = ['x', ',', '}', ']', '{}', '[]', 'null', '0', '""', '\u0000', '\u001a', ';', '#', '//', '\ufeff', '\u00a0', ':', '"', '\n{}'];
const BAD_SEQUENCES = [
  [0x80], [0xbf], [0xff], [0xfe], [0xc0, 0x80], [0xc1, 0xbf], [0xc0, 0xa2], [0xe0, 0x80, 0xaf], [0xe0, 0x9f, 0xbf], [0xf0, 0x80, 0x80, 0x80],
  [0xf0, 0x8f, 0xbf, 0xbf], [0xed, 0xa0, 0x80], [0xed, 0xbf, 0xbf], [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], [0xf4, 0x90, 0x80, 0x80],
  [0xf5, 0x80, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98],
];
const NO_OBJECT = [
  '', ' ', '\n', '\t\r\n', '{', '[', '}', ']', '"', ':', ',', '-', '{"', '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{,}', '[,]', '[1,]', '[1 2]',
  '{"a" 1}', '{1:2}', '{a:1}', '{null:1}', '{"a":1;}', '["a":1]', '{"a"}', '{"a",1}', '{"a"::1}', 'name=x&type=s3', '<xml/>', 'name: x',
  'tru', 'nan', '01', '"\u0001"', '[[]', '{}}', '[]]', '[)', '\ufeff', '\u0000', '1 1', '"a"b', 'null,', '[1]2',
];

/** The bytes of a malformed document, made from the tree of a good one, which must be an object with members. */
export function malformedDocument(tree, style, random) {
  const tokens = tokenize(tree, style, random);
  const bytesOf = (changed) => Buffer.from(render(changed, style, random));
  const good = () => bytesOf(tokens);
  return random.weighted([
    [8, () => bytesOf(duplicateKey(tokens, random))],
    [5, () => bytesOf(replaceValue(tokens, random.pick(random.pick([BAD_NUMBERS, BAD_LITERALS, BAD_STRINGS, LONE_SURROGATES])), random))],
    [2, () => bytesOf(replaceKey(tokens, random.pick(['name', '\'name\'', '1', 'null', '', '{}', ...BAD_STRINGS, ...LONE_SURROGATES]), random))],
    [4, () => bytesOf(breakPunctuation(tokens, random))],
    [2, () => bytesOf(insertToken(tokens, random.pick(NOT_JSON_SPACE), random))],
    [3, () => truncate(good(), random)],
    [3, () => insertSequence(good(), random)],
    [1, () => Buffer.concat([Buffer.from(random.pick(['\ufeff', '\u0000', '\u001e', ')]}\',\n', '\u00a0', '#'])), good()])],
    [2, () => Buffer.concat([good(), Buffer.from(random.pick(TRAILING))])],
    [1, () => otherEncoding(good(), random)],
    [1, () => Buffer.from(random.pick(NO_OBJECT))],
  ])();
}

const placesWhere = (tokens, matches) => tokens.flatMap((_, index) => (matches(index) ? [index] : []));
const keyPlaces = (tokens) => placesWhere(tokens, (index) => tokens[index + 1] === ':');
const valuePlaces = (tokens) => placesWhere(tokens, (index) => tokens[index - 1] === ':' && !'{['.includes(tokens[index][0]));

/** `tokens` with `count` of them replaced, starting at `at`. */
const spliced = (tokens, at, count, ...replacement) => tokens.toSpliced(at, count, ...replacement);

/** Duplicates a key of an object: adjacent or far apart, in the same spelling or another. */
function duplicateKey(tokens, random) {
  const deep = random.chance(0.3);
  const from = deep ? withUnknownObject(tokens, random) : tokens;
  const key = random.pick(keyPlaces(from));
  const again = random.chance(0.4) ? from[key] : spell(JSON.parse(from[key]), random.pick([0, 0.3, 1]), random);
  const value = tokenize(anyValue(random, 1), { escapeRate: 0 }, random);
  if (random.chance(0.5)) return spliced(from, openingBefore(from, key) + 1, 0, again, ':', ...value, ',');
  return spliced(from, closingAfter(from, key), 0, ',', again, ':', ...value);
}

/** Adds an undeclared member, whose value is an object with members, at the start of the root. */
function withUnknownObject(tokens, random) {
  const keys = Array.from({ length: random.between(1, 4) }, () => (random.chance(0.1) ? '__proto__' : random.pick(UNKNOWN_KEYS)));
  const inner = new Map(keys.map((key) => [key, anyValue(random, 1)]));
  return spliced(tokens, 1, 0, '"unknown"', ':', ...tokenize([[], inner], { escapeRate: 0.1 }, random), ',');
}

const step = (token) => (token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0);

function openingBefore(tokens, index) {
  let open = 0;
  let at = index - 1;
  for (; open + step(tokens[at]) < 1; at -= 1) open += step(tokens[at]);
  return at;
}

function closingAfter(tokens, index) {
  let open = 0;
  let at = index + 1;
  for (; open + step(tokens[at]) > -1; at += 1) open += step(tokens[at]);
  return at;
}

const replaceValue = (tokens, text, random) => spliced(tokens, random.pick(valuePlaces(tokens)), 1, text);
const replaceKey = (tokens, text, random) => spliced(tokens, random.pick(keyPlaces(tokens)), 1, text);
const insertToken = (tokens, text, random) => spliced(tokens, random.below(tokens.length + 1), 0, text);

function breakPunctuation(tokens, random) {
  const closings = placesWhere(tokens, (index) => step(tokens[index]) === -1);
  const openings = placesWhere(tokens, (index) => step(tokens[index]) === 1);
  const marks = placesWhere(tokens, (index) => tokens[index] === ',' || tokens[index] === ':');
  return random.weighted([
    [2, () => spliced(tokens, random.pick(closings), 0, ',')],
    [1, () => spliced(tokens, random.pick(openings) + 1, 0, ',')],
    [1, () => spliced(tokens, random.pick(closings), 1)],
    [1, () => spliced(tokens, random.pick(openings), 1)],
    [1, () => spliced(tokens, random.pick(closings), 1, ')')],
    [1, () => insertToken(tokens, random.pick(['}', ']']), random)],
    [2, () => { const mark = random.pick(marks); return spliced(tokens, mark, 1, random.pick([' ', ';', '=', tokens[mark] === ',' ? ':' : ','])); }],
    [1, () => { const mark = random.pick(marks); return spliced(tokens, mark, 0, tokens[mark]); }],
  ])();
}

/** Cuts within the object, so the rest is never complete. */
const truncate = (bytes, random) => bytes.subarray(0, random.below(bytes.lastIndexOf(0x7d)));

/** Inserts a sequence that is not UTF-8 between two characters. */
function insertSequence(bytes, random) {
  let at = random.below(bytes.length + 1);
  while ((bytes[at] & 0xc0) === 0x80) at += 1;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(BAD_SEQUENCES)), bytes.subarray(at)]);
}

function otherEncoding(bytes, random) {
  const little = Buffer.from(bytes.toString('utf8'), 'utf16le');
  if (random.chance(0.4)) return little;
  return random.chance(0.5) ? Buffer.concat([Buffer.from([0xff, 0xfe]), little]) : Buffer.from(little).swap16();
}
