"""The package jsonschema over a JSON Schema: python3 python-jsonschema.py [FOLDER]

FOLDER holds the schemas, *request.json and *response.json; by default schemas/ beside this file.
"""
import base64, glob, importlib.metadata, json, os, sys, warnings
import jsonschema

warnings.simplefilter("ignore")  # Python remarks on "[" inside a class of the patterns.
folder = sys.argv[1] if sys.argv[1:] else os.path.join(os.path.dirname(__file__), "schemas")
validators = {}
for target in ("request", "response"):
    with open(glob.glob(os.path.join(folder, f"*{target}.json"))[0], "rb") as file:
        validators[target] = jsonschema.Draft202012Validator(json.load(file))

def finding(error):
    path = [str(part) for part in error.absolute_path]
    if error.validator == "required":  # one error for each name, which only the message says
        path.append(error.message.split("'")[1])
    steps = (part.replace("~", "~0").replace("/", "~1") for part in path)
    return {"pointer": "".join("/" + step for step in steps), "keyword": error.validator}

def check(target, body):
    try:
        value = json.loads(body)
    except ValueError:
        return {"outcome": "malformed"}
    except RecursionError:
        return {"outcome": "unsupported"}
    errors = [finding(error) for error in validators[target].iter_errors(value)]
    return {"outcome": "invalid", "errors": errors} if errors else {"outcome": "valid"}

for message in map(json.loads, iter(sys.stdin.readline, "")):
    if message["type"] == "bye":
        break
    answer = {"type": "hello", "protocol": 1, "name": "Python jsonschema", "reports": "errors",
              "version": importlib.metadata.version("jsonschema"), "targets": list(validators)}
    if message["type"] == "check":
        answer = check(message["target"], base64.b64decode(message["base64"]))
        answer["id"] = message["id"]
    print(json.dumps(answer), flush=True)
