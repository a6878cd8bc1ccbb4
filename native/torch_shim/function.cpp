// A differentiable function whose two halves are the caller's: torch::autograd::Function with callbacks.
#include <torch/csrc/autograd/custom_function.h>

#include "guard.h"
#include "handle.h"

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// What the caller keeps for the function; it goes when the graph does.
struct Callee : torch::CustomClassHolder {
  explicit Callee(const js_function& function) : function(function) {}
  ~Callee() override { function.release(function.state); }
  js_function function;
};

constexpr char Key[] = "callee";

// Handles lent for the length of a callback.
std::vector<void*> lend(const variable_list& tensors) {
  std::vector<void*> handles;
  handles.reserve(tensors.size());
  for (const auto& tensor : tensors) handles.push_back(tensor.defined() ? tensor.unsafeGetTensorImpl() : nullptr);
  return handles;
}

// What a callback left in its results, each of them a reference that is now ours.
variable_list take(const std::vector<void*>& handles, int32_t count) {
  variable_list tensors;
  tensors.reserve(count);
  for (int32_t i = 0; i < count; i++) {
    tensors.push_back(borrow(handles[i]));
    if (handles[i] != nullptr) js_tensor_free(handles[i]);
  }
  return tensors;
}

variable_list call(js_function_body body, const Callee& callee, AutogradContext* context, const variable_list& tensors, int32_t capacity) {
  const auto lent = lend(tensors);
  std::vector<void*> results(capacity, nullptr);
  int32_t produced = 0;
  const auto status = body(callee.function.state, context, lent.data(), static_cast<int32_t>(lent.size()), results.data(), capacity, &produced);
  auto taken = take(results, produced);
  TORCH_CHECK(status == JS_OK, js_last_error());
  return taken;
}

struct Function : torch::autograd::Function<Function> {
  // The list comes as a TensorList, the one collection whose members become edges of the graph.
  static variable_list forward(AutogradContext* context, at::TensorList inputs, const c10::intrusive_ptr<Callee>& callee) {
    context->saved_data[Key] = c10::IValue::make_capsule(callee);
    return call(callee->function.forward, *callee, context, inputs.vec(), callee->function.capacity);
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    const auto callee = c10::static_intrusive_pointer_cast<Callee>(context->saved_data[Key].toCapsule());
    auto results = call(callee->function.backward, *callee, context, gradients, callee->function.inputs);
    results.emplace_back();  // the callee has no gradient
    return results;
  }
};

AutogradContext* context(void* handle) { return static_cast<AutogradContext*>(handle); }

}  // namespace

int32_t js_function_apply(const js_function* function, void* const* inputs, void** outputs, int32_t* produced) {
  return guarded([&] {
    auto callee = c10::make_intrusive<Callee>(*function);
    const auto tensors = borrow_all(inputs, function->inputs);
    auto results = Function::apply(at::TensorList(tensors), callee);
    for (size_t i = 0; i < results.size(); i++) outputs[i] = give(std::move(results[i]));
    *produced = static_cast<int32_t>(results.size());
  });
}

int32_t js_function_save(void* handle, void* const* tensors, int32_t count) {
  return guarded([&] { context(handle)->save_for_backward(borrow_all(tensors, count)); });
}

int32_t js_function_saved(void* handle, void** tensors, int32_t capacity, int32_t* count) {
  return guarded([&] {
    auto saved = context(handle)->get_saved_variables();
    TORCH_CHECK(static_cast<int32_t>(saved.size()) <= capacity, "room for ", capacity, " saved tensors, there are ", saved.size());
    for (size_t i = 0; i < saved.size(); i++) tensors[i] = give(std::move(saved[i]));
    *count = static_cast<int32_t>(saved.size());
  });
}

int32_t js_function_mark(void* handle, void* const* tensors, int32_t count, int32_t dirty) {
  return guarded([&] {
    const auto marked = borrow_all(tensors, count);
    dirty != 0 ? context(handle)->mark_dirty(marked) : context(handle)->mark_non_differentiable(marked);
  });
}

int32_t js_function_materialize(void* handle, int32_t value) {
  return guarded([&] { context(handle)->set_materialize_grads(value != 0); });
}
