#!/usr/bin/env python3
"""Validates the rendered OpenAPI documents and schemas.

    python3 Tests/Exports/openapi.py

The OpenAPI documents must satisfy openapi-spec-validator, their examples and those of the schemas
must satisfy the schemas next to them, and the meta-schema of 2020-12 must accept the schemas.
"""

import importlib.metadata
import json
import pathlib

from jsonschema import Draft202012Validator
from openapi_schema_validator import OAS30Validator, OAS31Validator
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

ANNOTATIONS = {"$schema", "$id", "$comment", "title", "description", "example", "examples",
               "writeOnly", "x-rules", "x-secret"}

DOCS = pathlib.Path(__file__).resolve().parents[2] / "docs"


def load(name):
    return json.loads((DOCS / name).read_text())


def check_examples(document, validator):
    """Validates the examples of each media type with its schema; returns their number."""
    count = 0
    (path,) = document["paths"].values()
    (operation,) = path.values()
    for body in [operation["requestBody"], *operation["responses"].values()]:
        media = body["content"]["application/json"]
        name = media["schema"]["$ref"].removeprefix("#/components/schemas/")
        for example in media.get("examples", {}).values():
            validator(document["components"]["schemas"][name]).validate(example["value"])
            count += 1
    return count


def keywords(schema):
    """The schema without parts that do not affect verdicts."""
    result = {name: value for name, value in schema.items() if name not in ANNOTATIONS}
    if "properties" in result:
        result["properties"] = {
            name: keywords(value) for name, value in result["properties"].items()}
    return result


schemas = {path: json.loads(path.read_text()) for path in sorted((DOCS / "schemas").glob("*.json"))}
assert schemas

for name, specification, dialect in (
    ("openapi-3.1.json", OpenAPIV31SpecValidator, OAS31Validator),
    ("openapi-3.0.json", OpenAPIV30SpecValidator, OAS30Validator),
):
    document = load(name)
    specification(document).validate()
    count = check_examples(document, dialect)
    assert count >= 2, name
    components = document["components"]["schemas"]
    for schema in schemas.values():
        (twin,) = [other for other in components.values() if other["title"] == schema["title"]]
        assert keywords(twin) == keywords(schema), name
    version = importlib.metadata.version("openapi-spec-validator")
    print(f"{name}: accepted by openapi-spec-validator {version}; {count} examples valid")

for path, schema in schemas.items():
    Draft202012Validator.check_schema(schema)
    for example in schema["examples"]:
        Draft202012Validator(schema).validate(example)
    print(f"{path.name}: accepted by the meta-schema; {len(schema['examples'])} examples valid")
