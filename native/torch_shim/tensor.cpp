// What the dispatcher does not know of a tensor: its handle, its looks and its gradient.
#include "guard.h"
#include "handle.h"

std::atomic<int64_t> js_live_handles{0};

int32_t js_tensor_free(void* tensor) {
  return guarded([&] {
    js_live_handles.fetch_sub(1, std::memory_order_relaxed);
    c10::raw::intrusive_ptr::decref(impl(tensor));
  });
}

int32_t js_tensor_alias(void* tensor, void** alias) {
  return guarded([&] { *alias = give(borrow(tensor)); });
}

int32_t js_tensor_describe(void* tensor, js_tensor_info* info) {
  return guarded([&] {
    const at::Tensor self = borrow(tensor);
    *info = {};
    info->sizes = self.sizes().data();
    info->strides = self.layout() == c10::kStrided ? self.strides().data() : nullptr;
    info->data = self.has_storage() ? self.data_ptr() : nullptr;
    info->numel = self.numel();
    info->storage_offset = self.layout() == c10::kStrided ? self.storage_offset() : 0;
    info->dim = static_cast<int32_t>(self.dim());
    info->dtype = static_cast<int32_t>(self.scalar_type());
    info->device_type = static_cast<int32_t>(self.device().type());
    info->device_index = self.device().index();
    info->element_size = static_cast<int32_t>(self.itemsize());
    info->flags = (self.requires_grad() ? JS_REQUIRES_GRAD : 0) | (self.is_leaf() ? JS_IS_LEAF : 0) |
                  (info->strides != nullptr && self.is_contiguous() ? JS_IS_CONTIGUOUS : 0);
  });
}

int32_t js_tensor_set_requires_grad(void* tensor, int32_t value) {
  return guarded([&] { borrow(tensor).requires_grad_(value != 0); });
}

int32_t js_tensor_grad(void* tensor, void** grad) {
  return guarded([&] {
    const at::Tensor self = borrow(tensor);
    *grad = self.requires_grad() || self.is_leaf() ? give(self.grad()) : nullptr;
  });
}

int32_t js_tensor_set_grad(void* tensor, void* grad) {
  return guarded([&] { borrow(tensor).mutable_grad() = borrow(grad); });
}

int32_t js_tensor_retain_grad(void* tensor) {
  return guarded([&] { borrow(tensor).retain_grad(); });
}

int32_t js_tensor_live_handles(int64_t* count) {
  *count = js_live_handles.load(std::memory_order_relaxed);
  return JS_OK;
}
