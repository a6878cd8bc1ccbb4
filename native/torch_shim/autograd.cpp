// Derivatives of several roots at once, accumulated into leaves or handed back.
#include <torch/csrc/autograd/autograd.h>

#include "guard.h"
#include "handle.h"

namespace {

std::vector<at::Tensor> tensors(void* const* handles, int32_t count) {
  std::vector<at::Tensor> result;
  result.reserve(count);
  for (int32_t i = 0; i < count; i++) result.push_back(borrow(handles[i]));
  return result;
}

}  // namespace

int32_t js_backward(void* const* roots, int32_t count, void* const* gradients, void* const* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph) {
  return guarded([&] {
    torch::autograd::backward(tensors(roots, count), gradients == nullptr ? std::vector<at::Tensor>() : tensors(gradients, count),
                              retain_graph != 0, create_graph != 0, tensors(inputs, input_count));
  });
}

int32_t js_grad(void* const* roots, int32_t count, void* const* gradients, void* const* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results) {
  return guarded([&] {
    auto found = torch::autograd::grad(tensors(roots, count), tensors(inputs, input_count),
                                       gradients == nullptr ? std::vector<at::Tensor>() : tensors(gradients, count),
                                       retain_graph != 0, create_graph != 0, allow_unused != 0);
    for (int32_t i = 0; i < input_count; i++) results[i] = give(std::move(found[i]));
  });
}
