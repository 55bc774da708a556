import Foundation
import Testing
import Vectors

@Suite("The format's schema")
struct FormatSchemaTests {
  private static let program = """
    import glob, json, sys
    from jsonschema import Draft202012Validator
    root = sys.argv[1]
    schema = json.load(open(root + "/vector-format.schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = [f for f in glob.glob(root + "/*/**/*.json", recursive=True) if not f.startswith(root + "/adapters/")]
    assert files, "no files"
    for file in files:
      for error in validator.iter_errors(json.load(open(file))):
        print(file[len(root) + 1:], error.json_path, error.message[:200])
        sys.exit(1)
    """

  static let hasValidator = run("import jsonschema").status == 0

  @Test(
    "every source file satisfies it", .enabled(if: hasValidator, "needs python3 with jsonschema"))
  func files() {
    let result = Self.run(Self.program, TestCorpus.folder.url.path)
    #expect(result.status == 0, "\(result.output)")
  }

  private static func run(_ program: String, _ arguments: String...) -> (
    status: Int32, output: String
  ) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    do {
      try process.run()
    } catch {
      return (-1, "\(error)")
    }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
