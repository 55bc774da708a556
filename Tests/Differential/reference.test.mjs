// node --test Tests/Differential
// With JSON_TEST_SUITE=<folder test_parsing of nst/JSONTestSuite>, that suite runs too.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { makeDocument } from './generate.mjs';
import { MalformedJSON } from './malformed.mjs';
import { INVALID, MALFORMED, VALID } from './reference-cases.mjs';
import { answerFrame, check } from './reference.mjs';
import { parseDocument } from './strict-json.mjs';

const TARGETS = ['request', 'response'];
const GENERATED = 20_000;

const written = (errors) => errors.map(({ pointer, keyword }) => `${pointer} ${keyword}`);

describe('hand-written cases', () => {
  for (const { reason, document, outcome, errors, target = 'request', unknownFields } of [...VALID, ...INVALID]) {
    test(`${outcome}: ${reason}`, () => {
      const answer = check(Buffer.from(document), target, { unknownFields });
      assert.deepEqual({ outcome: answer.outcome, errors: written(answer.errors) }, { outcome, errors });
    });
  }
  for (const [reason, document] of MALFORMED) {
    test(`malformed: ${reason}`, () => {
      for (const target of TARGETS) assert.deepEqual(check(Buffer.from(document), target), { outcome: 'malformed', errors: [] });
    });
  }
});

describe('limits', () => {
  const nest = (depth) => Buffer.from('['.repeat(depth) + ']'.repeat(depth));
  test('513 containers are indeterminate, 512 are decided', () => {
    assert.equal(check(nest(512), 'request').outcome, 'invalid');
    assert.equal(check(nest(513), 'request').outcome, 'indeterminate');
    assert.equal(check(Buffer.from('{"a":'.repeat(513) + '1' + '}'.repeat(513)), 'request').outcome, 'indeterminate');
  });
  test('100,000 levels neither crash nor hide a fault of the text', () => {
    assert.equal(check(nest(100_000), 'request').outcome, 'indeterminate');
    assert.equal(check(nest(100_000).subarray(0, -1), 'request').outcome, 'malformed');
  });
  test('10 MB of one token', () => {
    const long = 'a'.repeat(10_000_000);
    assert.equal(check(Buffer.from(long), 'request').outcome, 'malformed');
    assert.equal(check(Buffer.from('1'.repeat(10_000_000)), 'request').outcome, 'invalid');
    const body = { name: long, description: long, type: long, prefix: long + '/', credentials: long };
    assert.deepEqual(written(check(Buffer.from(JSON.stringify(body)), 'request').errors),
      ['/name maxLength', '/description maxLength', '/type enum', '/credentials type']);
  });
  test('a million separators are matched; if the engine gives up, the document is indeterminate', () => {
    const withSeparators = (count) => Buffer.from(JSON.stringify({ name: 'a-'.repeat(count) + 'a' }));
    assert.equal(check(withSeparators(1_000_000), 'request').outcome, 'invalid');
    assert.equal(check(withSeparators(5_000_000), 'request').outcome, 'indeterminate');
  });
});

describe('the protocol', () => {
  test('a frame is base64, an answer is one line of JSON', () => {
    const frame = Buffer.from('{"data":1}').toString('base64');
    assert.equal(answerFrame(frame, 'response'), '{"outcome":"invalid","errors":[["/data","type"]]}');
  });
  test('an empty frame is the empty document', () => assert.equal(answerFrame('', 'request'), '{"outcome":"malformed","errors":[]}'));
  test('a frame that is not base64 is refused', () => assert.throws(() => answerFrame('{}', 'request'), RangeError));
  test('an unknown target or policy is refused', () => {
    assert.throws(() => check(Buffer.from('{}'), 'other'), RangeError);
    assert.throws(() => check(Buffer.from('{}'), 'request', { unknownFields: 'maybe' }), RangeError);
  });
});

describe('generated documents', () => {
  for (const target of TARGETS) {
    test(`${target}: the reference finds exactly the faults that the generator planted`, () => {
      for (const { bytes, expected, index } of generated(target)) {
        if (expected === null) continue;
        const answer = check(bytes, target);
        assert.deepEqual(
          { outcome: answer.outcome, errors: written(answer.errors).sort() },
          { outcome: expected.outcome, errors: expected.errors.map((error) => error.join(' ')).sort() },
          `document ${index}: ${bytes}`,
        );
      }
    });
    test(`${target}: the strict reader agrees with the engine's own`, () => {
      let compared = 0;
      for (const { bytes, index } of generated(target)) {
        const ours = parseStrictly(bytes);
        if (ours.fault === 'duplicate key' || ours.fault === 'lone surrogate') continue;
        const theirs = parseWithEngine(bytes);
        assert.equal(ours.fault === null, theirs.fault === null, `document ${index}: ${ours.fault} / ${theirs.fault}: ${bytes}`);
        if (ours.fault === null) assert.equal(spelled(ours.value), spelledByEngine(theirs.value), `document ${index}: ${bytes}`);
        compared += 1;
      }
      assert.ok(compared > GENERATED * 0.9, `only ${compared} compared`);
    });
  }
  test('a document depends on seed, index and target alone', () => {
    const [once, again, other] = [[7, 3], [7, 3], [8, 3]].map(([seed, index]) => makeDocument(seed, index, 'request').bytes);
    assert.deepEqual(once, again);
    assert.notDeepEqual(once, other);
  });
});

function* generated(target) {
  for (let index = 0; index < GENERATED; index += 1) yield { index, ...makeDocument(2026, index, target) };
}

function parseStrictly(bytes) {
  try {
    return { value: parseDocument(bytes).value, fault: null };
  } catch (error) {
    if (error instanceof MalformedJSON) return { fault: error.reason };
    throw error;
  }
}

function parseWithEngine(bytes) {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)), fault: null };
  } catch (error) {
    return { fault: error.message };
  }
}

/** A canonical text for a value of either reader: with sorted keys, and with numbers as the engine reads them. */
function spelled(value) {
  switch (value.type) {
    case 'object': return object([...value.members].map(([key, member]) => [key, spelled(member)]));
    case 'array': return `[${value.items.map(spelled)}]`;
    case 'string': return JSON.stringify(value.text);
    default: return String(value.type === 'number' ? Number(value.literal) : value.literal);
  }
}

function spelledByEngine(value) {
  if (Array.isArray(value)) return `[${value.map(spelledByEngine)}]`;
  if (value !== null && typeof value === 'object') return object(Object.entries(value).map(([key, member]) => [key, spelledByEngine(member)]));
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

const object = (members) => `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).sort()}}`;

const suite = process.env.JSON_TEST_SUITE;
// Well-formed in that suite, malformed here, because duplicate names are rejected.
const DUPLICATE_KEYS = new Set(['y_object_duplicated_key.json', 'y_object_duplicated_key_and_value.json']);

describe('nst/JSONTestSuite', { skip: suite && existsSync(suite) ? false : 'JSON_TEST_SUITE names no folder' }, () => {
  test('y_ is accepted, n_ is rejected, i_ does not crash', (context) => {
    const counts = { y: 0, n: 0, i: 0 };
    for (const file of readdirSync(suite)) {
      const { fault } = parseStrictly(readFileSync(join(suite, file)));
      if (DUPLICATE_KEYS.has(file)) assert.equal(fault, 'duplicate key', file);
      else if (file.startsWith('y_')) assert.equal(fault, null, file);
      else if (file.startsWith('n_')) assert.notEqual(fault, null, file);
      else context.diagnostic(`${file}: ${fault ?? 'accepted'}`);
      counts[file[0]] += 1;
    }
    assert.ok(counts.y > 0 && counts.n > 0, 'the folder holds no cases');
    context.diagnostic(`decided: ${counts.y} y_, ${counts.n} n_, ${counts.i} i_`);
  });
});
