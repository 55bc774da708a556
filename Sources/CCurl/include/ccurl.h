#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

/// An HTTP client that keeps its connection open between requests: an easy handle of libcurl.
struct ccurl_client;

struct ccurl_answer {
  long status;
  /// Valid until the next request; null if there is none.
  const char *content_type;
  /// The seconds that `Retry-After` asks for; 0 if it does not.
  long long retry_after;
  /// Bytes of the body, and how many of them were given; a longer body is not read to its end.
  char *body;
  size_t body_size;
  size_t body_capacity;
  int is_body_too_long;
  /// What went wrong, in libcurl's words; empty if libcurl has none.
  char message[256];
};

enum ccurl_result {
  ccurl_ok = 0,
  ccurl_cannot_connect = 7,
  ccurl_time_out = 28
};

/// A client of a URL, which it copies. Loads libcurl at run time: linked, conform could not be built without
/// its headers, and would start more slowly. Returns null if there is none.
struct ccurl_client *ccurl_open(const char *url);

/// Makes the client ignore the proxies that the environment names.
void ccurl_ignore_proxies(struct ccurl_client *);

/// Makes the client send a line, which it copies, in the header of each request.
void ccurl_add_header(struct ccurl_client *, const char *line);

/// Posts a body. Where the server has closed the kept connection, the request is sent once more on another one,
/// unless a byte of the answer has arrived.
///
/// Returns libcurl's number for the failure; 0 if there is an answer.
int ccurl_post(
    struct ccurl_client *, const void *body, size_t size, long milliseconds, struct ccurl_answer *);

void ccurl_close(struct ccurl_client *);

#endif
