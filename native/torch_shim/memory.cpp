// What the caching allocator of a device holds, and giving it back.
#include <ATen/Context.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <torch/csrc/api/include/torch/version.h>

#include "guard.h"

// Since 2.9 the allocators of all devices share one interface that needs no header of CUDA.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 9)
#include <c10/core/CachingDeviceAllocator.h>
#define JS_DEVICE_ALLOCATOR 1
#endif

namespace {

#ifdef JS_DEVICE_ALLOCATOR
c10::DeviceAllocator& allocator(int32_t device_type) {
  const auto type = static_cast<c10::DeviceType>(device_type);
  TORCH_CHECK(c10::impl::hasDeviceGuardImpl(type), "this libtorch knows no device of type ", type);
  at::globalContext().lazyInitDevice(type);
  return *c10::getDeviceAllocator(type);
}

c10::DeviceIndex index(int32_t device_type, int32_t device_index) {
  const c10::impl::VirtualGuardImpl device(static_cast<c10::DeviceType>(device_type));
  return device_index < 0 ? device.getDevice().index() : static_cast<c10::DeviceIndex>(device_index);
}
#else
[[noreturn]] void unavailable() { TORCH_CHECK(false, "memory statistics need libtorch 2.9 or newer, this is ", TORCH_VERSION); }
#endif

}  // namespace

int32_t js_memory_stats(int32_t device_type, int32_t device_index, js_memory* memory) {
  return guarded([&] {
    *memory = {};
#ifdef JS_DEVICE_ALLOCATOR
    auto& source = allocator(device_type);
    const auto device = index(device_type, device_index);
    const auto stats = source.getDeviceStats(device);
    memory->allocated = stats.allocated_bytes[0].current;
    memory->allocated_peak = stats.allocated_bytes[0].peak;
    memory->reserved = stats.reserved_bytes[0].current;
    memory->reserved_peak = stats.reserved_bytes[0].peak;
    memory->retries = stats.num_alloc_retries;
    const auto whole = source.getMemoryInfo(device);
    memory->free = static_cast<int64_t>(whole.first);
    memory->total = static_cast<int64_t>(whole.second);
#else
    unavailable();
#endif
  });
}

int32_t js_memory_reset_peak(int32_t device_type, int32_t device_index) {
  return guarded([&] {
#ifdef JS_DEVICE_ALLOCATOR
    allocator(device_type).resetPeakStats(index(device_type, device_index));
#else
    unavailable();
#endif
  });
}

int32_t js_memory_empty_cache(int32_t device_type) {
  return guarded([&] {
#ifdef JS_DEVICE_ALLOCATOR
    allocator(device_type).emptyCache();
#else
    unavailable();
#endif
  });
}
