"""A service on this machine: python3 service.py MODE ADAPTER

Prints its port, then serves until its standard input ends. MODE is strict (judges with the check of
the adapter), lax (creates everything), a status, slow, token (strict, for "Bearer s3cret" only), one of
PROBLEMS: strict, with problem details of what is invalid, in several forms, or one about connections:

  one-connection  strict, and fails on every connection but the first
  hangs-up        strict, closes each connection after an answer without saying so before
  cut-off-body    closes each connection in the middle of an answer, and fails from the second request on
  busy            answers a document with 429 until it comes for the third time, then strictly
"""
import http.server, importlib.util, io, json, sys, threading, time, urllib.parse

mode, path = sys.argv[1:]
source, sys.stdin = sys.stdin, io.StringIO("")
spec = importlib.util.spec_from_file_location("adapter", path)
adapter = importlib.util.module_from_spec(spec)
spec.loader.exec_module(adapter)


PROBLEMS = {
    "problems": lambda errors: json.dumps({"errors": errors}),
    "pointers": lambda errors: json.dumps({"errors": [{"pointer": e["pointer"]} for e in errors]}),
    "wrong-keyword": lambda errors: json.dumps({"errors": [e | {"keyword": "x"} for e in errors]}),
    "wrong-pointer": lambda errors: json.dumps({"errors": [e | {"pointer": "#/x"} for e in errors]}),
    "echo": lambda errors: json.dumps({"errors": [{"pointer": "#/" + header} for _ in errors]}),
    "echo-note": lambda errors: json.dumps({"errors": [{"pointer": "x" * 104 + header}]}),
    "cut-off": lambda errors: json.dumps({"errors": errors})[:-1],
    "long": lambda errors: json.dumps({"detail": "x" * 2_000_000, "errors": errors}),
    "endless": lambda errors: json.dumps({"detail": "x" * 2_000_000, "errors": errors}),
}


connections = requests = 0
KEEPING = ("one-connection", "hangs-up", "cut-off-body")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1" if mode in KEEPING else "HTTP/1.0"

    def setup(self):
        global connections
        connections += 1
        super().setup()

    def do_POST(self):
        global requests
        requests += 1
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status(body))
        self.send_header("Location", "/elsewhere")
        answer = self.problem(body)
        if answer:
            self.send_header("Content-Type", "application/problem+json")
        if mode != "endless":
            self.send_header("Content-Length", str(len(answer) + (mode == "cut-off-body")))
        self.end_headers()
        try:
            self.wfile.write(answer)
        except OSError:
            pass  # The other side may have read enough.
        if mode in ("hangs-up", "cut-off-body"):
            self.close_connection = True

    def problem(self, body):
        global header
        header = self.headers["Authorization"] or ""
        judgement = adapter.check("request", body)
        if mode not in PROBLEMS or judgement["outcome"] != "invalid":
            return b""
        errors = [error | {"detail": "in words", "pointer": "#" + urllib.parse.quote(error["pointer"])}
                  for error in judgement["errors"]]
        return PROBLEMS[mode](errors).encode()

    def status(self, body):
        if mode == "one-connection" and connections > 1 or mode == "cut-off-body" and requests > 1:
            return 500
        if mode == "busy" and requests % 3 != 0:
            return 429
        if mode == "slow":
            time.sleep(5)
        if mode == "lax":
            return 200
        if mode.isdigit():
            return int(mode)
        if mode == "token" and self.headers["Authorization"] != "Bearer s3cret":
            return 401
        if self.headers["Content-Type"] != "application/json":
            return 500
        return 200 if adapter.check("request", body)["outcome"] == "valid" else 400

    def log_message(self, *words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
source.read()
