// Documents for differential tests: node generate.mjs --seed N --count N --target request|response
// Prints one base64 document per line; an empty line is the empty document. Document i depends only on seed, target
// and i.

import { pathToFileURL } from 'node:url';
import { faultyBody, goodBody } from './generator/body.mjs';
import { nested } from './generator/junk.mjs';
import { malformedDocument } from './generator/malform.mjs';
import { mutate } from './generator/mutate.mjs';
import { Random } from './generator/random.mjs';
import { BODIES } from './generator/values.mjs';
import { randomStyle, render, tokenize } from './generator/writer.mjs';

const KINDS = [[345, valid], [445, invalid], [150, malformed], [50, mutated], [10, deep]];

/**
 * Makes one document: `{bytes, expected}`.
 *
 * `expected` is `{outcome, errors}` by construction, with `errors` as `[pointer, keyword]` pairs in no special order, or
 * null for a mutated document. It never comes from the reference.
 */
export function makeDocument(seed, index, target) {
  const body = BODIES.get(target);
  if (!body) throw new RangeError(`unknown target: ${target}`);
  const random = new Random(seed, index);
  return random.weighted(KINDS)(body, random);
}

const asBytes = (tree, random) => {
  const style = randomStyle(random);
  return Buffer.from(render(tokenize(tree, style, random), style, random));
};

function valid(body, random) {
  return { bytes: asBytes(goodBody(body, random).tree, random), expected: { outcome: 'valid', errors: [] } };
}

function invalid(body, random) {
  const { tree, errors } = faultyBody(body, random);
  return { bytes: asBytes(tree, random), expected: { outcome: 'invalid', errors } };
}

function malformed(body, random) {
  const { tree } = goodBody(body, random);
  return { bytes: malformedDocument(tree, randomStyle(random), random), expected: { outcome: 'malformed', errors: [] } };
}

function mutated(body, random) {
  return { bytes: mutate(random.pick([valid, invalid, malformed])(body, random).bytes, random), expected: null };
}

/** A valid body with an undeclared member about as deep as the default limit of 512 containers. */
function deep(body, random) {
  const { tree } = goodBody(body, random);
  const depth = random.pick([500, 510, 511, 512, 513, 600, 2000]);
  tree.set('nested', nested(random, depth - 1));
  return { bytes: asBytes(tree, random), expected: { outcome: depth > 512 ? 'indeterminate' : 'valid', errors: [] } };
}

async function main() {
  const { parseArgs } = await import('node:util');
  const option = { type: 'string' };
  const { values } = parseArgs({ options: { seed: option, count: option, target: option } });
  const seed = naturalNumber(values.seed ?? '1', '--seed');
  const count = naturalNumber(values.count ?? '1000', '--count');
  await print(seed, count, values.target ?? 'request', process.stdout);
}

function naturalNumber(text, name) {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) throw new RangeError(`${name} takes a natural number, not ${text}`);
  return number;
}

async function print(seed, count, target, output) {
  let lines = '';
  for (let index = 0; index < count; index += 1) {
    lines += makeDocument(seed, index, target).bytes.toString('base64') + '\n';
    if (lines.length > 1 << 16 || index === count - 1) {
      if (!output.write(lines)) await new Promise((resume) => output.once('drain', resume));
      lines = '';
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  main().catch((error) => {
    console.error(`generate: ${error.message}`);
    process.exitCode = 2;
  });
}
