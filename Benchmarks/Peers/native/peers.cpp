// Parsers that say nothing about a schema, behind the protocol of ../README.md: what reading alone
// costs.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <rapidjson/reader.h>
#include <simdjson.h>

#include "yyjson.h"

namespace {

using Check = std::function<bool(const char *, size_t)>;

/// Into one pool, again and again: nothing is allocated.
Check yyjson_check(size_t longest) {
  static std::vector<char> pool(yyjson_read_max_memory_usage(longest, 0));
  return [](const char *text, size_t length) {
    yyjson_alc allocator;
    yyjson_alc_pool_init(&allocator, pool.data(), pool.size());
    return yyjson_read_opts(const_cast<char *>(text), length, 0, &allocator, nullptr) != nullptr;
  };
}

/// The documents lie in one buffer that goes on behind each of them, so that no copy is needed.
Check simdjson_check() {
  static simdjson::dom::parser parser;
  return [](const char *text, size_t length) {
    return parser.parse(text, length, false).error() == simdjson::SUCCESS;
  };
}

/// One reader, which keeps its stack.
Check rapidjson_check() {
  static rapidjson::Reader reader;
  return [](const char *text, size_t length) {
    rapidjson::MemoryStream stream(text, length);
    rapidjson::BaseReaderHandler<> handler;
    return !reader.Parse<rapidjson::kParseValidateEncodingFlag>(stream, handler).IsError();
  };
}

int64_t nanoseconds() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

}  // namespace

int main(int count, char **arguments) {
  if (count != 3) return 2;
  std::ifstream file(arguments[2], std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<size_t> offsets = {0};
  size_t longest = 0;
  for (size_t index = 0; index < bytes.size(); index++) {
    if (bytes[index] != '\n') continue;
    longest = std::max(longest, index - offsets.back());
    offsets.push_back(index + 1);
  }
  bytes.append(simdjson::SIMDJSON_PADDING, ' ');

  const std::string name = arguments[1];
  const Check check = name == "yyjson"     ? yyjson_check(longest)
                      : name == "simdjson" ? simdjson_check()
                                           : rapidjson_check();
  for (std::string line; std::getline(std::cin, line);) {
    std::string verdicts;
    int64_t good = 0;
    const int64_t start = nanoseconds();
    for (size_t index = 0; index + 1 < offsets.size(); index++) {
      const bool is_good =
          check(bytes.data() + offsets[index], offsets[index + 1] - 1 - offsets[index]);
      good += is_good;
      if (line == "verdicts") verdicts += is_good ? '1' : '0';
    }
    const int64_t time = nanoseconds() - start;
    if (line == "verdicts") {
      std::cout << verdicts << std::endl;
    } else {
      std::cout << (good < 0 ? 0 : time) << std::endl;
    }
  }
}
