// The rules written out in JavaScript: node node-handwritten.mjs
import { createInterface } from "node:readline";
const text = (pattern, min = 0, max = Infinity) => ({ pattern, min, max });
const members = (...names) => ({ members: Object.fromEntries(names.map((n) => [n, {}])) });
const shared = {
  name: text(/^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$/u, 3, 100),
  description: text(/^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$/u, 0, 200),
  type: { only: "s3" },
  prefix: text(/^([a-zA-Z0-9\-_]+)\/$/u),
  credentials: members("accessKey", "secretKey", "bucketName", "region", "endpoint"),
};
const data = { members: { ...shared, ...members("id", "createdAt", "updatedAt").members } };
const rules = { request: { members: shared }, response: { members: { data } } };
const optional = new Set(["description", "createdAt", "updatedAt"]);
const broken = (pointer, keyword) => ({ pointer, keyword });
function findings(at, rule, value) {
  const isObject = Object(value) === value && !Array.isArray(value);
  if (rule.members ? !isObject : typeof value !== "string") return [broken(at, "type")];
  if (rule.members) return Object.keys(rule.members).flatMap((name) =>
    Object.hasOwn(value, name) ? findings(`${at}/${name}`, rule.members[name], value[name])
      : optional.has(name) ? [] : [broken(`${at}/${name}`, "required")]);
  const length = [...value].length; // code points
  return Object.entries({ minLength: length < rule.min, maxLength: length > rule.max,
    pattern: rule.pattern && !rule.pattern.test(value), enum: rule.only && value !== rule.only,
  }).filter(([, isBroken]) => isBroken).map(([keyword]) => broken(at, keyword));
}
function check(target, body) {
  try { // fatal: no U+FFFD for what is not UTF-8; ignoreBOM: leave the mark to JSON.parse
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    const errors = findings("", rules[target], JSON.parse(text));
    return errors.length ? { outcome: "invalid", errors } : { outcome: "valid" };
  } catch { return { outcome: "malformed" }; }
}
for await (const line of createInterface({ input: process.stdin })) {
  const { type, id, target, base64 } = JSON.parse(line);
  if (type === "bye") break;
  console.log(JSON.stringify(type === "hello" ? { type, protocol: 1, name: "Node by hand",
    version: process.version.slice(1), reports: "errors", targets: Object.keys(rules) }
    : { id, ...check(target, Buffer.from(base64, "base64")) }));
}
