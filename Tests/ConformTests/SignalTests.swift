import Foundation
import JSONText
import ScratchDirectories
import Testing

@Suite("Signals", .serialized)
struct SignalTests {
  @Test("Two signals from one request never truncate the report, in 200 runs")
  func repeatedSignal() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson", String(repeating: "{\"name\":\"x\"}\n", count: 2000))
    // Two signals at many different moments of the run, as close together as a shell can send them.
    let run = try ConformProcess.runScript(
      """
      i=0; while [ $i -lt 200 ]; do i=$((i+1)); : >out.$i
      { cat a.ndjson; sleep 0.1; } | "$0" check --lines --format json >>out.$i 2>err.$i & pid=$!
      sleep 0.0$((i % 6)); kill -TERM $pid $pid 2>/dev/null; kill -TERM $pid 2>/dev/null
      wait $pid; echo $?; done
      """, in: scratch.url)
    #expect(run.lines.count == 200)
    #expect(run.lines.allSatisfy { $0 == "143" || $0 == "1" }, "\(Set(run.lines))")
    for index in 1...200 {
      let report = try Data(contentsOf: scratch.url.appendingPathComponent("out.\(index)"))
      // A signal that arrives before the command handles it ends the command without a report.
      if report.isEmpty { continue }
      let summary = try JSONValue(parsing: Array(report))["summary"]
      #expect(summary?["documents"]?.integerValue != nil, "run \(index)")
    }
  }

  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    /// A shell script that starts the command in the background as `$!`; `$0` is the path of the command.
    let start: String

    var testDescription: String { id }
  }

  static let waits = [
    Case(id: "a pipe that no writer has opened", start: #"mkfifo p; "$0" check p & "#),
    Case(id: "a pipe of lines", start: #"mkfifo p.ndjson; "$0" check p.ndjson & "#),
    Case(
      id: "a pipe whose writer is idle",
      start: #"mkfifo p; exec 3<>p; echo '[' >&3; "$0" check p & "#),
    Case(
      id: "a tool whose input is idle",
      start:
        #"mkfifo p.ndjson.gz; exec 3<>p.ndjson.gz; echo '{}' | gzip >&3; "$0" check p.ndjson.gz & "#
    ),
    Case(
      id: "a tool whose input no writer has opened",
      start: #"mkfifo p.json.gz; "$0" check p.json.gz & "#),
    Case(
      id: "an output that nobody reads",
      start: #"mkfifo o; exec 3<>o; yes '{}' | "$0" check --lines --jobs 3 >o & "#),
  ]

  @Test("A terminal that closes ends the run with the report so far")
  func hangUp() throws {
    let scratch = try ScratchDirectory()
    let run = try ConformProcess.runScript(
      """
      mkfifo in; exec 3<>in; echo '[]' >&3; : >out
      "$0" check --lines --format json <in >>out & pid=$!
      i=0; until grep -q object out || [ $i -gt 600 ]; do i=$((i+1)); sleep 0.05; done
      kill -HUP $pid; wait $pid; echo $?
      """, in: scratch.url)
    #expect(run.lines == ["129"])
    let report = try Data(contentsOf: scratch.url.appendingPathComponent("out"))
    #expect(try JSONValue(parsing: Array(report))["summary"]?["invalid"]?.integerValue == 1)
  }

  @Test("One signal ends a wait and the tools", arguments: waits)
  func wait(_ row: Case) throws {
    let scratch = try ScratchDirectory()
    let run = try ConformProcess.runScript(
      """
      \(row.start) pid=$!; sleep 0.7; kill -TERM $pid
      i=0; while kill -0 $pid 2>/dev/null && [ $i -lt 40 ]; do i=$((i+1)); sleep 0.1; done
      if [ $i -ge 40 ]; then kill -KILL $pid; echo hung; fi
      wait $pid; echo $?
      for process in /proc/[0-9]*; do
      if [ "$(readlink $process/cwd)" = "$(pwd -P)" ] && grep -q gzip $process/comm 2>/dev/null
      then echo orphan; fi; done
      """, in: scratch.url)
    #expect(run.lines.last == "143", "\(run.text)")
  }
}
