"""The operators of TensorBench.cs, one by one, from Python: microseconds of processor time per call as JSON."""
import json
import time

import torch

torch.set_num_threads(1)
a, b, m, w = torch.ones(16), torch.ones(16), torch.ones(128, 128), torch.ones(16, 16, requires_grad=True)
x = torch.ones(4, 16)


def step():
    x.mm(w).tanh().square().mean().backward()
    w.grad = None


operators = {
    "add": lambda: a.add(b),
    "add_": lambda: a.add_(b),
    "view": lambda: a.view(4, 4),
    "narrow": lambda: a.narrow(0, 4, 8),
    "cat": lambda: torch.cat([a, b]),
    "sum": lambda: a.sum(),
    "softmax": lambda: a.softmax(-1),
    "matmul": lambda: m.matmul(m),
}


def microseconds(call):
    calls = 1
    while True:
        started = time.process_time()
        for _ in range(calls):
            call()
        if time.process_time() - started > 0.05:
            break
        calls *= 2
    best = float("inf")
    for _ in range(5):
        started = time.process_time()
        for _ in range(calls):
            call()
        best = min(best, (time.process_time() - started) / calls)
    return best * 1e6


with torch.no_grad():
    times = {name: microseconds(call) for name, call in operators.items()}
times["step"] = microseconds(step)
print(json.dumps(times))
