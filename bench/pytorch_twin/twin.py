"""The same model as the trainer's, written as one writes it in PyTorch: what `./judges bench model` and `generate` compare with.

Reads job.json and weights.safetensors in the folder named by its argument and prints one JSON object.
"""

import json
import struct
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

DTYPES = {"F32": torch.float32, "I64": torch.int64}


def read_safetensors(path):
    data = open(path, "rb").read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            raw = bytearray(data[8 + length + begin : 8 + length + end])
            tensors[name] = torch.frombuffer(raw, dtype=DTYPES[entry["dtype"]]).reshape(entry["shape"])
    return tensors


class RMSNorm(nn.Module):
    def __init__(self, size, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.eps = eps

    def forward(self, x):
        return self.weight * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps))


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads, self.kv_heads, self.size = c["heads"], c["kvHeads"], c["headSize"]
        self.q_proj = nn.Linear(c["hidden"], self.heads * self.size, bias=False)
        self.k_proj = nn.Linear(c["hidden"], self.kv_heads * self.size, bias=False)
        self.v_proj = nn.Linear(c["hidden"], self.kv_heads * self.size, bias=False)
        self.o_proj = nn.Linear(self.heads * self.size, c["hidden"], bias=False)
        self.q_norm = RMSNorm(self.size, c["eps"])
        self.k_norm = RMSNorm(self.size, c["eps"])

    def forward(self, x, cos, sin, mask, cache):
        b, t, _ = x.shape
        q = self.q_norm(self.q_proj(x).view(b, t, self.heads, self.size)).transpose(1, 2)
        k = self.k_norm(self.k_proj(x).view(b, t, self.kv_heads, self.size)).transpose(1, 2)
        v = self.v_proj(x).view(b, t, self.kv_heads, self.size).transpose(1, 2)
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        if cache is not None:
            k, v = torch.cat([cache[0], k], 2), torch.cat([cache[1], v], 2)
        cache = (k, v)
        k, v = k.repeat_interleave(self.heads // self.kv_heads, 1), v.repeat_interleave(self.heads // self.kv_heads, 1)
        scores = q @ k.transpose(2, 3) / self.size**0.5
        if mask is not None:
            scores = scores + mask
        return self.o_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, -1)), cache


def rotate(x, cos, sin):
    a, b = x.chunk(2, -1)
    return x * cos + torch.cat([-b, a], -1) * sin


class Expert(nn.Module):
    def __init__(self, hidden, width):
        super().__init__()
        self.gate_proj = nn.Linear(hidden, width, bias=False)
        self.up_proj = nn.Linear(hidden, width, bias=False)
        self.down_proj = nn.Linear(width, hidden, bias=False)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class MixtureOfExperts(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.per_token = c["expertsPerToken"]
        self.gate = nn.Linear(c["hidden"], c["experts"], bias=False)
        self.experts = nn.ModuleList(Expert(c["hidden"], c["expertWidth"]) for _ in range(c["experts"]))

    def forward(self, x):
        flat = x.view(-1, x.shape[-1])
        weights, chosen = self.gate(flat).softmax(-1).topk(self.per_token, -1)
        weights = weights / weights.sum(-1, keepdim=True)
        out = torch.zeros_like(flat)
        for number, expert in enumerate(self.experts):
            token, place = torch.where(chosen == number)
            if token.numel() > 0:
                out.index_add_(0, token, expert(flat[token]) * weights[token, place, None])
        return out.view_as(x)


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.input_layernorm = RMSNorm(c["hidden"], c["eps"])
        self.self_attn = Attention(c)
        self.post_attention_layernorm = RMSNorm(c["hidden"], c["eps"])
        self.mlp = MixtureOfExperts(c)

    def forward(self, x, cos, sin, mask, cache):
        attended, cache = self.self_attn(self.input_layernorm(x), cos, sin, mask, cache)
        x = x + attended
        return x + self.mlp(self.post_attention_layernorm(x)), cache


class Decoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.embed_tokens = nn.Embedding(c["vocabulary"], c["hidden"])
        self.layers = nn.ModuleList(Layer(c) for _ in range(c["layers"]))
        self.norm = RMSNorm(c["hidden"], c["eps"])
        self.lm_head = nn.Linear(c["hidden"], c["vocabulary"], bias=False)
        half = torch.arange(0, c["headSize"], 2) / c["headSize"]
        angles = torch.outer(torch.arange(c["positions"]).float(), c["theta"] ** -half)
        self.register_buffer("cos", torch.cat([angles, angles], -1).cos(), persistent=False)
        self.register_buffer("sin", torch.cat([angles, angles], -1).sin(), persistent=False)

    def forward(self, tokens, caches=None, last_only=False):
        t = tokens.shape[1]
        past = 0 if caches is None else caches[0][0].shape[2]
        cos, sin = self.cos[past : past + t], self.sin[past : past + t]
        mask = None if t == 1 else torch.full((t, past + t), float("-inf")).triu(past + 1)
        x, kept = self.embed_tokens(tokens), []
        for i, layer in enumerate(self.layers):
            x, cache = layer(x, cos, sin, mask, None if caches is None else caches[i])
            kept.append(cache)
        return self.lm_head(self.norm(x[:, -1:] if last_only else x)), kept


def load(c, tensors):
    model, state = Decoder(c), {}
    for name, tensor in tensors.items():
        name = name.removeprefix("model.")
        if name.endswith("experts.gate_up_proj"):
            stem = name.removesuffix("gate_up_proj")
            for i, both in enumerate(tensor.unbind()):
                state[f"{stem}{i}.gate_proj.weight"], state[f"{stem}{i}.up_proj.weight"] = both.chunk(2)
        elif name.endswith("experts.down_proj"):
            for i, down in enumerate(tensor.unbind()):
                state[f"{name.removesuffix('down_proj')}{i}.down_proj.weight"] = down
        else:
            state[name] = tensor
    model.load_state_dict(state)
    return model


def train(model, job):
    """Steps of the policy loss on the job's rollouts: clipped ratio, mean over the completions' tokens."""
    prompt, rows = job["promptTokens"], torch.tensor(job["rows"])
    old, advantages = torch.tensor(job["logprobs"]), torch.tensor(job["advantages"]).unsqueeze(-1)
    matrices = [p for p in model.parameters() if p.dim() > 1]
    vectors = [p for p in model.parameters() if p.dim() == 1]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0}]
    optimizer = torch.optim.AdamW(groups, lr=job["learningRate"], betas=(0.9, 0.95), eps=1e-8)
    losses, norms, seconds = [], [], []
    for _ in range(job["steps"]):
        started = time.process_time()
        optimizer.zero_grad(set_to_none=True)
        logits, _ = model(rows[:, :-1])
        logprobs = logits[:, prompt - 1 :].log_softmax(-1).gather(2, rows[:, prompt:, None]).squeeze(-1)
        ratio = (logprobs - old).exp()
        loss = -torch.minimum(ratio * advantages, ratio.clamp(0.8, 1.2) * advantages).mean()
        loss.backward()
        norms.append(nn.utils.clip_grad_norm_(model.parameters(), 1.0).item())
        optimizer.step()
        losses.append(loss.item())
        seconds.append(time.process_time() - started)
    return {"losses": losses, "norms": norms, "seconds": min(seconds)}


@torch.no_grad()
def generate(model, job):
    """A plain loop over a key/value cache: every row of every group from its prompt on, until the last has ended."""
    prompts = torch.tensor(job["prompts"]).repeat_interleave(job["groupSize"], 0)
    rounds = []
    for _ in range(job["rounds"]):
        started = time.process_time()
        finished = torch.zeros(len(prompts), dtype=torch.bool)
        logits, caches = model(prompts, last_only=True)
        tokens = 0
        for step in range(job["maxTokens"]):
            probabilities = logits[:, -1].softmax(-1)
            next_tokens = torch.multinomial(probabilities, 1)
            tokens += int((~finished).sum())
            finished |= next_tokens[:, 0] < job["stopTokens"]
            if finished.all() or step == job["maxTokens"] - 1:
                break
            logits, caches = model(next_tokens, caches)
        rounds.append(tokens / (time.process_time() - started))
    return {"tokensPerSecond": max(rounds), "greedy": greedy(model, job)}


def greedy(model, job):
    tokens, caches, answers = torch.tensor(job["prompts"]), None, []
    for _ in range(job["greedyTokens"]):
        logits, caches = model(tokens, caches, last_only=True)
        tokens = logits[:, -1].argmax(-1, keepdim=True)
        answers.append(tokens)
    return torch.cat(answers, 1).tolist()


def main(folder):
    job = json.load(open(f"{folder}/job.json"))
    torch.manual_seed(0)
    torch.set_num_threads(1)
    model = load(job["model"], read_safetensors(f"{folder}/weights.safetensors"))
    print(json.dumps({"train": train, "generate": generate}[job["kind"]](model, job)))


main(sys.argv[1])
