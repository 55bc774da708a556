// Validators and parsers in JavaScript that implement the protocol of ../README.md.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);

function makeAjv() {
  const Ajv = require('ajv');
  const schema = JSON.parse(readFileSync(new URL('../request.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ allErrors: false }).compile(schema);
  return (text) => validate(JSON.parse(text));
}

function makeHandWritten() {
  const name = /^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$/u;
  const description = /^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$/u;
  const prefix = /^([a-zA-Z0-9\-_]+)\/$/u;
  const secrets = ['accessKey', 'secretKey', 'bucketName', 'region', 'endpoint'];
  const lengthInCodePoints = (text) => {
    let surrogates = 0;
    for (let index = 0; index < text.length; index += 1) {
      if ((text.charCodeAt(index) & 0xfc00) === 0xdc00) surrogates += 1;
    }
    return text.length - surrogates;
  };
  return (text) => {
    const request = JSON.parse(text);
    if (typeof request !== 'object' || request === null || Array.isArray(request)) return false;
    if (typeof request.name !== 'string' || !name.test(request.name)) return false;
    const length = lengthInCodePoints(request.name);
    if (length < 3 || length > 100) return false;
    if (request.description !== undefined) {
      if (typeof request.description !== 'string') return false;
      if (!description.test(request.description)) return false;
      if (lengthInCodePoints(request.description) > 200) return false;
    }
    if (request.type !== 's3') return false;
    if (typeof request.prefix !== 'string' || !prefix.test(request.prefix)) return false;
    const { credentials } = request;
    if (typeof credentials !== 'object' || credentials === null) return false;
    return secrets.every((key) => typeof credentials[key] === 'string');
  };
}

const PEERS = {
  ajv: makeAjv,
  'hand-written': makeHandWritten,
  'JSON.parse': () => (text) => JSON.parse(text) !== undefined,
};

const [name, path] = process.argv.slice(2);
const bytes = readFileSync(path);
const documents = [];
for (let start = 0; start < bytes.length;) {
  const end = bytes.indexOf(0x0a, start);
  documents.push(bytes.subarray(start, end));
  start = end + 1;
}
const isValid = PEERS[name]();
// From bytes, as for all others: the conversion to a string is part of the work.
const check = (document) => isValid(document.toString('utf8'));

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'verdicts') {
    console.log(documents.map((document) => (check(document) ? '1' : '0')).join(''));
    continue;
  }
  const start = process.cpuUsage();
  let valid = 0;
  for (const document of documents) if (check(document)) valid += 1;
  const { user, system } = process.cpuUsage(start);
  console.log(valid < 0 ? 0 : (user + system) * 1000);
}
