"""Counts the valid lines of a file with jsonschema-rs and orjson: `jsonschema_rs_check.py FILE`."""

import json
import pathlib
import sys

import jsonschema_rs
import orjson

schema = json.loads((pathlib.Path(__file__).parent / "request.schema.json").read_text())
is_valid = jsonschema_rs.validator_for(schema).is_valid
valid = documents = 0
with open(sys.argv[1], "rb") as lines:
    for line in lines:
        documents += 1
        try:
            valid += is_valid(orjson.loads(line))
        except orjson.JSONDecodeError:
            pass
print(f"{documents} documents: {valid} valid")
