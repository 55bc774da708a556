"""Validators and parsers of Python's world behind the protocol of ../README.md."""

import gc
import json
import pathlib
import sys
import time

NAME = r"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"
DESCRIPTION = r"""^[a-zA-Z0-9.,?\s\\/'"()\[\];`%^&*\-_:!]+$"""
PREFIX = r"^([a-zA-Z0-9\-_]+)/$"
SCHEMA = json.loads((pathlib.Path(__file__).parent.parent / "request.schema.json").read_text())


def make_msgspec():
    from typing import Annotated, Literal

    import msgspec
    from msgspec import Meta

    # Without the collector's care, as msgspec advises where values hold no cycle.
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


def make_pydantic():
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


def make_fastjsonschema():
    import fastjsonschema
    import orjson

    validate, loads = fastjsonschema.compile(SCHEMA), orjson.loads

    def is_valid(document):
        try:
            validate(loads(document))
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return is_valid


def make_jsonschema_rs():
    import jsonschema_rs
    import orjson

    is_valid, loads = jsonschema_rs.validator_for(SCHEMA).is_valid, orjson.loads
    return lambda document: is_valid(loads(document))


def make_jsonschema():
    import jsonschema
    import orjson

    is_valid, loads = jsonschema.Draft7Validator(SCHEMA).is_valid, orjson.loads
    return lambda document: is_valid(loads(document))


def make_orjson():
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
    name, path = sys.argv[1:]
    documents = pathlib.Path(path).read_bytes().splitlines()
    is_valid = PEERS[name]()
    # Nothing that is measured makes cycles, and the documents need not be looked through again and again.
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
