// Process groups: what several processes, each with a copy of a model, need to learn as one.
#if __has_include(<gloo/algorithm.h>)
#define USE_C10D_GLOO
#define JS_GLOO
#endif
#ifdef JS_NCCL
#define USE_C10D_NCCL
#endif

#include <torch/csrc/distributed/c10d/FileStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#ifdef JS_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif
#ifdef JS_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

#include <memory>

#include "guard.h"
#include "handle.h"

namespace {

// The groups of the backends share an interface, but one whose name and home changed between versions.
struct Group {
  virtual ~Group() = default;
  virtual void sum(at::Tensor tensor) = 0;
  virtual void broadcast(at::Tensor tensor, int32_t root) = 0;
  virtual void barrier() = 0;
};

template <typename Backend>
struct GroupOf : Group {
  GroupOf(c10::intrusive_ptr<c10d::Store> store, c10::intrusive_ptr<Backend> backend) : store(std::move(store)), backend(std::move(backend)) {}

  void sum(at::Tensor tensor) override {
    std::vector<at::Tensor> tensors{std::move(tensor)};
    backend->allreduce(tensors)->wait();
  }

  void broadcast(at::Tensor tensor, int32_t root) override {
    std::vector<at::Tensor> tensors{std::move(tensor)};
    c10d::BroadcastOptions options;
    options.rootRank = root;
    backend->broadcast(tensors, options)->wait();
  }

  void barrier() override { backend->barrier()->wait(); }

  c10::intrusive_ptr<c10d::Store> store;
  c10::intrusive_ptr<Backend> backend;
};

// Where the processes find each other: a file that all of them see, or the port of the first.
c10::intrusive_ptr<c10d::Store> meet(const std::string& place, int32_t port, int32_t rank, int32_t size, std::chrono::milliseconds timeout) {
  c10::intrusive_ptr<c10d::Store> store;
  if (port == 0) {
    store = c10::make_intrusive<c10d::FileStore>(place, size);
  } else {
    c10d::TCPStoreOptions options;
    options.port = static_cast<uint16_t>(port);
    options.isServer = rank == 0;
    options.numWorkers = static_cast<std::size_t>(size);
    options.timeout = timeout;
    store = c10::make_intrusive<c10d::TCPStore>(place, options);
  }
  store->setTimeout(timeout);
  return store;
}

#ifdef JS_GLOO
std::unique_ptr<Group> join_gloo(c10::intrusive_ptr<c10d::Store> store, const std::string& interface_address, int32_t rank, int32_t size, std::chrono::milliseconds timeout) {
  auto options = c10d::ProcessGroupGloo::Options::create();
  options->timeout = timeout;
  options->devices.push_back(interface_address.empty() ? c10d::ProcessGroupGloo::createDefaultDevice()
                                                       : c10d::ProcessGroupGloo::createDeviceForHostname(interface_address));
  auto backend = c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, size, options);
  return std::make_unique<GroupOf<c10d::ProcessGroupGloo>>(std::move(store), std::move(backend));
}
#endif

#ifdef JS_NCCL
std::unique_ptr<Group> join_nccl(c10::intrusive_ptr<c10d::Store> store, int32_t rank, int32_t size, std::chrono::milliseconds timeout) {
  auto options = c10d::ProcessGroupNCCL::Options::create();
  options->timeout = timeout;
  auto backend = c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, size, options);
  return std::make_unique<GroupOf<c10d::ProcessGroupNCCL>>(std::move(store), std::move(backend));
}
#endif

Group& group(void* handle) { return *static_cast<Group*>(handle); }

}  // namespace

int32_t js_group_join(const char* backend, const char* place, int32_t port, const char* interface_address, int32_t rank, int32_t size, int64_t milliseconds, void** result) {
  return guarded([&] {
    const std::string name(backend);
    const std::chrono::milliseconds timeout(milliseconds);
#ifdef JS_GLOO
    if (name == "gloo") {
      *result = join_gloo(meet(place, port, rank, size, timeout), interface_address, rank, size, timeout).release();
      return;
    }
#endif
#ifdef JS_NCCL
    if (name == "nccl") {
      *result = join_nccl(meet(place, port, rank, size, timeout), rank, size, timeout).release();
      return;
    }
#endif
    TORCH_CHECK(false, "the shim was built without the process group backend '", name, "'");
  });
}

int32_t js_group_leave(void* handle) {
  return guarded([&] { delete static_cast<Group*>(handle); });
}

int32_t js_group_sum(void* handle, void* tensor) {
  return guarded([&] { group(handle).sum(borrow(tensor)); });
}

int32_t js_group_broadcast(void* handle, void* tensor, int32_t root) {
  return guarded([&] { group(handle).broadcast(borrow(tensor), root); });
}

int32_t js_group_barrier(void* handle) {
  return guarded([&] { group(handle).barrier(); });
}
