#include "ccurl.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The numbers and types of curl/curl.h, which libcurl never changes:
// https://curl.se/libcurl/abi.html
enum {
  CURLOPT_WRITEDATA = 10001,
  CURLOPT_URL = 10002,
  CURLOPT_ERRORBUFFER = 10010,
  CURLOPT_POSTFIELDS = 10015,
  CURLOPT_HTTPHEADER = 10023,
  CURLOPT_NOPROXY = 10177,
  CURLOPT_WRITEFUNCTION = 20011,
  CURLOPT_POSTFIELDSIZE = 60,
  CURLOPT_FRESH_CONNECT = 74,
  CURLOPT_NOSIGNAL = 99,
  CURLOPT_TIMEOUT_MS = 155,
  CURLINFO_CONTENT_TYPE = 0x100000 + 18,
  CURLINFO_RESPONSE_CODE = 0x200000 + 2,
  CURLINFO_HEADER_SIZE = 0x200000 + 11,
  CURLINFO_NUM_CONNECTS = 0x200000 + 26,
  CURLINFO_RETRY_AFTER = 0x600000 + 57,
  CURLE_WRITE_ERROR = 23,
  CURLE_GOT_NOTHING = 52,
  CURLE_SEND_ERROR = 55,
  CURLE_RECV_ERROR = 56,
};

struct ccurl_client {
  void *handle;
  void *headers;
  int (*setopt)(void *, int, ...);
  int (*getinfo)(void *, int, ...);
  int (*perform)(void *);
  void (*cleanup)(void *);
  void *(*append)(void *, const char *);
  void (*free_all)(void *);
};

struct ccurl_client *ccurl_open(const char *url) {
  // The first is the OpenSSL variant, which the command `curl` needs in most distributions.
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"};
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW);
  struct ccurl_client *client = library ? calloc(1, sizeof *client) : NULL;
  if (!client) return NULL;
  void *(*init)(void) = (void *(*)(void))dlsym(library, "curl_easy_init");
  client->setopt = (int (*)(void *, int, ...))dlsym(library, "curl_easy_setopt");
  client->getinfo = (int (*)(void *, int, ...))dlsym(library, "curl_easy_getinfo");
  client->perform = (int (*)(void *))dlsym(library, "curl_easy_perform");
  client->cleanup = (void (*)(void *))dlsym(library, "curl_easy_cleanup");
  client->append = (void *(*)(void *, const char *))dlsym(library, "curl_slist_append");
  client->free_all = (void (*)(void *))dlsym(library, "curl_slist_free_all");
  if (init && client->setopt && client->getinfo && client->perform && client->cleanup && client->append
      && client->free_all)
    client->handle = init();
  if (!client->handle) {
    free(client);
    return NULL;
  }
  client->setopt(client->handle, CURLOPT_URL, url);
  // Otherwise each request changes the process's handler of SIGPIPE and restores what it found, which may undo a
  // change by another thread.
  client->setopt(client->handle, CURLOPT_NOSIGNAL, 1L);
  return client;
}

void ccurl_ignore_proxies(struct ccurl_client *client) {
  client->setopt(client->handle, CURLOPT_NOPROXY, "*");
}

void ccurl_add_header(struct ccurl_client *client, const char *line) {
  void *headers = client->append(client->headers, line);
  if (!headers) return;
  client->headers = headers;
  client->setopt(client->handle, CURLOPT_HTTPHEADER, headers);
}

static size_t receive(char *bytes, size_t size, size_t count, void *context) {
  struct ccurl_answer *answer = context;
  size_t length = size * count;
  if (length > answer->body_capacity - answer->body_size) {
    answer->is_body_too_long = 1;
    return 0;
  }
  memcpy(answer->body + answer->body_size, bytes, length);
  answer->body_size += length;
  return length;
}

// Whether the kept connection was closed: the request failed before any byte of an answer arrived.
static int was_closed(struct ccurl_client *client, int result) {
  long connections = 1, header = 1;
  client->getinfo(client->handle, CURLINFO_NUM_CONNECTS, &connections);
  client->getinfo(client->handle, CURLINFO_HEADER_SIZE, &header);
  return connections == 0 && header == 0
      && (result == CURLE_GOT_NOTHING || result == CURLE_SEND_ERROR || result == CURLE_RECV_ERROR);
}

int ccurl_post(
    struct ccurl_client *client, const void *body, size_t size, long milliseconds,
    struct ccurl_answer *answer) {
  void *handle = client->handle;
  // Makes the request a POST; the bytes are not copied. With NULL, libcurl would read standard input.
  client->setopt(handle, CURLOPT_POSTFIELDSIZE, (long)size);
  client->setopt(handle, CURLOPT_POSTFIELDS, size ? body : "");
  client->setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
  client->setopt(handle, CURLOPT_WRITEFUNCTION, receive);
  client->setopt(handle, CURLOPT_WRITEDATA, answer);
  client->setopt(handle, CURLOPT_ERRORBUFFER, answer->message);
  int result = client->perform(handle);
  // libcurl repeats such a request itself, but counts repetitions over all requests and stops at the sixth.
  if (was_closed(client, result)) {
    client->setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
    result = client->perform(handle);
    client->setopt(handle, CURLOPT_FRESH_CONNECT, 0L);
  }
  client->setopt(handle, CURLOPT_ERRORBUFFER, (char *)NULL);
  if (result == CURLE_WRITE_ERROR && answer->is_body_too_long) result = ccurl_ok;
  client->getinfo(handle, CURLINFO_RESPONSE_CODE, &answer->status);
  client->getinfo(handle, CURLINFO_CONTENT_TYPE, &answer->content_type);
  client->getinfo(handle, CURLINFO_RETRY_AFTER, &answer->retry_after);
  return result;
}

void ccurl_close(struct ccurl_client *client) {
  client->cleanup(client->handle);
  client->free_all(client->headers);
  free(client);
}
