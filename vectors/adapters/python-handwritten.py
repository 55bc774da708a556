"""The rules written out in Python, with a strict reader: python3 python-handwritten.py"""
import base64, json, platform, re, sys
NAME = re.compile(r"[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*")
TEXT = re.compile(r"""[a-zA-Z0-9.,?\s\\/'"()\[\];`%^&*\-_:!]+""")
SHARED = {"name": (NAME, 3, 100), "description": (TEXT, 0, 200), "type": "s3",
          "prefix": (re.compile("[a-zA-Z0-9_-]+/"), 0, sys.maxsize),
          "credentials": dict.fromkeys("accessKey secretKey bucketName region endpoint".split())}
ASSIGNED = {"id": None, "createdAt": None, "updatedAt": None}
RULES = {"request": SHARED, "response": {"data": SHARED | ASSIGNED}}
OPTIONAL = {"description", "createdAt", "updatedAt"}

def findings(at, rule, value):
    if not isinstance(value, dict if isinstance(rule, dict) else str): return [(at, "type")]
    if rule is None or rule == value: return []
    if isinstance(rule, str): return [(at, "enum")]
    if isinstance(rule, dict):
        missing = [(f"{at}/{n}", "required") for n in rule.keys() - value.keys() - OPTIONAL]
        inside = [findings(f"{at}/{n}", rule[n], value[n]) for n in rule.keys() & value.keys()]
        return sum(inside, missing)
    pattern, least, most = rule  # fullmatch, because Python's $ also matches before a final LF
    broken = [("minLength", len(value) < least), ("maxLength", len(value) > most),
              ("pattern", not pattern.fullmatch(value))]
    return [(at, keyword) for keyword, is_broken in broken if is_broken]

def members(pairs): return dict(pairs) if len(dict(pairs)) == len(pairs) else int("twice")
def check(target, body):
    try:  # Numbers stay unread, for int() refuses more than 4300 digits; NaN raises.
        value = json.loads(body.decode(), object_pairs_hook=members, parse_constant=int,
                           parse_int=len, parse_float=len)
    except (ValueError, RecursionError): return {"outcome": "malformed"}
    found = [{"pointer": f[0], "keyword": f[1]} for f in findings("", RULES[target], value)]
    return {"outcome": "invalid", "errors": found} if found else {"outcome": "valid"}

for message in map(json.loads, iter(sys.stdin.readline, "")):
    if message["type"] == "bye": break
    answer = {"type": "hello", "protocol": 1, "name": "Python by hand", "reports": "errors",
              "version": platform.python_version(), "targets": list(RULES)}
    if message["type"] == "check":
        answer = check(message["target"], base64.b64decode(message["base64"]))
    print(json.dumps(answer | {"id": message.get("id")}), flush=True)
