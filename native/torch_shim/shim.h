// The flat C ABI between the managed TorchSharp subset and libtorch.
//
// Every function returns JS_OK or an error kind, writes through out-parameters and never lets a C++ exception out;
// js_last_error() tells what happened on the calling thread.
#pragma once
#include <cstdint>

#define JS_API extern "C" __attribute__((visibility("default")))

enum js_status : int32_t { JS_OK = 0, JS_TORCH_ERROR = 1, JS_OUT_OF_MEMORY = 2, JS_OTHER_ERROR = 3 };

enum js_tag : int32_t {
  JS_NONE = 0,
  JS_TENSOR = 1,                // pointer; null is an undefined tensor
  JS_INT = 2,                   // also a dtype, a layout or a memory format
  JS_DOUBLE = 3,
  JS_BOOL = 4,
  JS_STRING = 5,                // pointer to count bytes of UTF-8
  JS_DEVICE = 6,                // type in the high 32 bits, index in the low ones
  JS_GENERATOR = 7,
  JS_INT_LIST = 8,              // pointer to count int64_t
  JS_DOUBLE_LIST = 9,           // pointer to count double
  JS_BOOL_LIST = 10,            // pointer to count uint8_t
  JS_TENSOR_LIST = 11,          // pointer to count tensors
  JS_OPTIONAL_TENSOR_LIST = 12, // the same, null being None
  JS_SCALAR_LIST = 13,          // pointer to count js_value
};

// One argument or one result. A list in a result belongs to the caller, who gives it to js_free.
struct js_value {
  int32_t tag;
  int32_t count;
  union {
    int64_t integer;
    double number;
    void* pointer;
  };
};

// What a tensor looks like; sizes and strides live as long as the tensor keeps its shape.
struct js_tensor_info {
  const int64_t* sizes;
  const int64_t* strides;
  void* data;
  int64_t numel;
  int64_t storage_offset;
  int32_t dim;
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
  int32_t element_size;
  int32_t flags;
};

enum js_tensor_flag : int32_t { JS_REQUIRES_GRAD = 1, JS_IS_LEAF = 2, JS_IS_CONTIGUOUS = 4 };

// dispatch.cpp
JS_API int32_t js_op_find(const char* name, const char* overload, void** op, int32_t* arguments);
JS_API int32_t js_op_call(void* op, const js_value* arguments, int32_t count, js_value* results, int32_t capacity, int32_t* produced);

// tensor.cpp
JS_API int32_t js_tensor_free(void* tensor);
JS_API int32_t js_tensor_alias(void* tensor, void** alias);
JS_API int32_t js_tensor_describe(void* tensor, js_tensor_info* info);
JS_API int32_t js_tensor_set_requires_grad(void* tensor, int32_t value);
JS_API int32_t js_tensor_grad(void* tensor, void** grad);
JS_API int32_t js_tensor_set_grad(void* tensor, void* grad);
JS_API int32_t js_tensor_retain_grad(void* tensor);
JS_API int32_t js_tensor_live_handles(int64_t* count);

// autograd.cpp
JS_API int32_t js_backward(void* const* roots, int32_t count, void* const* gradients, void* const* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph);
JS_API int32_t js_grad(void* const* roots, int32_t count, void* const* gradients, void* const* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results);

// function.cpp: a body reads `count` borrowed tensors and leaves at most `capacity` owned ones, or fails after js_fail.
typedef int32_t (*js_function_body)(void* state, void* context, void* const* tensors, int32_t count, void** results, int32_t capacity, int32_t* produced);
struct js_function {
  void* state;
  js_function_body forward;
  js_function_body backward;
  void (*release)(void* state);
  int32_t inputs;
  int32_t capacity;  // the most tensors that forward gives
};
JS_API int32_t js_function_apply(const js_function* function, void* const* inputs, void** outputs, int32_t* produced);
JS_API int32_t js_function_save(void* context, void* const* tensors, int32_t count);
JS_API int32_t js_function_saved(void* context, void** tensors, int32_t capacity, int32_t* count);
JS_API int32_t js_function_mark(void* context, void* const* tensors, int32_t count, int32_t dirty);
JS_API int32_t js_function_materialize(void* context, int32_t value);

// memory.cpp
struct js_memory {
  int64_t allocated;
  int64_t allocated_peak;
  int64_t reserved;
  int64_t reserved_peak;
  int64_t retries;
  int64_t free;
  int64_t total;
};
JS_API int32_t js_memory_stats(int32_t device_type, int32_t device_index, js_memory* memory);
JS_API int32_t js_memory_reset_peak(int32_t device_type, int32_t device_index);
JS_API int32_t js_memory_empty_cache(int32_t device_type);

// stream.cpp
struct js_stream {
  int64_t id;
  int32_t device_type;
  int32_t device_index;
};
JS_API int32_t js_stream_current(int32_t device_type, int32_t device_index, js_stream* stream);
JS_API int32_t js_stream_new(int32_t device_type, int32_t device_index, js_stream* stream);
JS_API int32_t js_stream_exchange(const js_stream* next, js_stream* previous);
JS_API int32_t js_stream_synchronize(const js_stream* stream);
JS_API int32_t js_stream_wait(const js_stream* waiting, const js_stream* awaited);

// autocast.cpp
JS_API int32_t js_autocast(int32_t device_type, int32_t* enabled, int32_t* dtype);
JS_API int32_t js_set_autocast(int32_t device_type, int32_t enabled, int32_t dtype);
JS_API int32_t js_autocast_nest(int32_t deeper);

// group.cpp: port 0 means that place is a file
JS_API int32_t js_group_join(const char* backend, const char* place, int32_t port, const char* interface_address, int32_t rank, int32_t size, int64_t milliseconds, void** group);
JS_API int32_t js_group_leave(void* group);
JS_API int32_t js_group_sum(void* group, void* tensor);
JS_API int32_t js_group_broadcast(void* group, void* tensor, int32_t root);
JS_API int32_t js_group_barrier(void* group);

// runtime.cpp
JS_API const char* js_last_error();
JS_API void js_fail(const char* message);
JS_API void js_free(void* memory);
JS_API int32_t js_version(const char** version);
JS_API int32_t js_grad_mode(int32_t* enabled);
JS_API int32_t js_set_grad_mode(int32_t enabled);
JS_API int32_t js_inference_mode(int32_t* enabled);
JS_API int32_t js_inference_mode_enter(int32_t enabled, void** guard);
JS_API int32_t js_inference_mode_leave(void* guard);
JS_API int32_t js_num_threads(int32_t* count);
JS_API int32_t js_set_num_threads(int32_t count);
JS_API int32_t js_num_interop_threads(int32_t* count);
JS_API int32_t js_set_num_interop_threads(int32_t count);
JS_API int32_t js_device_count(int32_t device_type, int32_t* count);
JS_API int32_t js_device_synchronize(int32_t device_type, int32_t device_index);
JS_API int32_t js_allow_tf32(int32_t* allowed);
JS_API int32_t js_set_allow_tf32(int32_t allowed);

// random.cpp
JS_API int32_t js_manual_seed(uint64_t seed);
JS_API int32_t js_generator_default(int32_t device_type, int32_t device_index, void** generator);
JS_API int32_t js_generator_new(uint64_t seed, void** generator);
JS_API int32_t js_generator_free(void* generator);
JS_API int32_t js_generator_state(void* generator, void** state);
JS_API int32_t js_generator_set_state(void* generator, void* state);
JS_API int32_t js_generator_initial_seed(void* generator, uint64_t* seed);
JS_API int32_t js_generator_set_seed(void* generator, uint64_t seed);
JS_API int32_t js_generator_reseed(void* generator, uint64_t* seed);
