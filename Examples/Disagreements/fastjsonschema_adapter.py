"""fastjsonschema with the exported schema. It stops at the first error, so only its verdicts are
compared."""
import base64, glob, json, os, sys, warnings
import fastjsonschema

warnings.simplefilter("ignore")
folder = sys.argv[1]
validators = {}
for target in ("request", "response"):
    with open(glob.glob(os.path.join(folder, f"*{target}.json"))[0], "rb") as file:
        schema = json.load(file)
    # It supports no draft after draft-07; no keyword of the schema has changed since.
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    validators[target] = fastjsonschema.compile(schema)


def check(target, body):
    try:
        value = json.loads(body)
    except ValueError:
        return {"outcome": "malformed"}
    except RecursionError:
        return {"outcome": "unsupported"}
    try:
        validators[target](value)
        return {"outcome": "valid"}
    except fastjsonschema.JsonSchemaException:
        return {"outcome": "invalid"}


for message in map(json.loads, iter(sys.stdin.readline, "")):
    if message["type"] == "bye":
        break
    answer = {"type": "hello", "protocol": 1, "name": "fastjsonschema", "reports": "verdicts",
              "version": fastjsonschema.VERSION, "targets": list(validators)}
    if message["type"] == "check":
        answer = check(message["target"], base64.b64decode(message["base64"]))
        answer["id"] = message["id"]
    print(json.dumps(answer), flush=True)
