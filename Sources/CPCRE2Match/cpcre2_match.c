#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pthread.h>
#include <stdlib.h>

#include "cpcre2_match.h"

/// The memory that a match writes to; each thread has its own, so no lock is needed.
struct thread_state {
  // One pair is enough for every pattern, because only the verdict is needed.
  pcre2_match_data *match_data;
  pcre2_match_context *context;
  // The current limits of the context, because setting them is a call.
  uint32_t match_limit;
  // Created by the first match that needs more than the 32 KiB of machine stack that PCRE2 uses itself.
  pcre2_jit_stack *jit_stack;
  uint32_t jit_stack_kibibytes;
};

static _Thread_local struct thread_state *current;

// The key exists only for its destructor, which a _Thread_local cannot have.
static pthread_key_t key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;
static int key_made;

static void free_state(void *pointer) {
  struct thread_state *state = pointer;
  pcre2_jit_stack_free(state->jit_stack);
  pcre2_match_context_free(state->context);
  pcre2_match_data_free(state->match_data);
  free(state);
  // The destructor of another key may match again on this thread and must not find freed memory.
  current = NULL;
}

static void make_key(void) { key_made = pthread_key_create(&key, free_state) == 0; }

static struct thread_state *make_state(void) {
  pthread_once(&key_once, make_key);
  if (!key_made) return NULL;
  struct thread_state *state = calloc(1, sizeof *state);
  if (state == NULL) return NULL;
  state->match_data = pcre2_match_data_create(1, NULL);
  state->context = pcre2_match_context_create(NULL);
  if (state->match_data == NULL || state->context == NULL || pthread_setspecific(key, state) != 0) {
    free_state(state);
    return NULL;
  }
  pcre2_set_match_limit(state->context, state->match_limit);
  current = state;
  return state;
}

static int outcome(int code) {
  if (code >= 0) return CPCRE2_MATCH;
  switch (code) {
  case PCRE2_ERROR_NOMATCH: return CPCRE2_NO_MATCH;
  case PCRE2_ERROR_MATCHLIMIT: return CPCRE2_MATCH_LIMIT;
  case PCRE2_ERROR_DEPTHLIMIT: return CPCRE2_DEPTH_LIMIT;
  case PCRE2_ERROR_HEAPLIMIT: return CPCRE2_HEAP_LIMIT;
  case PCRE2_ERROR_NOMEMORY: return CPCRE2_NO_MEMORY;
  default: return CPCRE2_FAULT;
  }
}

/// Gives the thread a JIT stack of `kibibytes`. Returns 0 if there is not enough memory.
static int grow_jit_stack(struct thread_state *state, uint32_t kibibytes) {
  if (kibibytes <= 32) return 0;
  if (state->jit_stack == NULL || state->jit_stack_kibibytes != kibibytes) {
    pcre2_jit_stack_free(state->jit_stack);
    state->jit_stack_kibibytes = kibibytes;
    // Reserves address space; pages are used only as far as a match needs them.
    state->jit_stack = pcre2_jit_stack_create(32 * 1024, (size_t)kibibytes * 1024, NULL);
  }
  return state->jit_stack != NULL;
}

/// The remaining steps of a match, and its last position.
struct step_count {
  int64_t left;
  int64_t steps_per_part;
  PCRE2_SIZE position;
};

/// Called before each part of the pattern. Between two calls, a match only repeats one character or compares the text
/// of one capture.
static int count_steps(pcre2_callout_block *block, void *data) {
  struct step_count *count = data;
  PCRE2_SIZE here = block->current_position, last = count->position;
  count->position = here;
  count->left -= count->steps_per_part + (int64_t)(here > last ? here - last : last - here);
  // The next part may be a reference to any capture.
  for (uint32_t capture = 1; capture < block->capture_top; capture++) {
    PCRE2_SIZE start = block->offset_vector[2 * capture], end = block->offset_vector[2 * capture + 1];
    if (start != PCRE2_UNSET && end > start) count->left -= (int64_t)(end - start) / 16;
  }
  return count->left > 0 ? 0 : PCRE2_ERROR_MATCHLIMIT;
}

/// Matches with machine code if there is any, or else in the interpreter. Returns PCRE2's result.
static int run(struct thread_state *state, struct cpcre2_code pattern, const uint8_t *subject,
               size_t length, const struct cpcre2_limits *limits) {
  const pcre2_code *code = pattern.code;
  if (pattern.use_jit) {
    int result = pcre2_jit_match(code, subject, length, 0, PCRE2_NO_UTF_CHECK, state->match_data,
                                 state->context);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT &&
        grow_jit_stack(state, limits->jit_stack_kibibytes)) {
      pcre2_jit_stack_assign(state->context, NULL, state->jit_stack);
      result = pcre2_jit_match(code, subject, length, 0, PCRE2_NO_UTF_CHECK, state->match_data,
                               state->context);
      // The next match starts on the machine stack again, which is faster.
      pcre2_jit_stack_assign(state->context, NULL, NULL);
    }
    // If there is no machine code for this pattern or no stack of the required size, interpret.
    if (result != PCRE2_ERROR_JIT_STACKLIMIT && result != PCRE2_ERROR_JIT_BADOPTION) {
      return result;
    }
  }

  pcre2_set_depth_limit(state->context, limits->depth);
  pcre2_set_heap_limit(state->context, limits->heap_kibibytes);
  // Match data keeps the memory of its largest match, so the thread's match data is not used here.
  pcre2_match_data *match_data = pcre2_match_data_create(1, NULL);
  if (match_data == NULL) return PCRE2_ERROR_NOMEMORY;
  int result = pcre2_match(code, subject, length, 0, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, match_data,
                           state->context);
  pcre2_match_data_free(match_data);
  return result;
}

__attribute__((noinline)) int cpcre2_match_counting(struct cpcre2_code pattern,
                                                    const uint8_t *subject, size_t length,
                                                    const struct cpcre2_limits *limits,
                                                    int64_t total_steps) {
  struct thread_state *state = current != NULL ? current : make_state();
  if (state == NULL) return CPCRE2_NO_MEMORY;
  if (subject == NULL) subject = (const uint8_t *)"";
  if (state->match_limit != limits->match_steps) {
    state->match_limit = limits->match_steps;
    pcre2_set_match_limit(state->context, state->match_limit);
  }
  struct step_count count = {total_steps, limits->steps_per_part, 0};
  if (total_steps > 0) pcre2_set_callout(state->context, count_steps, &count);
  int result = run(state, pattern, subject, length, limits);
  if (total_steps > 0) pcre2_set_callout(state->context, NULL, NULL);
  return outcome(result);
}

int cpcre2_match(struct cpcre2_code pattern, const uint8_t *subject, size_t length,
                 const struct cpcre2_limits *limits) {
  // The common case needs few instructions; all others, such as a thread's first match, come after it.
  struct thread_state *state = current;
  if (state != NULL && state->match_limit == limits->match_steps && subject != NULL &&
      pattern.use_jit) {
    int result = pcre2_jit_match(pattern.code, subject, length, 0, PCRE2_NO_UTF_CHECK,
                                 state->match_data, state->context);
    if (result >= 0) return CPCRE2_MATCH;
    if (result != PCRE2_ERROR_JIT_STACKLIMIT && result != PCRE2_ERROR_JIT_BADOPTION) {
      return outcome(result);
    }
  }
  return cpcre2_match_counting(pattern, subject, length, limits, 0);
}
