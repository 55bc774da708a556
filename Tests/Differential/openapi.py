#!/usr/bin/env python3
"""Compares conform with jsonschema-rs on generated bodies of operations of OpenAPI documents.

    python3 Tests/Differential/openapi.py DOCUMENT... [--conform PATH] [--operations 20] [--count 1000]
                                          [--seed 1] [--json FILE]

Each DOCUMENT is an OpenAPI 3.0 or 3.1 document in JSON or YAML. The run first asks conform to read every schema
of every operation, and to make a shortest and a full example for every JSON body with its own schema. Then it chooses OPERATIONS
bodies per document and mutates the examples COUNT times. The schema of the body is extracted here, without
conform: references are kept, 3.0 is rewritten as draft 4, and members that the other side owns are dropped
from `required`. The run lists every document on which conform and jsonschema-rs do not agree.

Exit status: 0 if all verdicts agree and every example is valid, 1 if not, 2 if the run could not be carried out.

Needs jsonschema-rs and PyYAML from PyPI.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema_rs
import yaml

from mutations import Mutator


class Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    """YAML with the core schema: no dates, and no booleans except true and false."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in
            ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:merge")]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


def text_keys(value):
    if isinstance(value, dict):
        return {str(k).lower() if isinstance(k, bool) else str(k): text_keys(v) for k, v in value.items()}
    if isinstance(value, list):
        return [text_keys(v) for v in value]
    return value


class Document:
    """A document and the files to which it refers, as one tree without references between files."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.files = {}
        self.root = self.load(self.path)
        self.is30 = self.root["openapi"].startswith("3.0")

    def load(self, path):
        if path not in self.files:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            self.files[path] = text_keys(
                json.loads(text) if path.endswith(".json") else yaml.load(text, Loader))
        return self.files[path]

    def target(self, reference, base):
        file, _, fragment = reference.partition("#")
        path = os.path.normpath(os.path.join(os.path.dirname(base), file)) if file else base
        value = self.load(path)
        for token in fragment.split("/")[1:]:
            token = token.replace("%7B", "{").replace("%7D", "}").replace("~1", "/").replace("~0", "~")
            value = value[int(token)] if isinstance(value, list) else value[token]
        return value, path

    def resolved(self, value, base):
        while isinstance(value, dict) and "$ref" in value:
            value, base = self.target(value["$ref"], base)
        return value, base

    def body(self, operation_path, method, role):
        item, base = self.resolved(self.root["paths"][operation_path], self.path)
        operation, base = self.resolved(item[method], base)
        if role == "request":
            body, base = self.resolved(operation["requestBody"], base)
        else:
            body, base = self.resolved(operation["responses"][role.partition(":")[2]], base)
        return body["content"], base

    def schema(self, content, base, direction):
        """The schema with every reference replaced by one to a definition."""
        definitions, names = {}, {}
        mark = "readOnly" if direction == "request" else "writeOnly"

        def convert(schema, base, beside=frozenset()):
            """`beside` contains the members that the other side owns according to adjacent schemas."""
            if not isinstance(schema, dict):
                return schema
            if "$ref" in schema:
                reference = schema["$ref"]
                key = (base, reference)
                if key not in names:
                    names[key] = f"d{len(names)}"
                    target, file = self.target(reference, base)
                    definitions[names[key]] = convert(target, file)
                pointer = f"#/definitions/{names[key]}"
                if self.is30 or len(schema) == 1:
                    return {"$ref": pointer}
                rest = convert({k: v for k, v in schema.items() if k != "$ref"}, base)
                return {"allOf": [{"$ref": pointer}, rest]}
            result = {}
            for name, value in schema.items():
                if name in ("properties", "patternProperties", "$defs", "dependentSchemas"):
                    if name == "patternProperties" and self.is30:
                        continue
                    result[name] = {k: convert(v, base) for k, v in value.items()}
                elif name in ("allOf", "anyOf", "oneOf"):
                    owned = self.owned(schema, base, mark)
                    result[name] = [convert(v, base, owned) for v in value]
                elif name == "prefixItems":
                    result[name] = [convert(v, base) for v in value]
                elif name in ("items", "additionalProperties", "not", "if", "then", "else", "contains",
                              "propertyNames", "unevaluatedProperties", "unevaluatedItems"):
                    result[name] = convert(value, base)
                elif name in ("example", "examples", "default", "discriminator", "xml", "format", "nullable",
                              "description", "title", "id", "$id", "$schema", "$comment"):
                    continue
                elif name in ("const", "dependentRequired", "contentMediaType") and self.is30:
                    continue
                else:
                    result[name] = value
            if self.is30 and schema.get("nullable") is True and "type" in result:
                result["type"] = [result["type"], "null"]
            if "required" in result:
                owned = self.owned(schema, base, mark) | beside
                result["required"] = [n for n in result["required"] if n not in owned]
                if not result["required"]:
                    del result["required"]
            return result

        schema = convert(content.get("schema", {}), base)
        if isinstance(schema, bool):
            return schema
        return {"allOf": [schema], "definitions": definitions}

    def owned(self, schema, base, mark, seen=()):
        """The members of a schema, and of those below it for the same value, that have a mark."""
        schema, base = self.resolved(schema, base)
        if not isinstance(schema, dict) or id(schema) in seen:
            return set()
        names = set()
        for name, value in (schema.get("properties") or {}).items():
            value, _ = self.resolved(value, base)
            if isinstance(value, dict) and value.get(mark) is True:
                names.add(name)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for inner in schema.get(keyword) or []:
                names |= self.owned(inner, base, mark, seen + (id(schema),))
        return names


def run(arguments, **options):
    return subprocess.run(arguments, capture_output=True, text=True, **options)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="+")
    parser.add_argument("--conform", default=".build/debug/conform")
    parser.add_argument("--operations", type=int, default=20)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=10**9, help="how many bodies get examples")
    parser.add_argument("--json")
    options = parser.parse_args()
    failed = False
    results = []
    for path in options.documents:
        result = document_result(path, options)
        results.append(result)
        print(json.dumps({k: v for k, v in result.items() if k != "differences"}, indent=1))
        for difference in result["differences"][:10]:
            print("  DIFFERENT", json.dumps(difference)[:600])
        failed = failed or result["differences"] or result["examplesMissing"] or result["examplesInvalid"]
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(results, indent=1))
    return 1 if failed else 0


def distinct(bodies, document):
    """One body for each schema and direction, because error responses are often the same."""
    seen = set()
    result = []
    for operation, body in bodies:
        if operation["path"].startswith("/"):
            contents, file = document.body(operation["path"], operation["method"].lower(), body["body"])
            schema = (contents[body["mediaType"]] or {}).get("schema")
            key = (file, body["body"].partition(":")[0], json.dumps(schema, sort_keys=True))
            if key in seen:
                continue
            seen.add(key)
        result.append((operation, body))
    return result


def document_result(path, options):
    listing = run([options.conform, "operations", path, "--schemas", "--format", "json"])
    if listing.returncode == 2:
        print(listing.stderr, file=sys.stderr)
        sys.exit(2)
    operations = json.loads(listing.stdout)
    document = Document(path)
    bodies = distinct(
        [(o, b) for o in operations if not o["problems"] for b in o["bodies"] if b["isChecked"]], document)
    result = collections.OrderedDict(
        document=os.path.basename(path), operations=len(operations),
        withProblems=sum(bool(o["problems"]) for o in operations),
        problems=sorted({f'{p["message"]}' for o in operations for p in o["problems"]})[:10],
        problemPlaces=len({(p["source"], p["line"], p["column"]) for o in operations for p in o["problems"]}),
        bodies=len(bodies), examplesMade=0, examplesMissing=[], examplesInvalid=[], compared=0,
        documents=0, valid=0, invalid=0, notCompared=[], differences=[])
    chosen = random.Random(options.seed)
    order = bodies[:]
    chosen.shuffle(order)
    compared = 0
    for operation, body in order[:options.examples]:
        base = ["--openapi", path, "--operation", operation["id"], "--body", body["body"]]
        examples = []
        for extent in ([], ["--full"]):
            made = run([options.conform, "example", *base, *extent])
            name = f'{operation["id"]} {body["body"]}{"".join(extent)}'
            if made.returncode != 0:
                result["examplesMissing"].append([name, made.stderr[:200]])
                continue
            result["examplesMade"] += 1
            examples.append(made.stdout)
        if not operation["path"].startswith("/"):
            continue
        contents, file = document.body(operation["path"], operation["method"].lower(), body["body"])
        direction = body["body"].partition(":")[0]
        try:
            schema = document.schema(contents[body["mediaType"]] or {}, file, direction)
            validator_class = (
                jsonschema_rs.Draft4Validator if document.is30 else jsonschema_rs.Draft202012Validator)
            validator = validator_class(schema, validate_formats=False)
        except (RecursionError, ValueError, jsonschema_rs.ValidationError) as error:
            result["notCompared"].append([operation["id"], str(error)[:200]])
            continue
        for example in examples:
            if not validator.is_valid(json.loads(example)):
                result["examplesInvalid"].append([operation["id"], body["body"], example[:300]])
        if compared >= options.operations or not examples or schema is True:
            continue
        compared += 1
        values = [json.loads(example) for example in examples]
        mutator = Mutator(schema, values, random.Random(f'{options.seed} {operation["id"]}'))
        values += [mutator.mutant() for _ in range(options.count - len(values))]
        texts = [json.dumps(value) for value in values]
        with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as lines:
            lines.write("".join(text + "\n" for text in texts))
            lines.flush()
            checked = run([options.conform, "check", *base, "--format", "ndjson", lines.name])
        verdicts = [json.loads(line) for line in checked.stdout.splitlines()]
        if len(verdicts) != len(texts):
            print(checked.stderr, file=sys.stderr)
            sys.exit(2)
        for text, verdict in zip(texts, verdicts):
            expected = "valid" if validator.is_valid(json.loads(text)) else "invalid"
            result["documents"] += 1
            result[expected] += 1
            if verdict["outcome"] != expected:
                result["differences"].append(
                    dict(operation=operation["id"], body=body["body"], document=text, expected=expected,
                         conform=verdict["outcome"], errors=verdict.get("errors", [])[:2]))
    result["compared"] = compared
    return result


if __name__ == "__main__":
    sys.exit(main())
