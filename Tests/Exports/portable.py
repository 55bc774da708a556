#!/usr/bin/env python3
"""Tests the portable spelling of patterns with Python's engine and with tools that use it.

    python3 Tests/Exports/portable.py CONFORM

- For every code point, alone and after a valid text, where `$` matters, `re` with the portable patterns gives
  the same verdict as ECMA-262 with the documented ones.
- The models that datamodel-code-generator generates from the portable export load in pydantic, accept a valid
  request, and reject values with a line feed at the end. Those from the verbatim export do not load.
- hypothesis-jsonschema generates valid documents from the portable export.

Needs pydantic, datamodel-code-generator, hypothesis-jsonschema (with hypothesis < 6.116). Tests whose packages
are missing are reported as skipped. Exit status: 0 if all tests pass.
"""

import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

CONFORM = pathlib.Path(sys.argv[1]).resolve()
SPACES = {*range(0x09, 0x0E), 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F,
          0x3000, 0xFEFF}
ALNUM = {ord(c) for c in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"}
# The characters that may follow a valid text, by field: written from the page, not from the export.
MEMBERS = {
    "name": ("abc", ALNUM),
    "description": ("abc", ALNUM | SPACES | {ord(c) for c in ".,?\\/'\"()[];`%^&*-_:!"}),
    "prefix": ("abc/", set()),
}


def export(*options):
    return subprocess.run([CONFORM, "export", "json-schema", *options], check=True, capture_output=True,
                          text=True).stdout


def installed(*modules):
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        print(f"SKIPPED: {', '.join(missing)} not installed")
    return not missing


def check_code_points(schema):
    for name, (valid, following) in MEMBERS.items():
        pattern = re.compile(schema["properties"][name]["pattern"])
        assert pattern.search(valid), name
        for code in range(0x110000):
            if not 0xD800 <= code <= 0xDFFF:
                found = bool(pattern.search(valid + chr(code)))
                assert found == (code in following), f"{name}: U+{code:04X}"
    print("re: every code point after a valid name, description and prefix")


def model(text, folder, name):
    source = folder / f"{name}.json"
    source.write_text(text)
    output = folder / f"{name}.py"
    subprocess.run(
        [sys.executable, "-m", "datamodel_code_generator", "--input", source, "--input-file-type",
         "jsonschema", "--output-model-type", "pydantic_v2.BaseModel", "--class-name", "Request",
         "--output", output], check=True, capture_output=True)
    spec = importlib.util.spec_from_file_location(name, output)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return next(value for key, value in vars(module).items() if key.endswith("Request"))


def check_models(portable, verbatim):
    import pydantic
    import pydantic_core

    credentials = dict.fromkeys(("accessKey", "secretKey", "bucketName", "region", "endpoint"), "x")
    request = {"name": "Example 1", "type": "s3", "prefix": "a/", "description": "a[b]",
               "credentials": credentials}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        loaded = model(portable, folder, "portable")
        loaded.model_validate(request)
        for name in MEMBERS:
            try:
                loaded.model_validate({**request, name: request[name] + "\n{"})
            except pydantic.ValidationError:
                continue
            raise AssertionError(f"pydantic accepts a line feed behind {name}")
        try:
            model(verbatim, folder, "verbatim")
        except pydantic_core.SchemaError:
            pass
        else:
            print("note: the verbatim export loads as well")
    print("pydantic: the portable model loads and is correct")


def check_documents(schema):
    from hypothesis import HealthCheck, given, seed, settings
    from hypothesis_jsonschema import from_schema

    documents = []

    @seed(1)
    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(from_schema(schema))
    def collect(document):
        documents.append(json.dumps(document))

    collect()
    run = subprocess.run([CONFORM, "check", "--lines"], input="\n".join(documents) + "\n",
                         capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
    print(f"hypothesis-jsonschema: {len(documents)} documents, all valid")


def main():
    warnings.simplefilter("error", FutureWarning)
    portable, verbatim = export("--portable-patterns"), export()
    check_code_points(json.loads(portable))
    if installed("pydantic", "datamodel_code_generator"):
        check_models(portable, verbatim)
    if installed("hypothesis", "hypothesis_jsonschema"):
        check_documents(json.loads(portable))


main()
