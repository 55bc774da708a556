#!/usr/bin/env python3
"""Compares conform with independent validators on mutated documents of many schemas.

    python3 Tests/Differential/schemas.py SETS [--conform PATH] [--seed 1] [--count 500]
                                          [--only SET]... [--json FILE]

SETS has one folder per schema, with schema.json and instances.jsonl: one document per line. Each schema
gets COUNT documents with one to three changes each, the same for the same seed. They are strict JSON
without duplicate member names. Formats are annotations. The run lists every document on which conform,
jsonschema-rs and python-jsonschema do not all agree, with the verdict of each.

A validator that gives up on a document, or cannot compile a schema, has no verdict; the run counts and names
these cases. Exit status: 0 if all verdicts agree, 1 if some differ, 2 if the run could not be carried out.

Needs jsonschema and jsonschema-rs from PyPI.
"""

import argparse
import collections
import json
import math
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import types

import jsonschema
import jsonschema_rs

from mutations import Mutator

# The time limit of python-jsonschema for one document, and the number of times that it may exceed the limit before it
# is skipped for a schema: some schemas cost it exponential time.
SECONDS = 2
PATIENCE = 10
# The number of characters of a document that the report shows.
SHOWN = 2_000


def ecma_search(pattern, text):
    """`re.search` for a pattern of ECMA-262, as far as the two can be reconciled."""
    parts = re.findall(r"\\.|\[(?:\\.|[^\]\\])*\]|[^\\]", pattern, re.DOTALL)
    pattern = "".join(r"\Z" if part == "$" else part for part in parts)
    return re.search(re.sub(r"\(\?<(?![=!])", "(?P<", pattern), text, re.ASCII)


for module in ("_keywords", "_utils", "_legacy_keywords"):
    vars(getattr(jsonschema, module))["re"] = types.SimpleNamespace(search=ecma_search)


class GaveUp(Exception):
    """A validator took too long for a document."""


def give_up(*_):
    raise GaveUp("took too long")


def finite(text):
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("no finite number")
    return number


def documents_of(path):
    """The documents, one per line or one on all lines, without those that contain infinite numbers."""
    text = path.read_text()
    try:
        return [json.loads(text, parse_float=finite)]
    except ValueError:
        documents = []
        for line in text.split("\n"):
            try:
                documents.append(json.loads(line, parse_float=finite))
            except ValueError:
                continue
        return documents


def python_validator(schema):
    make = jsonschema.validators.validator_for(schema, jsonschema.Draft202012Validator)
    validator = make(schema)

    def is_valid(document):
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            return validator.is_valid(document)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    return is_valid


def rust_validator(schema):
    return jsonschema_rs.validator_for(schema, validate_formats=False).is_valid


def verdicts_of(make, schema, texts):
    """For each document: True, False, or the reason for a missing verdict."""
    try:
        is_valid = make(schema)
    except Exception as error:
        return [f"cannot compile the schema: {error}"] * len(texts)
    verdicts, exceeded = [], 0
    for text in texts:
        if exceeded == PATIENCE:
            verdicts.append("no longer asked")
            continue
        try:
            verdicts.append(is_valid(json.loads(text)))
        except GaveUp as error:
            exceeded += 1
            verdicts.append(str(error))
        except Exception as error:
            verdicts.append(f"{type(error).__name__}: {error}")
    return verdicts


def conform_verdicts(command, schema, texts):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
        file.write("".join(text + "\n" for text in texts))
        file.flush()
        options = ["--schema", schema, "--lines", "--format", "ndjson", "--max-errors", "1"]
        run = subprocess.run(
            [command, "check", *options, file.name], capture_output=True, text=True
        )
    if run.returncode not in (0, 1):
        reason = run.stderr.strip() or f"exit status {run.returncode}"
        return [f"cannot compile the schema: {reason}"] * len(texts)
    verdicts = [None] * len(texts)
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        outcome = answer["outcome"]
        verdicts[answer["line"] - 1] = {"valid": True, "invalid": False}.get(outcome, outcome)
    return ["no answer" if verdict is None else verdict for verdict in verdicts]


def spelled(document, choice):
    """The document as JSON on one line: characters and whitespace in one of several spellings."""
    separators = choice([(",", ":"), (", ", ": "), (" , ", " :\t")])
    return json.dumps(
        document, ensure_ascii=choice([True, False]), separators=separators, allow_nan=False
    )


def words(verdict):
    return {True: "valid", False: "invalid"}[verdict] if isinstance(verdict, bool) else verdict


def compare(folder, options):
    """The documents of a set on which verdicts differ, and the reasons for missing verdicts."""
    schema = json.loads((folder / "schema.json").read_text())
    # A string seeds the same numbers in every process and on every machine.
    generator = random.Random(f"{options.seed} {folder.name}")
    mutator = Mutator(schema, documents_of(folder / "instances.jsonl"), generator)
    texts = [spelled(mutator.mutant(), generator.choice) for _ in range(options.count)]
    verdicts = {
        "conform": conform_verdicts(options.conform, folder / "schema.json", texts),
        "jsonschema-rs": verdicts_of(rust_validator, schema, texts),
        "python-jsonschema": verdicts_of(python_validator, schema, texts),
    }
    differences, silent = [], collections.Counter()
    for index, text in enumerate(texts):
        said = {name: of[index] for name, of in verdicts.items()}
        silent.update((name, v[:300]) for name, v in said.items() if isinstance(v, str))
        if len({v for v in said.values() if isinstance(v, bool)}) > 1:
            said = {name: words(verdict) for name, verdict in said.items()}
            differences.append({"set": folder.name, "document": text, "verdicts": said})
    valid = verdicts["jsonschema-rs"].count(True)
    print(f"{folder.name}: {len(texts)} documents, {valid} valid, {len(differences)} differences")
    return differences, silent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", type=pathlib.Path)
    parser.add_argument("--conform", default=".build/release/conform", metavar="PATH")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500, help="documents per schema")
    parser.add_argument("--only", action="append", metavar="SET", help="compare this set")
    parser.add_argument("--json", type=pathlib.Path, help="write every difference to this file")
    options = parser.parse_args()
    folders = sorted(path.parent for path in options.sets.glob("*/schema.json"))
    if options.only:
        folders = [folder for folder in folders if folder.name in options.only]
    if not folders:
        parser.error(f"{options.sets} has no such set")
    signal.signal(signal.SIGALRM, give_up)

    differences = []
    for folder in folders:
        found, silent = compare(folder, options)
        differences += found
        for (name, reason), count in silent.items():
            print(f"  {name} has no verdict on {count}: {reason}")
        for difference in sorted(found, key=lambda difference: len(difference["document"])):
            said = ", ".join(f"{name}: {verdict}" for name, verdict in difference["verdicts"].items())
            document = difference["document"]
            more = f" … ({len(document):,} characters)" if len(document) > SHOWN else ""
            print(f"  {said}\n    {document[:SHOWN]}{more}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(differences, indent=1) + "\n")
    print(f"{len(folders)} schemas, seed {options.seed}: {len(differences)} differences")
    sys.exit(1 if differences else 0)


main()
