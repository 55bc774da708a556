// Blaze with its own parser behind the protocol of ../README.md: from a document's bytes to a verdict.

#include <cstdint>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <sourcemeta/blaze/compiler.h>
#include <sourcemeta/blaze/evaluator.h>
#include <sourcemeta/blaze/foundation.h>
#include <sourcemeta/core/json.h>

namespace {

int64_t nanoseconds() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

/// Formats stay annotations, as by default.
sourcemeta::blaze::Template compiled(const std::filesystem::path &path) {
  using namespace sourcemeta::blaze;
  // A schema without `$schema` is one of the newest draft.
  return compile(sourcemeta::core::read_json(path), schema_walker, schema_resolver,
                 default_schema_compiler, Mode::FastValidation,
                 "https://json-schema.org/draft/2020-12/schema");
}

}  // namespace

int main(int count, char **arguments) {
  if (count != 3) {
    std::cerr << "usage: blaze-peer SCHEMA DOCUMENTS\n";
    return 2;
  }
  sourcemeta::blaze::Template schema;
  try {
    schema = compiled(arguments[1]);
  } catch (const std::exception &error) {
    std::cout << "unsupported " << error.what() << std::endl;
    return 3;
  }

  std::ifstream file(arguments[2], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<std::string_view> documents;
  for (size_t start = 0, end; (end = bytes.find('\n', start)) != std::string::npos; start = end + 1) {
    documents.emplace_back(bytes.data() + start, end - start);
  }

  sourcemeta::blaze::Evaluator evaluator;
  for (std::string line; std::getline(std::cin, line);) {
    std::string verdicts(documents.size(), '0');
    const int64_t start = nanoseconds();
    for (size_t index = 0; index < documents.size(); index++) {
      const auto document = sourcemeta::core::try_parse_json(documents[index]);
      if (document && evaluator.validate(schema, *document)) verdicts[index] = '1';
    }
    const int64_t time = nanoseconds() - start;
    if (line == "verdicts") {
      std::cout << verdicts << std::endl;
    } else {
      std::cout << time << std::endl;
    }
  }
}
