#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

/// An HTTP client that keeps its connection open between requests: an easy handle of libcurl.
struct ccurl_client;

struct ccurl_answer {
  long status;
  /// Valid until the next request; NULL if there is none.
  const char *content_type;
  /// The delay in seconds from `Retry-After`; 0 if there is none.
  long long retry_after;
  /// The first bytes of the body, and their number; a longer body is not read to its end.
  char *body;
  size_t body_size;
  size_t body_capacity;
  int is_body_too_long;
  /// libcurl's error message; empty if there is none.
  char message[256];
};

enum ccurl_result {
  ccurl_ok = 0,
  ccurl_cannot_connect = 7,
  ccurl_time_out = 28
};

/// Creates a client for a URL, which it copies. Loads libcurl at run time: linking it would require its headers and
/// make conform start more slowly. Returns NULL if libcurl is missing.
struct ccurl_client *ccurl_open(const char *url);

/// Makes the client ignore the proxies in the environment.
void ccurl_ignore_proxies(struct ccurl_client *);

/// Makes the client send a line, which it copies, in the header of each request.
void ccurl_add_header(struct ccurl_client *, const char *line);

/// Posts a body. If the server has closed the kept connection, the request is sent once more on a new one, unless a
/// byte of the answer has arrived.
///
/// Returns libcurl's error number; 0 if there is an answer.
int ccurl_post(
    struct ccurl_client *, const void *body, size_t size, long milliseconds, struct ccurl_answer *);

void ccurl_close(struct ccurl_client *);

#endif
