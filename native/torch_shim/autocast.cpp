// Automatic choice of a narrower type for the operators that bear it.
#include <ATen/autocast_mode.h>
#include <torch/csrc/api/include/torch/version.h>

#include "guard.h"

namespace {

// Each device had switches of its own before they took the device as an argument.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
bool enabled(c10::DeviceType type) { return at::autocast::is_autocast_enabled(type); }
void enable(c10::DeviceType type, bool value) { at::autocast::set_autocast_enabled(type, value); }
at::ScalarType dtype(c10::DeviceType type) { return at::autocast::get_autocast_dtype(type); }
void narrow(c10::DeviceType type, at::ScalarType value) { at::autocast::set_autocast_dtype(type, value); }
#else
bool on_cpu(c10::DeviceType type) { return type == c10::DeviceType::CPU; }
bool enabled(c10::DeviceType type) { return on_cpu(type) ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled(); }
void enable(c10::DeviceType type, bool value) { on_cpu(type) ? at::autocast::set_cpu_enabled(value) : at::autocast::set_enabled(value); }
at::ScalarType dtype(c10::DeviceType type) { return on_cpu(type) ? at::autocast::get_autocast_cpu_dtype() : at::autocast::get_autocast_gpu_dtype(); }
void narrow(c10::DeviceType type, at::ScalarType value) {
  on_cpu(type) ? at::autocast::set_autocast_cpu_dtype(value) : at::autocast::set_autocast_gpu_dtype(value);
}
#endif

}  // namespace

int32_t js_autocast(int32_t device_type, int32_t* on, int32_t* type) {
  return guarded([&] {
    const auto device = static_cast<c10::DeviceType>(device_type);
    *on = enabled(device);
    *type = static_cast<int32_t>(dtype(device));
  });
}

int32_t js_set_autocast(int32_t device_type, int32_t on, int32_t type) {
  return guarded([&] {
    const auto device = static_cast<c10::DeviceType>(device_type);
    enable(device, on != 0);
    narrow(device, static_cast<at::ScalarType>(type));
  });
}

int32_t js_autocast_nest(int32_t deeper) {
  return guarded([&] {
    if (deeper != 0)
      at::autocast::increment_nesting();
    else if (at::autocast::decrement_nesting() == 0)
      at::autocast::clear_cache();  // the narrowed weights are stale once the outermost mode ends
  });
}
