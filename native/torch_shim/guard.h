// Turns whatever a body throws into a status and a message: nothing may unwind across the C ABI.
#pragma once
#include <c10/util/Exception.h>

#include <new>
#include <string>

#include "shim.h"

void js_set_last_error(const char* message) noexcept;

inline int32_t js_classify(const char* message) noexcept {
  js_set_last_error(message);
  const std::string text(message);
  const bool memory = text.find("out of memory") != std::string::npos || text.find("t allocate memory") != std::string::npos;
  return memory ? JS_OUT_OF_MEMORY : JS_TORCH_ERROR;
}

template <typename Body>
int32_t guarded(Body&& body) noexcept {
  try {
    try {
      body();
      return JS_OK;
    } catch (const c10::Error& error) {
      return js_classify(error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
      js_set_last_error("the native heap is exhausted");
      return JS_OUT_OF_MEMORY;
    } catch (const std::exception& error) {
      js_classify(error.what());
      return JS_OTHER_ERROR;
    }
  } catch (...) {
    js_set_last_error("an exception that is no std::exception");
    return JS_OTHER_ERROR;
  }
}
