// The kernels as operators of the dispatcher, so that they too are found by name: they are there where nvcc was when this was built.
#ifdef JS_KERNELS
#include <ATen/ATen.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#include <torch/library.h>

#include <tuple>

#include "handle.h"
#include "kernels.h"

namespace {

constexpr int64_t Lanes = 8;

void check(const at::Tensor& tensor, const char* name) {
  TORCH_CHECK(tensor.scalar_type() == at::kBFloat16 && tensor.is_contiguous(), name, " has to be contiguous bf16");
}

void check_rows(const at::Tensor& tensor, const char* name) {
  check(tensor, name);
  TORCH_CHECK(tensor.dim() == 2 && tensor.size(1) % Lanes == 0, name, " has to have rows of a multiple of ", Lanes, " elements");
}

void check_indices(const at::Tensor& tensor, const char* name) {
  TORCH_CHECK(tensor.scalar_type() == at::kLong && tensor.is_contiguous(), name, " has to be contiguous int64");
}

const bf16_bits* read(const at::Tensor& tensor) { return static_cast<const bf16_bits*>(tensor.data_ptr()); }
bf16_bits* write(const at::Tensor& tensor) { return static_cast<bf16_bits*>(tensor.data_ptr()); }
void* stream() { return c10::cuda::getCurrentCUDAStream().stream(); }

at::Tensor silu_product(const at::Tensor& gate_up) {
  check_rows(gate_up, "gate_up");
  TORCH_CHECK(gate_up.size(1) % (2 * Lanes) == 0, "each half of gate_up has to have a multiple of ", Lanes, " elements");
  const c10::cuda::CUDAGuard guard(gate_up.device());
  const auto units = gate_up.size(1) / 2;
  auto product = at::empty({gate_up.size(0), units}, gate_up.options());
  if (product.numel() > 0) js_silu_product(read(gate_up), write(product), gate_up.size(0), units, stream());
  return product;
}

std::tuple<at::Tensor, at::Tensor, at::Tensor> silu_product_backward(const at::Tensor& gradient, const at::Tensor& gate_up, const at::Tensor& weights) {
  check_rows(gradient, "gradient");
  check_rows(gate_up, "gate_up");
  check(weights, "weights");
  TORCH_CHECK(gate_up.size(0) == gradient.size(0) && gate_up.size(1) == 2 * gradient.size(1) && weights.numel() == gradient.size(0),
              "gradient [M, I] goes with gate_up [M, 2I] and M weights");
  const c10::cuda::CUDAGuard guard(gate_up.device());
  auto result = at::empty_like(gate_up);
  auto weight_gradient = at::empty({gradient.size(0)}, gradient.options());
  auto product = at::empty_like(gradient);
  if (product.numel() > 0)
    js_silu_product_backward(read(gradient), read(gate_up), read(weights), write(result), write(weight_gradient), write(product),
                             gradient.size(0), gradient.size(1), stream());
  return {result, weight_gradient, product};
}

at::Tensor spread(const at::Tensor& x, const at::Tensor& choices, int64_t each) {
  check_rows(x, "x");
  check_indices(choices, "choices");
  const c10::cuda::CUDAGuard guard(x.device());
  auto result = at::empty({choices.numel(), x.size(1)}, x.options());
  if (result.numel() > 0) js_spread(read(x), choices.data_ptr<int64_t>(), write(result), choices.numel(), each, x.size(1), stream());
  return result;
}

at::Tensor gathered_sum(const at::Tensor& rows, const at::Tensor& places, const OptionalTensor& weights) {
  check_rows(rows, "rows");
  check_indices(places, "places");
  if (weights.has_value()) {
    check(*weights, "weights");
    TORCH_CHECK(weights->numel() == places.numel(), "there is a weight for each place");
  }
  const c10::cuda::CUDAGuard guard(rows.device());
  auto result = at::empty({places.size(0), rows.size(1)}, rows.options());
  if (result.numel() > 0)
    js_gathered_sum(read(rows), places.data_ptr<int64_t>(), weights.has_value() ? read(*weights) : nullptr, write(result), places.size(0),
                    places.size(1), rows.size(1), stream());
  return result;
}

}  // namespace

TORCH_LIBRARY(judges, library) {
  library.def("silu_product(Tensor gate_up) -> Tensor");
  library.def("silu_product_backward(Tensor gradient, Tensor gate_up, Tensor weights) -> (Tensor, Tensor, Tensor)");
  library.def("spread(Tensor x, Tensor choices, int each) -> Tensor");
  library.def("gathered_sum(Tensor rows, Tensor places, Tensor? weights) -> Tensor");
}

TORCH_LIBRARY_IMPL(judges, CUDA, library) {
  library.impl("silu_product", silu_product);
  library.impl("silu_product_backward", silu_product_backward);
  library.impl("spread", spread);
  library.impl("gathered_sum", gathered_sum);
}
#endif
