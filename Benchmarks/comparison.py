"""Builds peers, runs them in alternating rounds and reports the results; shared by bench-peers and bench-schemas."""

import argparse
import os
import pathlib
import platform
import shlex
import subprocess
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = HERE / ".build-peers"
# The packages that every comparison installs from PyPI; that of yyjson is needed for its source.
YYJSON = "yyjson==4.0.6"
ORJSON = "orjson==3.13.0"
JSONSCHEMA_RS = "jsonschema-rs==0.60.3"
BASELINE = "yyjson"


class PeerFailure(SystemExit):
    """A peer that stopped or broke the protocol; ends the run with this message unless it is caught."""


class Peer:
    """A process that implements the protocol of Peers/README.md."""

    def __init__(self, label, command, kind):
        self.label, self.command, self.kind = label, command, kind
        self.times = []

    def start(self, *files):
        environment = dict(os.environ, NODE_PATH="/usr/share/nodejs")
        self.times = []
        try:
            self.process = subprocess.Popen(
                [*map(str, [*self.command, *files])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=environment,
            )
        except OSError as error:
            raise PeerFailure(f"{self.label} cannot be started: {error}") from error

    def ask(self, question):
        try:
            self.process.stdin.write(question + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        answer = self.process.stdout.readline().strip()
        if not answer:
            status = self.process.wait()
            raise PeerFailure(f"{self.label} stopped with exit status {status}")
        if answer.startswith("unsupported"):
            reason = answer.removeprefix("unsupported").strip() or "no reason given"
            raise PeerFailure(f"{self.label} cannot compile the schema: {reason}")
        return answer

    def verdicts(self, count):
        answer = self.ask("verdicts")
        if len(answer) != count or set(answer) - set("01"):
            raise PeerFailure(f"{self.label} answers {count:,} documents with {answer[:60]!r}")
        return answer

    def measure(self):
        answer = self.ask("time")
        if not answer.isdecimal() or int(answer) == 0:
            raise PeerFailure(f"{self.label} says {answer[:60]!r} for a time")
        return int(answer)

    def stop(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait()


def measure(peers, rounds):
    """Runs the peers in alternating rounds, and adds the nanoseconds of each round to each peer's times."""
    for peer in peers:
        # Repeat until just-in-time compilers have finished.
        for _ in range(3):
            peer.measure()
    for _ in range(rounds):
        for peer in peers:
            peer.times.append(peer.measure())


def run(*command, **options):
    return subprocess.run([*map(str, command)], check=True, **options)


def text_of(*command):
    return run(*command, capture_output=True, text=True).stdout.strip()


def build_swift(*products):
    """Returns the directory of the products."""
    options = ["-c", "release", "--package-path", HERE]
    for product in products:
        run("swift", "build", *options, "--product", product, stdout=subprocess.DEVNULL)
    return pathlib.Path(text_of("swift", "build", *options, "--show-bin-path"))


def install_python(*packages):
    """Returns a Python interpreter that has the packages."""
    WORK.mkdir(exist_ok=True)
    python = WORK / "venv" / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", WORK / "venv")
    run(python, "-m", "pip", "install", "--quiet", *packages)
    return python


def build_native(python):
    """Builds the peers in C and C++; yyjson's source comes from its Python package."""
    source = WORK / "yyjson"
    if not (source / "yyjson.c").exists():
        source.mkdir(exist_ok=True)
        run(
            *[python, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "yyjson"],
            *[YYJSON, "-d", source],
        )
        with tarfile.open(next(source.glob("*.tar.gz"))) as archive:
            for member in archive.getmembers():
                name = pathlib.PurePath(member.name).name
                if name in ("yyjson.c", "yyjson.h"):
                    (source / name).write_bytes(archive.extractfile(member).read())
    native = WORK / "native-peers"
    run("gcc", "-O3", "-c", source / "yyjson.c", "-o", WORK / "yyjson.o")
    run(
        *["g++", "-O3", "-std=c++17", "-I", source, HERE / "Peers/native/peers.cpp"],
        *[WORK / "yyjson.o", "-lsimdjson", "-o", native],
    )
    return native


def debian_version(package):
    return text_of("dpkg-query", "-W", "-f", "${Version}", package)


def yyjson_version():
    header = (WORK / "yyjson" / "yyjson.h").read_text()
    return "yyjson " + header.split("YYJSON_VERSION_STRING")[1].split('"')[1]


def python_version(python):
    return "Python " + text_of(python, "--version").split()[1]


def compiler_versions():
    swift = text_of("swift", "--version").splitlines()[0].split(" (")[0]
    return [swift, "gcc " + text_of("gcc", "-dumpfullversion")]


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def write_section(name, section):
    """Replaces the text between the markers of a name in docs/performance.md."""
    path = ROOT / "docs" / "performance.md"
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    before, rest = path.read_text().split(start)
    _, after = rest.split(end)
    path.write_text(f"{before}{start}{section}\n{end}{after}")


def add_options(parser, files):
    """The options of every comparison; `files` describes the arguments after a further peer's command."""
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--print", action="store_true", help="only print, and leave docs/ as it is")
    parser.add_argument(
        "--peer",
        metavar="LABEL=COMMAND",
        type=further_peer,
        action="append",
        default=[],
        help=f"one more validator; COMMAND is followed by {files}",
    )


def further_peer(argument):
    label, separator, command = argument.partition("=")
    label, words = label.strip(), shlex.split(command)
    if not (label and separator and words) or "|" in label:
        raise argparse.ArgumentTypeError("it is LABEL=COMMAND, without a | in the label")
    return Peer(label, words, "validator")
