// One pass over memory each, sixteen bytes a thread at a time; arithmetic in fp32.
#include <cuda_bf16.h>
#include <cuda_runtime.h>

#include "kernels.h"

namespace {

constexpr int Threads = 256;
constexpr int Lanes = 8;  // of bf16 in sixteen bytes

struct Vector {
  float value[Lanes];
};

__device__ Vector load(const bf16_bits* from) {
  const uint4 packed = *reinterpret_cast<const uint4*>(from);
  const auto pairs = reinterpret_cast<const __nv_bfloat162*>(&packed);
  Vector result;
#pragma unroll
  for (int i = 0; i < Lanes / 2; i++) {
    const float2 pair = __bfloat1622float2(pairs[i]);
    result.value[2 * i] = pair.x;
    result.value[2 * i + 1] = pair.y;
  }
  return result;
}

__device__ void store(bf16_bits* to, const Vector& vector) {
  uint4 packed;
  const auto pairs = reinterpret_cast<__nv_bfloat162*>(&packed);
#pragma unroll
  for (int i = 0; i < Lanes / 2; i++) pairs[i] = __floats2bfloat162_rn(vector.value[2 * i], vector.value[2 * i + 1]);
  *reinterpret_cast<uint4*>(to) = packed;
}

__device__ float single(const bf16_bits* from) { return __bfloat162float(*reinterpret_cast<const __nv_bfloat16*>(from)); }
__device__ float sigmoid(float x) { return 1.0f / (1.0f + __expf(-x)); }

__global__ void silu_product(const bf16_bits* gate_up, bf16_bits* out, int64_t vectors, int64_t per_row) {
  const int64_t index = static_cast<int64_t>(blockIdx.x) * Threads + threadIdx.x;
  if (index >= vectors) return;
  const int64_t row = index / per_row, column = index % per_row * Lanes, units = per_row * Lanes;
  const Vector gate = load(gate_up + row * 2 * units + column), up = load(gate_up + row * 2 * units + units + column);
  Vector product;
#pragma unroll
  for (int i = 0; i < Lanes; i++) product.value[i] = gate.value[i] * sigmoid(gate.value[i]) * up.value[i];
  store(out + row * units + column, product);
}

// A block per row: the gradient of its weight is a sum over all of it.
__global__ void silu_product_backward(const bf16_bits* gradients, const bf16_bits* gate_up, const bf16_bits* weights, bf16_bits* gate_up_gradient,
                                      bf16_bits* weight_gradient, bf16_bits* products, int64_t units) {
  const int64_t row = blockIdx.x;
  const float weight = single(weights + row);
  float sum = 0;
  for (int64_t column = static_cast<int64_t>(threadIdx.x) * Lanes; column < units; column += static_cast<int64_t>(blockDim.x) * Lanes) {
    const Vector gradient = load(gradients + row * units + column);
    const Vector gate = load(gate_up + row * 2 * units + column), up = load(gate_up + row * 2 * units + units + column);
    Vector of_gate, of_up, product;
#pragma unroll
    for (int i = 0; i < Lanes; i++) {
      const float open = sigmoid(gate.value[i]), active = gate.value[i] * open, inner = gradient.value[i] * weight;
      sum += gradient.value[i] * active * up.value[i];
      product.value[i] = weight * active * up.value[i];
      of_up.value[i] = inner * active;
      of_gate.value[i] = inner * up.value[i] * open * (1.0f + gate.value[i] * (1.0f - open));
    }
    store(products + row * units + column, product);
    store(gate_up_gradient + row * 2 * units + column, of_gate);
    store(gate_up_gradient + row * 2 * units + units + column, of_up);
  }
  __shared__ float sums[32];
  for (int offset = 16; offset > 0; offset /= 2) sum += __shfl_down_sync(0xffffffff, sum, offset);
  if (threadIdx.x % 32 == 0) sums[threadIdx.x / 32] = sum;
  __syncthreads();
  if (threadIdx.x != 0) return;
  float whole = 0;
  for (unsigned warp = 0; warp < blockDim.x / 32; warp++) whole += sums[warp];
  reinterpret_cast<__nv_bfloat16*>(weight_gradient)[row] = __float2bfloat16(whole);
}

__global__ void spread(const bf16_bits* x, const int64_t* choices, bf16_bits* out, int64_t vectors, int64_t each, int64_t per_row) {
  const int64_t index = static_cast<int64_t>(blockIdx.x) * Threads + threadIdx.x;
  if (index >= vectors) return;
  const int64_t row = index / per_row, column = index % per_row;
  reinterpret_cast<uint4*>(out)[index] = reinterpret_cast<const uint4*>(x)[choices[row] / each * per_row + column];
}

__global__ void gathered_sum(const bf16_bits* rows, const int64_t* places, const bf16_bits* weights, bf16_bits* out, int64_t vectors, int64_t each,
                             int64_t per_row) {
  const int64_t index = static_cast<int64_t>(blockIdx.x) * Threads + threadIdx.x;
  if (index >= vectors) return;
  const int64_t sum = index / per_row, column = index % per_row * Lanes;
  Vector total = {};
  for (int64_t j = 0; j < each; j++) {
    const Vector row = load(rows + places[sum * each + j] * per_row * Lanes + column);
    const float weight = weights == nullptr ? 1.0f : single(weights + sum * each + j);
#pragma unroll
    for (int i = 0; i < Lanes; i++) total.value[i] += weight * row.value[i];
  }
  store(out + index * Lanes, total);
}

unsigned blocks(int64_t threads) { return static_cast<unsigned>((threads + Threads - 1) / Threads); }

}  // namespace

void js_silu_product(const bf16_bits* gate_up, bf16_bits* out, int64_t rows, int64_t units, void* stream) {
  const int64_t vectors = rows * units / Lanes;
  silu_product<<<blocks(vectors), Threads, 0, static_cast<cudaStream_t>(stream)>>>(gate_up, out, vectors, units / Lanes);
}

void js_silu_product_backward(const bf16_bits* gradient, const bf16_bits* gate_up, const bf16_bits* weights, bf16_bits* gate_up_gradient,
                              bf16_bits* weight_gradient, bf16_bits* product, int64_t rows, int64_t units, void* stream) {
  const int threads = units / Lanes >= 128 ? 128 : 32;
  silu_product_backward<<<static_cast<unsigned>(rows), threads, 0, static_cast<cudaStream_t>(stream)>>>(
      gradient, gate_up, weights, gate_up_gradient, weight_gradient, product, units);
}

void js_spread(const bf16_bits* x, const int64_t* choices, bf16_bits* out, int64_t rows, int64_t each, int64_t width, void* stream) {
  const int64_t vectors = rows * width / Lanes;
  spread<<<blocks(vectors), Threads, 0, static_cast<cudaStream_t>(stream)>>>(x, choices, out, vectors, each, width / Lanes);
}

void js_gathered_sum(const bf16_bits* rows, const int64_t* places, const bf16_bits* weights, bf16_bits* out, int64_t sums, int64_t each,
                     int64_t width, void* stream) {
  const int64_t vectors = sums * width / Lanes;
  gathered_sum<<<blocks(vectors), Threads, 0, static_cast<cudaStream_t>(stream)>>>(rows, places, weights, out, vectors, each, width / Lanes);
}
