// A typical service written in a hurry: JSON.parse on a decoded string, patterns without the u flag, length in UTF-16
// units, truthiness for presence, and only the first error of a field.
import { createInterface } from "node:readline";

const namePattern = /^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$/;
const textPattern = /^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$/;
const prefixPattern = /^([a-zA-Z0-9-_]+)\/$/;

function destination(body, at) {
  const errors = [];
  const fail = (name, keyword) => errors.push({ pointer: `${at}/${name}`, keyword });
  if (!body.name) fail("name", "required");
  else if (typeof body.name !== "string") fail("name", "type");
  else if (body.name.length < 3) fail("name", "minLength");
  else if (body.name.length > 100) fail("name", "maxLength");
  else if (!namePattern.test(body.name)) fail("name", "pattern");
  if (body.description) {
    if (body.description.length > 200) fail("description", "maxLength");
    else if (!textPattern.test(body.description)) fail("description", "pattern");
  }
  if (!body.type) fail("type", "required");
  else if (body.type !== "s3") fail("type", "enum");
  if (!body.prefix) fail("prefix", "required");
  else if (!prefixPattern.test(body.prefix)) fail("prefix", "pattern");
  if (!body.credentials) fail("credentials", "required");
  else {
    for (const name of ["accessKey", "secretKey", "bucketName", "region", "endpoint"]) {
      if (!body.credentials[name]) fail(`credentials/${name}`, "required");
      else if (typeof body.credentials[name] !== "string") fail(`credentials/${name}`, "type");
    }
  }
  return errors;
}

function check(target, text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return { outcome: "malformed" };
  }
  if (body === null || typeof body !== "object") return { outcome: "invalid", errors: [] };
  let errors;
  if (target === "request") errors = destination(body, "");
  else if (!body.data) errors = [{ pointer: "/data", keyword: "required" }];
  else {
    errors = destination(body.data, "/data");
    if (!body.data.id) errors.push({ pointer: "/data/id", keyword: "required" });
  }
  return errors.length ? { outcome: "invalid", errors } : { outcome: "valid" };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { type, id, target, base64 } = JSON.parse(line);
  if (type === "bye") break;
  const answer = type === "hello"
    ? { type, protocol: 1, name: "Node by hand, naive", version: process.version.slice(1),
        reports: "errors", targets: ["request", "response"] }
    : { id, ...check(target, Buffer.from(base64, "base64").toString()) };
  console.log(JSON.stringify(answer));
}
