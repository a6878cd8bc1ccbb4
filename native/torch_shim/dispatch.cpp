// Any ATen operator by name: one boxed call through c10's dispatcher.
#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include "guard.h"
#include "handle.h"

namespace {

using torch::jit::Stack;

// An operator and the values of the arguments a caller may leave out.
struct Operator {
  c10::OperatorHandle handle;
  std::vector<c10::IValue> defaults;
};

// An argument stack to reuse; a call made from within a call (an autograd function, a hook) takes the next one.
class StackLease {
 public:
  StackLease() : stack_(depth_ < Depths ? pool_[depth_] : own_) { ++depth_; stack_.clear(); }
  ~StackLease() { stack_.clear(); --depth_; }
  Stack& operator*() { return stack_; }

 private:
  static constexpr int Depths = 4;
  static thread_local Stack pool_[Depths];
  static thread_local int depth_;
  Stack own_;
  Stack& stack_;
};
thread_local Stack StackLease::pool_[StackLease::Depths];
thread_local int StackLease::depth_ = 0;

template <typename T, typename Read>
c10::IValue list(const js_value& value, Read&& read) {
  c10::List<T> items;
  items.reserve(value.count);
  for (int32_t i = 0; i < value.count; i++) items.push_back(read(i));
  return c10::IValue(std::move(items));
}

at::Scalar scalar(const js_value& value) {
  switch (value.tag) {
    case JS_INT: return at::Scalar(value.integer);
    case JS_DOUBLE: return at::Scalar(value.number);
    case JS_BOOL: return at::Scalar(value.integer != 0);
    default: TORCH_CHECK(false, "a scalar list holds a value of tag ", value.tag);
  }
}

c10::Device device(int64_t packed) {
  return c10::Device(static_cast<c10::DeviceType>(packed >> 32), static_cast<c10::DeviceIndex>(static_cast<int32_t>(packed)));
}

c10::IValue unpack(const js_value& value) {
  const auto handles = static_cast<void* const*>(value.pointer);
  switch (value.tag) {
    case JS_NONE: return c10::IValue();
    case JS_TENSOR: return c10::IValue(borrow(value.pointer));
    case JS_INT: return c10::IValue(value.integer);
    case JS_DOUBLE: return c10::IValue(value.number);
    case JS_BOOL: return c10::IValue(value.integer != 0);
    case JS_STRING: return c10::IValue(std::string(static_cast<const char*>(value.pointer), value.count));
    case JS_DEVICE: return c10::IValue(device(value.integer));
    case JS_GENERATOR: {
      const auto generator = static_cast<c10::GeneratorImpl*>(value.pointer);
      c10::raw::intrusive_ptr::incref(generator);
      return c10::IValue(at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(generator)));
    }
    case JS_INT_LIST: return list<int64_t>(value, [&](int32_t i) { return static_cast<const int64_t*>(value.pointer)[i]; });
    case JS_DOUBLE_LIST: return list<double>(value, [&](int32_t i) { return static_cast<const double*>(value.pointer)[i]; });
    case JS_BOOL_LIST: return list<bool>(value, [&](int32_t i) { return static_cast<const uint8_t*>(value.pointer)[i] != 0; });
    case JS_TENSOR_LIST: return list<at::Tensor>(value, [&](int32_t i) { return borrow(handles[i]); });
    case JS_OPTIONAL_TENSOR_LIST:
      return list<OptionalTensor>(value, [&](int32_t i) { return handles[i] == nullptr ? OptionalTensor() : OptionalTensor(borrow(handles[i])); });
    case JS_SCALAR_LIST: return list<at::Scalar>(value, [&](int32_t i) { return scalar(static_cast<const js_value*>(value.pointer)[i]); });
    default: TORCH_CHECK(false, "an argument has the unknown tag ", value.tag);
  }
}

template <typename T>
js_value array(js_tag tag, size_t count) {
  js_value value{tag, static_cast<int32_t>(count), {0}};
  value.pointer = std::malloc(count == 0 ? 1 : count * sizeof(T));
  if (value.pointer == nullptr) throw std::bad_alloc();
  return value;
}

js_value pack(c10::IValue&& value) {
  js_value packed{JS_NONE, 0, {0}};
  if (value.isTensor()) {
    packed.tag = JS_TENSOR;
    packed.pointer = give(std::move(value).toTensor());
  } else if (value.isInt()) {
    packed.tag = JS_INT;
    packed.integer = value.toInt();
  } else if (value.isDouble()) {
    packed.tag = JS_DOUBLE;
    packed.number = value.toDouble();
  } else if (value.isBool()) {
    packed.tag = JS_BOOL;
    packed.integer = value.toBool();
  } else if (value.isTensorList()) {
    const auto tensors = std::move(value).toTensorVector();
    packed = array<void*>(JS_TENSOR_LIST, tensors.size());
    for (size_t i = 0; i < tensors.size(); i++) static_cast<void**>(packed.pointer)[i] = give(tensors[i]);
  } else if (value.isIntList()) {
    const auto integers = value.toIntVector();
    packed = array<int64_t>(JS_INT_LIST, integers.size());
    std::memcpy(packed.pointer, integers.data(), integers.size() * sizeof(int64_t));
  } else {
    TORCH_CHECK(value.isNone(), "a result of type ", value.tagKind(), " has no form in the C ABI");
  }
  return packed;
}

}  // namespace

int32_t js_op_find(const char* name, const char* overload, void** op, int32_t* arguments) {
  return guarded([&] {
    *op = nullptr;
    *arguments = 0;
    const auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!found.has_value()) return;
    auto result = std::make_unique<Operator>(Operator{*found, {}});
    for (const auto& argument : found->schema().arguments())
      result->defaults.push_back(argument.default_value() ? *argument.default_value() : c10::IValue());
    *arguments = static_cast<int32_t>(result->defaults.size());
    *op = result.release();
  });
}

int32_t js_op_call(void* op, const js_value* arguments, int32_t count, js_value* results, int32_t capacity, int32_t* produced) {
  return guarded([&] {
    const auto& target = *static_cast<const Operator*>(op);
    const auto expected = static_cast<int32_t>(target.defaults.size());
    TORCH_CHECK(count <= expected, "got ", count, " arguments, takes ", expected);
    StackLease lease;
    Stack& stack = *lease;
    stack.reserve(expected);
    for (int32_t i = 0; i < count; i++) stack.push_back(unpack(arguments[i]));
    for (int32_t i = count; i < expected; i++) stack.push_back(target.defaults[i]);
    target.handle.callBoxed(&stack);
    const auto returned = static_cast<int32_t>(stack.size());
    TORCH_CHECK(returned <= capacity, "gave ", returned, " results, the caller has room for ", capacity);
    for (int32_t i = 0; i < returned; i++) results[i] = pack(std::move(stack[i]));
    *produced = returned;
  });
}
