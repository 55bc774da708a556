#!/usr/bin/env python3
"""Compares the exported JSON Schemas with independent validators.

    python3 Tests/Exports/agreement.py [--seed 1] [--count 20000] [--json FILE]

The documents are the test vectors, if vectors/compiled exists, and seeded documents from
Tests/Differential, whose reference gives the right answers. Each validator gets the result of
Python's JSON reader; ajv gets that of JSON.parse. An entry of the loss ledger must explain each
difference. Exit status: 0 if every difference is explained.

Needs jsonschema, jsonschema-rs and fastjsonschema, and node with ajv (on NODE_PATH). A missing
validator is omitted; fewer than three are a failure.
"""

import argparse
import base64
import collections
import importlib.metadata
import json
import pathlib
import subprocess
import sys
import warnings

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIFFERENTIAL = ROOT / "Tests" / "Differential"
TARGETS = ("request", "response")

# The characters on which `\s` of Python's re or Rust's regex differs from ECMA-262's.
DISPUTED_SPACES = {0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0xFEFF}


def schema(target):
    path = ROOT / "docs" / "schemas" / f"add-backup-destination.{target}.json"
    return json.loads(path.read_text())


# Documents: (name, bytes, right answer)


def vectors(target):
    path = ROOT / "vectors" / "compiled" / f"{target}.ndjson"
    if not path.exists():
        return
    axes = json.loads((ROOT / "vectors" / "choices.json").read_text())["axes"]
    recommended = {axis["axis"]: axis["recommended"] for axis in axes}
    for line in path.open():
        vector = json.loads(line)
        if "choice" in vector:
            choice = vector["choice"]
            expected = choice["alternatives"][recommended[choice["axis"]]]
        else:
            expected = vector["expect"]
        outcome = expected if isinstance(expected, str) else next(iter(expected))
        yield vector["id"], base64.b64decode(vector["base64"]), outcome


def generated(target, seed, count):
    lines = run_node("generate.mjs", "--seed", seed, "--count", count, "--target", target)
    answers = run_node("reference.mjs", "--target", target, input=lines)
    for index, (line, answer) in enumerate(zip(lines.splitlines(), answers.splitlines())):
        yield f"{seed}:{index}", base64.b64decode(line), json.loads(answer)["outcome"]


def run_node(script, *arguments, input=None):
    command = ["node", DIFFERENTIAL / script, *map(str, arguments)]
    return subprocess.run(command, input=input, capture_output=True, check=True).stdout


# Validators: each answers a list of documents with valid, invalid or malformed


def judged_by(is_valid):
    def judge(documents):
        return [verdict(document, is_valid) for document in documents]
    return judge


def verdict(document, is_valid):
    try:
        value = json.loads(document.decode())
    except (ValueError, RecursionError):
        return "malformed"
    try:
        return "valid" if is_valid(value) else "invalid"
    except (ValueError, RecursionError) as error:
        # The validator cannot read the value: an unpaired surrogate, or too deep.
        return f"refused ({type(error).__name__})"


def jsonschema_judge(schema):
    from jsonschema import Draft202012Validator
    Draft202012Validator.check_schema(schema)
    return judged_by(Draft202012Validator(schema).is_valid)


def jsonschema_rs_judge(schema):
    import jsonschema_rs
    jsonschema_rs.meta.validate(schema)
    return judged_by(jsonschema_rs.validator_for(schema).is_valid)


def fastjsonschema_judge(schema):
    import fastjsonschema
    # It knows drafts 4 to 7; the keywords of this schema mean the same in draft 7.
    check = fastjsonschema.compile({**schema, "$schema": "http://json-schema.org/draft-07/schema#"})

    def is_valid(value):
        try:
            check(value)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True
    return judged_by(is_valid)


AJV = r"""
const Ajv = require('ajv');
const lines = require('fs').readFileSync(0, 'utf8').trimEnd().split('\n');
const schema = JSON.parse(lines.shift());
// ajv 6 knows drafts up to 7; the keywords of this schema mean the same there.
const validate = new Ajv().compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
for (const line of lines) {
  let value, verdict = 'malformed';
  try {
    value = JSON.parse(decoder.decode(Buffer.from(JSON.parse(line), 'base64')));
    verdict = validate(value) ? 'valid' : 'invalid';
  } catch {}
  console.log(verdict);
}
"""


def ajv_judge(schema):
    version = subprocess.run(
        ["node", "-p", "require('ajv/package.json').version"], capture_output=True, text=True)
    if version.returncode:
        raise ImportError("ajv")
    VERSIONS["ajv"] = version.stdout.strip()

    def judge(documents):
        lines = [json.dumps(schema)]
        lines += [json.dumps(base64.b64encode(document).decode()) for document in documents]
        process = subprocess.run(
            ["node", "-e", AJV], input="\n".join(lines), capture_output=True, text=True, check=True)
        return process.stdout.split()
    return judge


JUDGES = {
    "jsonschema": jsonschema_judge, "jsonschema-rs": jsonschema_rs_judge,
    "fastjsonschema": fastjsonschema_judge, "ajv": ajv_judge,
}
VERSIONS = {}


# Differences and their causes in the loss ledger


def cause(document, expected, answer):
    """The entry of the loss ledger that explains a difference; None if there is none."""
    # Vectors expect "refused" for a document beyond a limit.
    if expected in ("indeterminate", "refused") or answer.startswith("refused (Recursion"):
        return "limits"
    if expected == "malformed":
        try:
            json.loads(document.decode(), object_pairs_hook=reject_duplicates)
        except DuplicateKey:
            return "duplicate-keys"
        except (ValueError, RecursionError):
            pass
        return "strict-text"
    if answer == "malformed":
        # Only a limit makes these readers reject a well-formed document.
        return "limits"
    texts = list(strings(json.loads(document.decode())))
    if any(ord(character) in DISPUTED_SPACES for text in texts for character in text):
        return "white-space"
    if any(text.endswith("\n") for text in texts):
        return "dollar"
    return None


class DuplicateKey(Exception):
    pass


def reject_duplicates(pairs):
    if len({name for name, _ in pairs}) < len(pairs):
        raise DuplicateKey
    return dict(pairs)


def strings(value):
    """The strings to which a pattern applies: members called name, description and prefix."""
    if isinstance(value, dict):
        body = value.get("data") if isinstance(value.get("data"), dict) else value
        for name in ("name", "description", "prefix"):
            if isinstance(body.get(name), str):
                yield body[name]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20000, help="generated documents per target")
    parser.add_argument("--json", help="a file for the figures")
    options = parser.parse_args()
    warnings.simplefilter("ignore", FutureWarning)
    sys.set_int_max_str_digits(0)

    counts = {name: collections.Counter() for name in JUDGES}
    unexplained, missing = [], set()
    total = collections.Counter()
    for target in TARGETS:
        rows = list(vectors(target))
        total["vectors"] += len(rows)
        rows += generated(target, options.seed, options.count)
        total["documents"] += len(rows)
        for name, make in JUDGES.items():
            try:
                judge = make(schema(target))
            except ImportError:
                missing.add(name)
                continue
            if name not in VERSIONS:
                VERSIONS[name] = importlib.metadata.version(name)
            answers = judge([document for _, document, _ in rows])
            assert len(answers) == len(rows), name
            for (row, document, expected), answer in zip(rows, answers):
                if answer == expected:
                    counts[name]["agree"] += 1
                    continue
                why = cause(document, expected, answer)
                counts[name][why or "unexplained"] += 1
                if why is None:
                    unexplained.append((name, target, row, expected, answer, document[:200]))

    report(counts, total, missing, unexplained)
    if options.json:
        figures = {name: {"version": VERSIONS[name], **count} for name, count in counts.items()
                   if name not in missing}
        pathlib.Path(options.json).write_text(json.dumps({**total, "validators": figures}, indent=2))
    if unexplained or len(JUDGES) - len(missing) < 3:
        sys.exit(1)


def report(counts, total, missing, unexplained):
    print(f"{total['documents']} documents, {total['vectors']} of them test vectors")
    for name, count in counts.items():
        if name in missing:
            print(f"{name}: not installed")
            continue
        others = ", ".join(f"{why} {number}" for why, number in sorted(count.items())
                           if why != "agree")
        print(f"{name} {VERSIONS[name]}: {count['agree']} agree; {others or 'no difference'}")
    for row in unexplained[:20]:
        print("unexplained:", *row)


if __name__ == "__main__":
    main()
