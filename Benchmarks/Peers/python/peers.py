"""Validators and parsers in Python that implement the protocol of ../README.md.

usage: peers.py NAME [SCHEMA] DOCUMENTS
"""

import gc
import json
import pathlib
import sys
import time

NAME = r"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"
DESCRIPTION = r"""^[a-zA-Z0-9.,?\s\\/'"()\[\];`%^&*\-_:!]+$"""
PREFIX = r"^([a-zA-Z0-9\-_]+)/$"
REQUEST_SCHEMA = pathlib.Path(__file__).parent.parent / "request.schema.json"


def make_msgspec(_):
    from typing import Annotated, Literal

    import msgspec
    from msgspec import Meta

    # Without garbage collection, as msgspec recommends for values without cycles.
    class Credentials(msgspec.Struct, gc=False):
        accessKey: str
        secretKey: str
        bucketName: str
        region: str
        endpoint: str

    class Request(msgspec.Struct, gc=False):
        name: Annotated[str, Meta(min_length=3, max_length=100, pattern=NAME)]
        type: Literal["s3"]
        prefix: Annotated[str, Meta(pattern=PREFIX)]
        credentials: Credentials
        description: Annotated[str, Meta(max_length=200, pattern=DESCRIPTION)] | msgspec.UnsetType = (
            msgspec.UNSET
        )

    decode = msgspec.json.Decoder(Request).decode

    def is_valid(document):
        try:
            decode(document)
        except msgspec.ValidationError:
            return False
        return True

    return is_valid


def make_pydantic(_):
    from typing import Annotated, Literal

    from pydantic import BaseModel, Field, ValidationError

    class Credentials(BaseModel):
        accessKey: str
        secretKey: str
        bucketName: str
        region: str
        endpoint: str

    class Request(BaseModel):
        name: Annotated[str, Field(min_length=3, max_length=100, pattern=NAME)]
        type: Literal["s3"]
        prefix: Annotated[str, Field(pattern=PREFIX)]
        credentials: Credentials
        description: Annotated[str, Field(max_length=200, pattern=DESCRIPTION)] = "x"

    validate = Request.__pydantic_validator__.validate_json

    def is_valid(document):
        try:
            validate(document)
        except ValidationError:
            return False
        return True

    return is_valid


def make_fastjsonschema(schema):
    import fastjsonschema
    import orjson

    validate, loads = fastjsonschema.compile(schema), orjson.loads

    def is_valid(document):
        try:
            validate(loads(document))
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return is_valid


def make_jsonschema_rs(schema):
    import jsonschema_rs
    import orjson

    # Formats remain annotations; by default, this library asserts them for older drafts.
    validator = jsonschema_rs.validator_for(schema, validate_formats=False)
    is_valid, loads = validator.is_valid, orjson.loads
    return lambda document: is_valid(loads(document))


def make_jsonschema(schema):
    import jsonschema
    import orjson

    is_valid, loads = jsonschema.Draft7Validator(schema).is_valid, orjson.loads
    return lambda document: is_valid(loads(document))


def make_orjson(_):
    import orjson

    loads = orjson.loads
    return lambda document: loads(document) is not None


PEERS = {
    "msgspec": make_msgspec,
    "pydantic": make_pydantic,
    "fastjsonschema": make_fastjsonschema,
    "jsonschema-rs": make_jsonschema_rs,
    "jsonschema": make_jsonschema,
    "orjson": make_orjson,
}


def main():
    name, *schema, path = sys.argv[1:]
    # Not `splitlines`, which would also end a line at a carriage return.
    documents = pathlib.Path(path).read_bytes().removesuffix(b"\n").split(b"\n")
    schema = pathlib.Path(schema[0]) if schema else REQUEST_SCHEMA
    try:
        is_valid = PEERS[name](json.loads(schema.read_text()))
    except Exception as error:
        print("unsupported", *str(error).split(), flush=True)
        sys.exit(3)
    # The measured code makes no cycles, so the documents need not be scanned repeatedly.
    gc.disable()
    for line in sys.stdin:
        if line.strip() == "verdicts":
            print("".join("1" if is_valid(document) else "0" for document in documents), flush=True)
            continue
        start = time.thread_time_ns()
        for document in documents:
            is_valid(document)
        print(time.thread_time_ns() - start, flush=True)


main()
