"""pydantic as its documentation recommends: models that are validated from JSON bytes."""
import base64, json, sys
from typing import Annotated, Literal, Optional
import pydantic
from pydantic import BaseModel, ConfigDict, Field, ValidationError

NAME = r"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"
# pydantic's engine, Rust's regex, requires "[" inside the class to be escaped.
TEXT = r"^[a-zA-Z0-9.,?\s\\/'\"()\[\];`%^&*\-_:!]+$"


class Credentials(BaseModel):
    accessKey: str
    secretKey: str
    bucketName: str
    region: str
    endpoint: str


class Destination(BaseModel):
    name: Annotated[str, Field(min_length=3, max_length=100, pattern=NAME)]
    description: Optional[Annotated[str, Field(max_length=200, pattern=TEXT)]] = None
    type: Literal["s3"]
    prefix: Annotated[str, Field(pattern=r"^([a-zA-Z0-9-_]+)\/$")]
    credentials: Credentials


class Added(Destination):
    id: str
    createdAt: Optional[str] = None
    updatedAt: Optional[str] = None


class Response(BaseModel):
    data: Added


MODELS = {"request": Destination, "response": Response}
KEYWORDS = {"missing": "required", "string_type": "type", "model_type": "type",
            "string_too_short": "minLength", "string_too_long": "maxLength",
            "string_pattern_mismatch": "pattern", "literal_error": "enum"}


def check(target, body):
    try:
        MODELS[target].model_validate_json(body)
        return {"outcome": "valid"}
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
    if any(entry["type"] == "json_invalid" for entry in found):
        return {"outcome": "malformed"}
    return {"outcome": "invalid", "errors": [
        {"pointer": "".join(f"/{part}" for part in entry["loc"]),
         "keyword": KEYWORDS.get(entry["type"], entry["type"])} for entry in found]}


for message in map(json.loads, iter(sys.stdin.readline, "")):
    if message["type"] == "bye":
        break
    answer = {"type": "hello", "protocol": 1, "name": "pydantic", "version": pydantic.VERSION,
              "reports": "errors", "targets": list(MODELS)}
    if message["type"] == "check":
        answer = check(message["target"], base64.b64decode(message["base64"]))
        answer["id"] = message["id"]
    print(json.dumps(answer), flush=True)
