// A tensor handle is the TensorImpl itself with one reference taken: no box around it, nothing to allocate.
#pragma once
#include <ATen/core/Tensor.h>
#include <torch/csrc/api/include/torch/version.h>

#include <atomic>
#include <vector>

// An optional was c10's own type before it became the standard one.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
using OptionalTensor = std::optional<at::Tensor>;
#else
using OptionalTensor = c10::optional<at::Tensor>;
#endif

extern std::atomic<int64_t> js_live_handles;

inline c10::TensorImpl* impl(void* handle) { return static_cast<c10::TensorImpl*>(handle); }

// The tensor behind a borrowed handle; null is the undefined tensor.
inline at::Tensor borrow(void* handle) {
  if (handle == nullptr) return {};
  c10::raw::intrusive_ptr::incref(impl(handle));
  return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl(handle)));
}

inline std::vector<at::Tensor> borrow_all(void* const* handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int32_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

// A handle that the caller owns; the undefined tensor is null.
inline void* give(at::Tensor tensor) {
  if (!tensor.defined()) return nullptr;
  js_live_handles.fetch_add(1, std::memory_order_relaxed);
  return tensor.unsafeReleaseTensorImpl();
}
