// An AdamW step (arXiv 1711.05101) in one pass over memory, where ATen's operators make nine.
#include <ATen/ATen.h>
#include <torch/library.h>

#include <cmath>

namespace {

struct Factors {
  float decay, beta1, beta2, rate, correction, epsilon;
};

// Without fused multiply-adds, which the compiler is told in CMakeLists.txt, so that the bits do not depend on the processor.
__attribute__((target_clones("avx2", "default"))) void update(
    float* __restrict parameter, const float* __restrict gradient, float* __restrict first, float* __restrict second, int64_t count, Factors by) {
  for (int64_t i = 0; i < count; i++) {
    const float slope = gradient[i];
    first[i] = first[i] * by.beta1 + slope * (1 - by.beta1);
    second[i] = second[i] * by.beta2 + slope * slope * (1 - by.beta2);
    parameter[i] = parameter[i] * by.decay - by.rate * first[i] / (std::sqrt(second[i]) / by.correction + by.epsilon);
  }
}

void check(const at::Tensor& tensor, const at::Tensor& like, const char* name) {
  TORCH_CHECK(tensor.scalar_type() == at::kFloat && tensor.is_contiguous() && tensor.numel() == like.numel(), name,
              " have to be contiguous fp32 of their parameters' sizes");
}

// θ ← θ(1-λη),  m ← β₁m + (1-β₁)g,  v ← β₂v + (1-β₂)g²,  θ ← θ - η/(1-β₁ᵗ) · m / (√v/√(1-β₂ᵗ) + ε)
void adamw(at::TensorList parameters, at::TensorList gradients, at::TensorList first, at::TensorList second, double learning_rate, double beta1,
           double beta2, double weight_decay, double epsilon, int64_t step) {
  TORCH_CHECK(gradients.size() == parameters.size() && first.size() == parameters.size() && second.size() == parameters.size(),
              "each parameter has a gradient and two moments");
  const Factors by{static_cast<float>(1 - learning_rate * weight_decay), static_cast<float>(beta1), static_cast<float>(beta2),
                   static_cast<float>(learning_rate / (1 - std::pow(beta1, step))), static_cast<float>(std::sqrt(1 - std::pow(beta2, step))),
                   static_cast<float>(epsilon)};
  for (size_t i = 0; i < parameters.size(); i++) {
    check(parameters[i], parameters[i], "parameters");
    check(gradients[i], parameters[i], "gradients");
    check(first[i], parameters[i], "first moments");
    check(second[i], parameters[i], "second moments");
    update(parameters[i].data_ptr<float>(), gradients[i].data_ptr<float>(), first[i].data_ptr<float>(), second[i].data_ptr<float>(),
           parameters[i].numel(), by);
    for (const auto& changed : {parameters[i], first[i], second[i]}) changed.unsafeGetTensorImpl()->bump_version();
  }
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(judges, library) {
  library.def(
      "adamw_(Tensor(a!)[] parameters, Tensor[] gradients, Tensor(b!)[] first, Tensor(c!)[] second, float learning_rate, float beta1, "
      "float beta2, float weight_decay, float epsilon, int step) -> ()");
}

TORCH_LIBRARY_IMPL(judges, CPU, library) { library.impl("adamw_", adamw); }
