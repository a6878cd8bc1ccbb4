// The switches of the library: modes, threads, devices; and the last error of a thread.
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <torch/csrc/api/include/torch/version.h>

#include <cstdlib>

#include "guard.h"

// OpenBLAS, which Debian's libtorch multiplies matrices with, has threads of its own that ATen does not count; absent, this is null.
extern "C" __attribute__((weak)) void openblas_set_num_threads(int count);

namespace {
thread_local std::string last_error;
}

void js_set_last_error(const char* message) noexcept {
  try {
    last_error = message;
  } catch (...) {
    last_error.clear();
  }
}

const char* js_last_error() { return last_error.c_str(); }

void js_fail(const char* message) { js_set_last_error(message); }

void js_free(void* memory) { std::free(memory); }

int32_t js_version(const char** version) {
  *version = TORCH_VERSION;
  return JS_OK;
}

int32_t js_grad_mode(int32_t* enabled) {
  return guarded([&] { *enabled = c10::GradMode::is_enabled(); });
}

int32_t js_set_grad_mode(int32_t enabled) {
  return guarded([&] { c10::GradMode::set_enabled(enabled != 0); });
}

int32_t js_inference_mode(int32_t* enabled) {
  return guarded([&] { *enabled = c10::InferenceMode::is_enabled(); });
}

int32_t js_inference_mode_enter(int32_t enabled, void** guard) {
  return guarded([&] { *guard = new c10::InferenceMode(enabled != 0); });
}

int32_t js_inference_mode_leave(void* guard) {
  return guarded([&] { delete static_cast<c10::InferenceMode*>(guard); });
}

int32_t js_num_threads(int32_t* count) {
  return guarded([&] { *count = at::get_num_threads(); });
}

int32_t js_set_num_threads(int32_t count) {
  return guarded([&] {
    at::set_num_threads(count);
    if (openblas_set_num_threads != nullptr) openblas_set_num_threads(count);
  });
}

int32_t js_num_interop_threads(int32_t* count) {
  return guarded([&] { *count = at::get_num_interop_threads(); });
}

int32_t js_set_num_interop_threads(int32_t count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}

int32_t js_device_count(int32_t device_type, int32_t* count) {
  return guarded([&] {
    const auto type = static_cast<c10::DeviceType>(device_type);
    *count = c10::impl::hasDeviceGuardImpl(type) ? c10::impl::VirtualGuardImpl(type).deviceCount() : 0;
  });
}

int32_t js_device_synchronize(int32_t device_type, int32_t device_index) {
  return guarded([&] {
    const c10::impl::VirtualGuardImpl device(static_cast<c10::DeviceType>(device_type));
    const auto index = static_cast<c10::DeviceIndex>(device_index);
    const auto target = index < 0 ? device.getDevice() : c10::Device(device.type(), index);
    device.synchronizeStream(device.getStream(target));
  });
}

int32_t js_allow_tf32(int32_t* allowed) {
  return guarded([&] { *allowed = at::globalContext().allowTF32CuBLAS(); });
}

int32_t js_set_allow_tf32(int32_t allowed) {
  return guarded([&] { at::globalContext().setAllowTF32CuBLAS(allowed != 0); });
}
