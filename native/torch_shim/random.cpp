// Seeds and the states of the random generators: what a bit-exact resume has to carry over.
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

#include <mutex>

#include "guard.h"
#include "handle.h"

namespace {

c10::GeneratorImpl* generator(void* handle) { return static_cast<c10::GeneratorImpl*>(handle); }

void* give(at::Generator value) {
  const auto result = value.unsafeGetGeneratorImpl();
  c10::raw::intrusive_ptr::incref(result);
  return result;
}

}  // namespace

int32_t js_manual_seed(uint64_t seed) {
  return guarded([&] { at::manual_seed(seed); });
}

int32_t js_generator_default(int32_t device_type, int32_t device_index, void** result) {
  return guarded([&] {
    const c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    *result = give(at::globalContext().defaultGenerator(device));
  });
}

int32_t js_generator_new(uint64_t seed, void** result) {
  return guarded([&] { *result = give(at::detail::createCPUGenerator(seed)); });
}

int32_t js_generator_free(void* handle) {
  return guarded([&] { c10::raw::intrusive_ptr::decref(generator(handle)); });
}

int32_t js_generator_state(void* handle, void** state) {
  return guarded([&] {
    const std::lock_guard<std::mutex> lock(generator(handle)->mutex_);
    *state = ::give(at::Tensor(generator(handle)->get_state()));
  });
}

int32_t js_generator_set_state(void* handle, void* state) {
  return guarded([&] {
    const std::lock_guard<std::mutex> lock(generator(handle)->mutex_);
    generator(handle)->set_state(*borrow(state).unsafeGetTensorImpl());
  });
}

int32_t js_generator_initial_seed(void* handle, uint64_t* seed) {
  return guarded([&] { *seed = generator(handle)->current_seed(); });
}

int32_t js_generator_set_seed(void* handle, uint64_t seed) {
  return guarded([&] {
    const std::lock_guard<std::mutex> lock(generator(handle)->mutex_);
    generator(handle)->set_current_seed(seed);
  });
}

int32_t js_generator_reseed(void* handle, uint64_t* seed) {
  return guarded([&] {
    const std::lock_guard<std::mutex> lock(generator(handle)->mutex_);
    *seed = generator(handle)->seed();
  });
}
