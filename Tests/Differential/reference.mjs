// The reference answer for one document: the outcome and the complete list of (pointer, keyword).
//
// Protocol of the command: each line of input is one base64 document, and each line of output is one JSON answer, in
// the same order:
//     {"outcome":"invalid","errors":[["/name","pattern"],["/type","required"]]}
// An empty line is the empty document. A line that is not base64 stops the run with exit status 2.

import { pathToFileURL } from 'node:url';
import { MalformedJSON } from './malformed.mjs';
import { SCHEMAS } from './page-schema.mjs';
import { parseDocument } from './strict-json.mjs';

/** Well-formed documents with more open containers than this are `indeterminate`. */
export const DEPTH_LIMIT = 512;

/**
 * Decides one document: `{outcome, errors: [{pointer, keyword}]}`.
 *
 * `errors` is empty unless the outcome is `invalid`. A fault in the bytes takes precedence over the
 * depth limit, and the limit over the rules. A pattern that the engine gave up on makes the document `indeterminate` too.
 */
export function check(bytes, target, { unknownFields = 'allow' } = {}) {
  const schema = SCHEMAS.get(target);
  if (!schema) throw new RangeError(`unknown target: ${target}`);
  if (unknownFields !== 'allow' && unknownFields !== 'reject') throw new RangeError(`unknown policy: ${unknownFields}`);
  const document = parseOrNull(bytes);
  if (document === null) return { outcome: 'malformed', errors: [] };
  if (document.depth > DEPTH_LIMIT) return { outcome: 'indeterminate', errors: [] };
  const errors = [];
  try {
    checkValue(document.value, schema, '', { unknownFields, errors });
  } catch (error) {
    if (error instanceof EngineGaveUp) return { outcome: 'indeterminate', errors: [] };
    throw error;
  }
  return { outcome: errors.length === 0 ? 'valid' : 'invalid', errors };
}

function parseOrNull(bytes) {
  try {
    return parseDocument(bytes);
  } catch (error) {
    if (error instanceof MalformedJSON) return null;
    throw error;
  }
}

function checkValue(value, schema, pointer, context) {
  if (value.type !== schema.type) context.errors.push({ pointer, keyword: 'type' });
  else if (schema.type === 'object') checkObject(value.members, schema.fields, pointer, context);
  else for (const keyword of brokenTextRules(value.text, schema)) context.errors.push({ pointer, keyword });
}

/** Present members in document order, then the missing ones in declaration order. */
function checkObject(members, fields, pointer, context) {
  for (const [name, value] of members) {
    const field = fields.find((candidate) => candidate.name === name);
    const memberPointer = `${pointer}/${escapeToken(name)}`;
    if (field) checkValue(value, field, memberPointer, context);
    else if (context.unknownFields === 'reject') context.errors.push({ pointer: memberPointer, keyword: 'additionalProperties' });
  }
  for (const field of fields) {
    if (field.required && !members.has(field.name)) {
      context.errors.push({ pointer: `${pointer}/${escapeToken(field.name)}`, keyword: 'required' });
    }
  }
}

/** JSON Pointer, RFC 6901, section 3. */
const escapeToken = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function brokenTextRules(text, rules) {
  const broken = [];
  const length = lengthInCodePoints(text);
  if (rules.minLength !== undefined && length < rules.minLength) broken.push('minLength');
  if (rules.maxLength !== undefined && length > rules.maxLength) broken.push('maxLength');
  if (rules.pattern !== undefined && !matches(rules.pattern, text)) broken.push('pattern');
  if (rules.enum !== undefined && !rules.enum.includes(text)) broken.push('enum');
  return broken;
}

class EngineGaveUp extends Error {}

/** Whether `pattern` matches in `text`; V8 throws if its backtracking stack is full, after some million separators. */
function matches(pattern, text) {
  try {
    return pattern.test(text);
  } catch {
    throw new EngineGaveUp();
  }
}

function lengthInCodePoints(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

// The command.

/** The answer to one frame, without the line end. Throws a RangeError for a frame that is not base64. */
export function answerFrame(frame, target, options) {
  const bytes = Buffer.from(frame, 'base64');
  if (bytes.toString('base64') !== frame) throw new RangeError('a frame is not base64');
  const { outcome, errors } = check(bytes, target, options);
  return JSON.stringify({ outcome, errors: errors.map(({ pointer, keyword }) => [pointer, keyword]) });
}

async function answerFrames(input, output, target, options) {
  const answer = (frames) => frames.map((frame) => answerFrame(frame, target, options) + '\n').join('');
  let pending = [];
  for await (const chunk of input) {
    const frames = chunk.split('\n');
    // A frame in many chunks is joined once it is complete.
    pending.push(frames[0]);
    if (frames.length === 1) continue;
    frames[0] = pending.join('');
    pending = [frames.pop()];
    if (!output.write(answer(frames))) await new Promise((resume) => output.once('drain', resume));
  }
  const last = pending.join('');
  if (last !== '') output.write(answer([last]));
}

async function main() {
  const { parseArgs } = await import('node:util');
  const { values } = parseArgs({
    options: { target: { type: 'string', default: 'request' }, 'unknown-fields': { type: 'string', default: 'allow' } },
  });
  process.stdin.setEncoding('latin1');
  await answerFrames(process.stdin, process.stdout, values.target, { unknownFields: values['unknown-fields'] });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  main().catch((error) => {
    console.error(`reference: ${error.message}`);
    process.exitCode = 2;
  });
}
