// Held-out mutants: how many faults does the corpus find that no vector was designed for?
//
//     node heldout.mjs [--every N] [--documents N]
//
// Each mutant is the reference with one changed token of its source text: an operator, a comparison, a constant, or a
// character or quantifier of a pattern. The corpus's own mutants are written in Swift and independent of these. A
// mutant that answers every vector correctly is tried on generated documents. If these distinguish it from the
// reference, the corpus has missed it; otherwise, it counts as equivalent.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = dirname(fileURLToPath(import.meta.url));
const FILES = ['page-schema.mjs', 'reference.mjs', 'strict-json.mjs', 'strict-json-string.mjs'];

/** Each rule turns a token into others; comments and imports stay unchanged. */
const RULES = [
  [/(?<![\w.])(\d+|0x[0-9a-f]+)(?![\w.])/gi, (token) => [String(Number(token) + 1), String(Math.max(0, Number(token) - 1))]],
  [/ (<=|>=|<|>|===|!==) /g, (token) => ({ '<': [' <= ', ' > '], '<=': [' < '], '>': [' >= ', ' < '], '>=': [' > '], '===': [' !== '], '!==': [' === '] })[token.trim()]],
  [/ (&&|\|\|) /g, (token) => [token.trim() === '&&' ? ' || ' : ' && ']],
  [/\b(true|false)\b/g, (token) => [token === 'true' ? 'false' : 'true']],
  [/ ([+-]) /g, (token) => [token.trim() === '+' ? ' - ' : ' + ']],
  [/(?<=\()!(?=[a-z])/g, () => ['']],
  [/(?<=\]|\))[+*](?=[$()\[\\`])/g, (token) => [token === '+' ? '*' : '+', '']],
  [/\ba-z(?=A-Z)|A-Z(?=0-9)|0-9(?=[\]\-.])/g, () => ['']],
  [/(?<=`)\^|\$(?=`)/g, () => ['']],
  [/'(name|description|type|prefix|credentials|accessKey|secretKey|bucketName|region|endpoint|data|id|createdAt|updatedAt|s3|minLength|maxLength|pattern|enum|required)'/g,
    (token) => [token.replace(/'$/, "_'")]],
  [/requiredText(?=\(|\))/g, () => ['optionalText']],
  [/optionalText(?=\()/g, () => ['requiredText']],
  [/'u'/g, () => ["'iu'", "'mu'", "'su'"]],
];

function* mutants() {
  for (const file of FILES) {
    const text = readFileSync(join(HERE, file), 'utf8');
    const end = text.indexOf('if (import.meta.url') < 0 ? text.length : text.indexOf('if (import.meta.url');
    for (const [expression, change] of RULES) {
      for (const match of text.slice(0, end).matchAll(expression)) {
        const line = text.slice(text.lastIndexOf('\n', match.index) + 1, text.indexOf('\n', match.index));
        if (/^\s*(\/\/|\/?\*|import)/.test(line)) continue;
        for (const token of change(match[0]) ?? []) {
          if (token === match[0]) continue;
          const number = text.slice(0, match.index).split('\n').length;
          yield {
            file,
            name: `${file}:${number}: ${match[0].trim()} -> ${token.trim() || 'nothing'}`,
            text: text.slice(0, match.index) + token + text.slice(match.index + match[0].length),
          };
        }
      }
    }
  }
}

/** Runs the reference in a folder on documents; returns whether an answer differs from the expected one. */
const PROBE = `
import { readFileSync } from 'node:fs';
const { check } = await import(process.argv[2]);
for (const line of readFileSync(process.argv[3], 'utf8').split('\\n')) {
  if (line === '') continue;
  const { target, base64, answer } = JSON.parse(line);
  const result = check(Buffer.from(base64, 'base64'), target);
  const found = result.outcome + JSON.stringify(result.errors.map((e) => [e.pointer, e.keyword]).sort());
  if (found !== answer) process.exit(1);
}
`;

let running;

/** A mutant hangs if it takes this many times as long as the reference, and at least this many milliseconds. */
const [SLOWNESS, LEAST_LIMIT] = [5, 10_000];
let limit = LEAST_LIMIT;

/** The exit status of a reference that runs on documents; null if it takes too long. */
async function run(reference, documents, timeout) {
  running = spawn(process.execPath, [join(root, 'probe.mjs'), reference, documents], { timeout, stdio: 'ignore' });
  return (await once(running, 'exit'))[0];
}

/** Whether a mutant throws, hangs or gives a different answer from the reference. */
async function probe(documents) {
  for (;;) {
    const status = await run(join(root, 'code/reference.mjs'), documents, limit);
    if (status !== null) return status !== 0;
    // On a busy machine, the reference is slow too.
    const start = Date.now();
    if (await run(join(HERE, 'reference.mjs'), documents) !== 0) throw new Error('the reference itself gives a wrong answer');
    const needed = SLOWNESS * (Date.now() - start);
    if (needed <= limit) return true;
    limit = needed;
  }
}

const answerOf = (outcome, errors) => outcome + JSON.stringify(errors.map((e) => [e.pointer, e.keyword]).sort());

async function writeDocuments(folder, count) {
  const { check } = await import('./reference.mjs');
  const { makeDocument } = await import('./generate.mjs');
  const vectors = [];
  const generated = [];
  for (const target of ['request', 'response']) {
    const compiled = readFileSync(join(HERE, '../../vectors/compiled', `${target}.ndjson`), 'utf8');
    for (const line of compiled.split('\n')) {
      if (line === '') continue;
      const { base64, expect } = JSON.parse(line);
      const bytes = Buffer.from(base64, 'base64');
      const { outcome, errors } = check(bytes, target);
      // Where the page leaves a choice open, mutants must keep the reference's choice.
      const answer = expect?.invalid ? answerOf('invalid', expect.invalid) : answerOf(outcome, errors);
      vectors.push(JSON.stringify({ target, base64, answer }));
    }
    for (let index = 0; index < count; index += 1) {
      const bytes = Buffer.from(makeDocument(target === 'request' ? 1 : 2, index, target).bytes);
      const { outcome, errors } = check(bytes, target);
      generated.push(JSON.stringify({ target, base64: bytes.toString('base64'), answer: answerOf(outcome, errors) }));
    }
  }
  writeFileSync(join(folder, 'vectors'), vectors.join('\n'));
  writeFileSync(join(folder, 'generated'), generated.join('\n'));
}

const { values } = parseArgs({ options: { every: { type: 'string', default: '1' }, documents: { type: 'string', default: '10000' } } });
const root = mkdtempSync(join(tmpdir(), 'heldout-'));
// Also after an error or a signal: a run takes minutes and is often interrupted.
process.on('exit', () => {
  running?.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
await writeDocuments(root, Number(values.documents));
cpSync(HERE, join(root, 'code'), { recursive: true });
const code = join(root, 'code');
writeFileSync(join(root, 'probe.mjs'), PROBE);
for (const documents of ['vectors', 'generated']) {
  if (await probe(join(root, documents))) throw new Error('the reference itself gives a wrong answer');
}
const count = { killed: 0, missed: 0, equivalent: 0 };
let index = 0;
for (const mutant of mutants()) {
  index += 1;
  if (index % Number(values.every) !== 0) continue;
  const original = readFileSync(join(code, mutant.file));
  writeFileSync(join(code, mutant.file), mutant.text);
  if (await probe(join(root, 'vectors'))) count.killed += 1;
  else if (await probe(join(root, 'generated'))) {
    count.missed += 1;
    console.log(`missed      ${mutant.name}`);
  } else {
    count.equivalent += 1;
    console.log(`equivalent? ${mutant.name}`);
  }
  writeFileSync(join(code, mutant.file), original);
}
const judged = count.killed + count.missed;
console.log(`${judged + count.equivalent} mutants: ${count.killed} killed, ${count.missed} missed, ${count.equivalent} told from the reference by nothing`);
console.log(`${((100 * count.killed) / judged).toFixed(1)} % of those that something tells apart are killed`);
