// Kernels for what ATen does in several passes over memory; bf16, rows of a multiple of eight elements, contiguous.
#pragma once
#include <cstdint>

using bf16_bits = uint16_t;

// out[m, i] = silu(gate_up[m, i]) * gate_up[m, units + i]
void js_silu_product(const bf16_bits* gate_up, bf16_bits* out, int64_t rows, int64_t units, void* stream);

// With p = silu(gate) * up and g the gradient of weight * p: the gradients of gate and up, that of the weight, and weight * p.
void js_silu_product_backward(const bf16_bits* gradient, const bf16_bits* gate_up, const bf16_bits* weights, bf16_bits* gate_up_gradient,
                              bf16_bits* weight_gradient, bf16_bits* product, int64_t rows, int64_t units, void* stream);

// out[m] = x[choices[m] / each]
void js_spread(const bf16_bits* x, const int64_t* choices, bf16_bits* out, int64_t rows, int64_t each, int64_t width, void* stream);

// out[n] = sum over j of weights[n, j] * rows[places[n, j]]; weights may be null
void js_gathered_sum(const bf16_bits* rows, const int64_t* places, const bf16_bits* weights, bf16_bits* out, int64_t sums, int64_t each,
                     int64_t width, void* stream);
