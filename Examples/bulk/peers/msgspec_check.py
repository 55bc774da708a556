"""Counts the valid lines of a file with msgspec: `msgspec_check.py FILE`."""

import sys
from typing import Annotated, Literal

import msgspec
from msgspec import Meta


class Credentials(msgspec.Struct):
    accessKey: str
    secretKey: str
    bucketName: str
    region: str
    endpoint: str


class Request(msgspec.Struct):
    name: Annotated[
        str, Meta(min_length=3, max_length=100, pattern=r"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$")
    ]
    type: Literal["s3"]
    prefix: Annotated[str, Meta(pattern=r"^([a-zA-Z0-9\-_]+)/$")]
    credentials: Credentials
    description: (
        Annotated[str, Meta(max_length=200, pattern=r"""^[a-zA-Z0-9.,?\s\\/'"()\[\];`%^&*\-_:!]+$""")]
        | msgspec.UnsetType
    ) = msgspec.UNSET


decode = msgspec.json.Decoder(Request).decode
valid = documents = 0
with open(sys.argv[1], "rb") as lines:
    for line in lines:
        documents += 1
        try:
            decode(line)
            valid += 1
        except msgspec.DecodeError:
            pass
print(f"{documents} documents: {valid} valid")
