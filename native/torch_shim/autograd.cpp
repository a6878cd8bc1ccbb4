// Derivatives of several roots at once, accumulated into leaves or handed back.
#include <torch/csrc/autograd/autograd.h>

#include "guard.h"
#include "handle.h"

int32_t js_backward(void* const* roots, int32_t count, void* const* gradients, void* const* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph) {
  return guarded([&] {
    torch::autograd::backward(borrow_all(roots, count), gradients == nullptr ? std::vector<at::Tensor>() : borrow_all(gradients, count),
                              retain_graph != 0, create_graph != 0, borrow_all(inputs, input_count));
  });
}

int32_t js_grad(void* const* roots, int32_t count, void* const* gradients, void* const* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results) {
  return guarded([&] {
    auto found = torch::autograd::grad(borrow_all(roots, count), borrow_all(inputs, input_count),
                                       gradients == nullptr ? std::vector<at::Tensor>() : borrow_all(gradients, count),
                                       retain_graph != 0, create_graph != 0, allow_unused != 0);
    for (int32_t i = 0; i < input_count; i++) results[i] = give(std::move(found[i]));
  });
}
