// Streams of a device: queues of work whose order among each other is the caller's to keep.
#include <c10/core/Event.h>
#include <c10/core/Stream.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include "guard.h"

namespace {

c10::impl::VirtualGuardImpl guard(int32_t device_type) { return c10::impl::VirtualGuardImpl(static_cast<c10::DeviceType>(device_type)); }

c10::Device place(const c10::impl::VirtualGuardImpl& impl, int32_t device_index) {
  return device_index < 0 ? impl.getDevice() : c10::Device(impl.type(), static_cast<c10::DeviceIndex>(device_index));
}

c10::Stream stream(const js_stream& packed) {
  const c10::Device device(static_cast<c10::DeviceType>(packed.device_type), static_cast<c10::DeviceIndex>(packed.device_index));
  return c10::Stream(c10::Stream::UNSAFE, device, packed.id);
}

js_stream pack(const c10::Stream& value) { return {value.id(), static_cast<int32_t>(value.device_type()), value.device_index()}; }

}  // namespace

int32_t js_stream_current(int32_t device_type, int32_t device_index, js_stream* result) {
  return guarded([&] {
    const auto impl = guard(device_type);
    *result = pack(impl.getStream(place(impl, device_index)));
  });
}

int32_t js_stream_new(int32_t device_type, int32_t device_index, js_stream* result) {
  return guarded([&] {
    const auto impl = guard(device_type);
    *result = pack(impl.getStreamFromGlobalPool(place(impl, device_index)));
  });
}

int32_t js_stream_exchange(const js_stream* next, js_stream* previous) {
  return guarded([&] { *previous = pack(guard(next->device_type).exchangeStream(stream(*next))); });
}

int32_t js_stream_synchronize(const js_stream* target) {
  return guarded([&] { stream(*target).synchronize(); });
}

int32_t js_stream_wait(const js_stream* waiting, const js_stream* awaited) {
  return guarded([&] {
    c10::Event event(static_cast<c10::DeviceType>(awaited->device_type));
    event.record(stream(*awaited));
    event.block(stream(*waiting));
  });
}
