// Field values, valid and invalid. Each invalid value comes with every keyword that it violates, known from its
// construction.

import {
  ALPHANUMERIC, DESCRIPTION_PUNCTUATION, GRAPHEMES, LOOK_ALIKES, NOT_WHITE_SPACE, OUTSIDE_NAME, WHITE_SPACE,
  lengthInCodePoints, refusedByBoth,
} from './characters.mjs';

const bad = (value, ...keywords) => ({ value, keywords });

/** `text` with `piece` inserted at a random code point boundary, including the ends. */
function insertAnywhere(text, piece, random) {
  const points = Array.from(text);
  points.splice(random.below(points.length + 1), 0, piece);
  return points.join('');
}

const repeatFrom = (items, count, random) => Array.from({ length: count }, () => random.pick(items)).join('');

// name

const WORDS = ['Example', 'Backup', 'Destination', 'nightly', 'postgres', 'mongo', 'eu', 'west', 'prod', 'staging', 'S3', '2024', 'minio', 'DR'];

function nameWords(random) {
  const separator = random.pick([' ', '-', ' ']);
  return Array.from({ length: random.between(2, 5) }, () => random.pick(WORDS)).join(separator);
}

/** A well-formed name of exactly `length` code points. */
function nameOfLength(length, random) {
  const separators = random.pick([['-'], [' '], ['-', ' '], WHITE_SPACE, ['\u00a0'], ['\u3000'], []]);
  const density = random.pick([0.1, 0.5, 1]);
  let text = '';
  let afterSeparator = true;
  for (let index = 0; index < length; index += 1) {
    const separates = separators.length > 0 && !afterSeparator && index < length - 1 && random.chance(density);
    text += random.pick(separates ? separators : ALPHANUMERIC);
    afterSeparator = separates;
  }
  return text;
}

function goodName(random) {
  return random.weighted([
    [4, () => nameWords(random)],
    [3, () => nameOfLength(random.pick([3, 3, 4, 50, 99, 100, 100]), random)],
    [2, () => nameOfLength(random.between(3, 40), random)],
    [2, () => 'a' + random.pick(WHITE_SPACE) + 'b'],
  ])();
}

/** A name that violates only its pattern, unless it became too long. */
function misshapenName(random) {
  const base = random.chance(0.2) ? nameOfLength(random.between(98, 99), random) : nameOfLength(random.between(3, 30), random);
  const separator = random.pick(random.chance(0.3) ? ['-', ' ', '\n'] : WHITE_SPACE);
  const value = random.weighted([
    [3, () => base + separator],
    [2, () => separator + base],
    [2, () => base + random.pick(['--', '  ', '- ', '\r\n', ' -']) + 'a'],
    [1, () => base + random.pick(['\n', '\r\n', '\n\n', '\u2028', '\u2029', '\r'])],
    [2, () => 'ab' + random.pick(NOT_WHITE_SPACE) + 'cd'],
    [2, () => insertAnywhere(base, random.pick(random.chance(0.5) ? OUTSIDE_NAME : LOOK_ALIKES), random)],
    [2, () => insertAnywhere(base, refusedByBoth(random), random)],
  ])();
  return withNameLengths(value);
}

function withNameLengths(value) {
  const length = lengthInCodePoints(value);
  const keywords = ['pattern'];
  if (length < 3) keywords.push('minLength');
  if (length > 100) keywords.push('maxLength');
  return bad(value, ...keywords);
}

function badName(random) {
  return random.weighted([
    [6, () => misshapenName(random)],
    [2, () => bad(nameOfLength(random.between(1, 2), random), 'minLength')],
    [2, () => bad(nameOfLength(random.pick([101, 101, 102, 128, 300]), random), 'maxLength')],
    [1, () => withNameLengths('')],
    [1, () => withNameLengths(random.pick(['-', ' ', 'a-', '-a', '\n', 'a\n', '--', '\u00a0', '\ufeffa', '\u0000']))],
    [2, () => withNameLengths(random.pick(GRAPHEMES).repeat(random.pick([1, 2, 3, 33, 34, 49, 50, 51, 99, 100, 101])))],
    [1, () => withNameLengths('a'.repeat(random.between(97, 100)) + random.pick(GRAPHEMES))],
  ])();
}

// description

const DESCRIPTION_CHARACTERS = [...ALPHANUMERIC, ...DESCRIPTION_PUNCTUATION, ...WHITE_SPACE];
const SENTENCES = [
  'Nightly dumps of the "billing" database (EU).', 'See https://wiki/backups; owner: ops!', 'Kept for 30 days, then removed?',
  'C:\\dumps\\*.bak', 'a', ' ', '\n', 'line one\r\nline two\r\n', '100% of `prod`', '[primary]', '^_^',
];

function descriptionOfLength(length, random) {
  return random.weighted([
    [3, () => repeatFrom(DESCRIPTION_CHARACTERS, length, random)],
    [1, () => repeatFrom(WHITE_SPACE, length, random)],
    [1, () => random.pick(['a', '\u00a0', '\u3000', '\n', '"', '\\', '/']).repeat(length)],
    [2, () => '\r\n'.repeat(length / 2) + (length % 2 ? '.' : '')],
  ])();
}

function goodDescription(random) {
  return random.weighted([
    [3, () => random.pick(SENTENCES)],
    [2, () => descriptionOfLength(random.pick([1, 2, 199, 200, 200]), random)],
    [2, () => descriptionOfLength(random.between(1, 60), random)],
    [1, () => 'a' + random.pick(WHITE_SPACE)],
  ])();
}

function badDescription(random) {
  const withLength = (value) => bad(value, 'pattern', ...(lengthInCodePoints(value) > 200 ? ['maxLength'] : []));
  return random.weighted([
    [1, () => withLength('')],
    [2, () => bad(descriptionOfLength(random.pick([201, 201, 202, 256, 400]), random), 'maxLength')],
    [4, () => withLength(insertAnywhere(descriptionOfLength(random.between(0, 40), random), refusedByBoth(random), random))],
    [2, () => withLength(insertAnywhere(descriptionOfLength(random.between(197, 201), random), refusedByBoth(random), random))],
    [2, () => withLength(random.pick(GRAPHEMES).repeat(random.pick([1, 66, 67, 99, 100, 101, 199, 200, 201])))],
    [1, () => withLength(random.pick(SENTENCES) + random.pick(NOT_WHITE_SPACE))],
  ])();
}

// type and prefix

const BAD_TYPES = [
  '', 's', 's33', 'S3', 's3 ', ' s3', 's3\n', '\ns3', 's3\u0000', '\u0000s3', 's3/', '"s3"', 'gcs', 'azure', 'minio', 'ѕ3', 's３', 's³',
  'ſ3', '\ufeffs3', 's3\u200b', 's\u03003', 's3\u0301', 's-3', 's3,s3', 'null',
];

const PREFIX_CHARACTERS = [...ALPHANUMERIC, '-', '_'];
const goodPrefix = (random) =>
  random.chance(0.3)
    ? random.pick(['backups/', 'a/', '-/', '_/', '0/', 'eu-west_1/'])
    : repeatFrom(PREFIX_CHARACTERS, random.chance(0.05) ? random.between(200, 2000) : random.between(1, 24), random) + '/';

function badPrefix(random) {
  const good = goodPrefix(random);
  const edge = random.pick(WHITE_SPACE);
  const value = random.weighted([
    [1, () => random.pick(['', '/', '//', '.', './', '../', '*', '\\', 'a\\/', '-', '\n', 'a/\u0000'])],
    [1, () => good.slice(0, -1)],
    [1, () => good + random.pick(['/', 'a', 'a/', '.', '\n', '\r\n', '\u2028', '\u0000'])],
    [1, () => '/' + good],
    [2, () => good + edge],
    [1, () => edge + good],
    [1, () => good.slice(0, -1) + random.pick([edge, '\n', ' ']) + '/'],
    [1, () => good.slice(0, -1) + random.pick(['\uff0f', '\u2215', '\u2044', '\\', '/\u0338'])],
    [3, () => insertAnywhere(good, random.pick(['.', ':', ' ', '\u2010', '\u2013']), random)],
    [3, () => insertAnywhere(good, refusedByBoth(random), random)],
  ])();
  return bad(value, 'pattern');
}

// free text: any string will do

const FREE_TEXT = [
  '', ' ', 'AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'my-bucket', 'us-west-2', 's3.us-west-2.amazonaws.com',
  'https://minio.example:9000/', '2024-01-31T12:00:00.000Z', '\u0000', '\u2028\u2029', '\ufeff', '\uffff', '\u{10ffff}', 'null', '{"a":1}',
  '"', '\\', '\\u0041', '/', '</script>', 'naïve', 'nai\u0308ve', '\u007f\u0080\u009f', '\ud7ff\ue000',
];

function freeText(random) {
  return random.weighted([
    [6, () => random.pick(FREE_TEXT)],
    [2, () => repeatFrom(PREFIX_CHARACTERS, random.between(1, 40), random)],
    [1, () => repeatFrom(GRAPHEMES, random.between(1, 8), random)],
  ])();
}

// Fields, as the generator describes them.

const text = (name, required, good, badValue = null) => ({ name, required, good, bad: badValue });
const object = (name, fields) => ({ name, required: true, fields });

const REQUEST = [
  text('name', true, goodName, badName),
  text('description', false, goodDescription, badDescription),
  text('type', true, () => 's3', (random) => bad(random.pick(BAD_TYPES), 'enum')),
  text('prefix', true, goodPrefix, badPrefix),
  object('credentials', ['accessKey', 'secretKey', 'bucketName', 'region', 'endpoint'].map((name) => text(name, true, freeText))),
];
const DATA = [...REQUEST, text('id', true, freeText), text('createdAt', false, freeText), text('updatedAt', false, freeText)];

/** The bodies to generate, by the name of the target. */
export const BODIES = new Map([
  ['request', object('', REQUEST)],
  ['response', object('', [object('data', DATA)])],
]);
