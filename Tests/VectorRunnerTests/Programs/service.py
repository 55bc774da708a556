"""A service on this machine: python3 service.py MODE ADAPTER

Prints its port, then serves until its standard input ends. MODE is strict (judges with the check of
the adapter), lax (creates everything), a status, slow, or token (strict, for "Bearer s3cret" only).
"""
import http.server, importlib.util, io, sys, threading, time

mode, path = sys.argv[1:]
source, sys.stdin = sys.stdin, io.StringIO("")
spec = importlib.util.spec_from_file_location("adapter", path)
adapter = importlib.util.module_from_spec(spec)
spec.loader.exec_module(adapter)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status(body))
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def status(self, body):
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
