"""jsonschema-rs, the Rust validator with Python bindings, with the exported schema."""
import base64, glob, importlib.metadata, json, os, sys
import jsonschema_rs

folder = sys.argv[1]
validators = {}
for target in ("request", "response"):
    with open(glob.glob(os.path.join(folder, f"*{target}.json"))[0], "rb") as file:
        validators[target] = jsonschema_rs.Draft202012Validator(json.load(file))


def finding(error):
    path = [str(part) for part in error.instance_path]
    keyword = str(error.schema_path[-1])
    if keyword == "required":
        path.append(error.message.split('"')[1])
    steps = (part.replace("~", "~0").replace("/", "~1") for part in path)
    return {"pointer": "".join("/" + step for step in steps), "keyword": keyword}


def check(target, body):
    try:
        value = json.loads(body)
    except ValueError:
        return {"outcome": "malformed"}
    except RecursionError:
        return {"outcome": "unsupported"}
    try:
        errors = [finding(error) for error in validators[target].iter_errors(value)]
    except ValueError:  # such as nesting beyond 255, or half a surrogate pair
        return {"outcome": "unsupported"}
    return {"outcome": "invalid", "errors": errors} if errors else {"outcome": "valid"}


for message in map(json.loads, iter(sys.stdin.readline, "")):
    if message["type"] == "bye":
        break
    answer = {"type": "hello", "protocol": 1, "name": "jsonschema-rs", "reports": "errors",
              "version": importlib.metadata.version("jsonschema-rs"), "targets": list(validators)}
    if message["type"] == "check":
        answer = check(message["target"], base64.b64decode(message["base64"]))
        answer["id"] = message["id"]
    print(json.dumps(answer), flush=True)
