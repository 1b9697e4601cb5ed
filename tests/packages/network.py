"""The tiny package's Transformer, in plain torch.

Owns the arithmetic: weights, encoder, decoder, greedy decoding. The weights carry
the names of CTranslate2's model file ("encoder/layer_0/ffn/linear_0/weight"), so
that `tests.packages.argos_folder` writes them out as they are. Training is
`tests.packages.train_tiny`'s job. Only training needs torch: it is imported when a
`Network` is made, and never by a test.

The shape is the one of Argos packages (Vaswani et al. 2017 with the norms in front,
as in OpenNMT-py): sinusoidal positions, ReLU, one embedding for source, target and
output.
"""

from __future__ import annotations

import math
from typing import Any

from tests.packages.shape import Shape, weight_sizes


class Network:
    """A Transformer encoder-decoder over batches of padded piece numbers.

    Tensors have the shapes [batch, length] for piece numbers, [batch, length, width]
    for states, and [batch, target length, source length] for attention.
    """

    def __init__(self, shape: Shape, seed: int, padding: int) -> None:
        import torch

        self._torch = torch
        self.shape = shape
        self.padding = padding
        self.dropout = 0.0
        generator = torch.Generator().manual_seed(seed)
        self.weights: dict[str, Any] = {}
        for name, size in weight_sizes(shape).items():
            self.weights[name] = self._first_value(name, size, generator)

    def _first_value(self, name: str, size: tuple[int, ...], generator: Any) -> Any:
        torch = self._torch
        if name.endswith("gamma"):
            value = torch.ones(size)
        elif name.endswith(("beta", "bias")):
            value = torch.zeros(size)
        elif "embeddings" in name:
            value = torch.randn(size, generator=generator) * size[1] ** -0.5
        else:
            # Glorot, counted per matrix where queries, keys and values are stacked.
            fan_out = min(size[0], self.shape.inner) if "ffn" in name else size[1]
            bound = math.sqrt(6 / (size[1] + fan_out))
            value = (torch.rand(size, generator=generator) * 2 - 1) * bound
        return value.requires_grad_()

    def arrays(self) -> dict[str, Any]:
        """Return the weights as arrays of numpy."""
        return {name: value.detach().numpy() for name, value in self.weights.items()}

    def encode(self, source: Any) -> Any:
        """Return the encoder's states of a batch of padded sources."""
        mask = (source == self.padding)[:, None, None, :]
        states = self._embed(source)
        for i in range(self.shape.encoder_layers):
            layer = f"encoder/layer_{i}"
            scope = f"{layer}/self_attention"
            normed = self._norm(states, scope)
            attended, _ = self._attend(scope, normed, normed, mask, fused=True)
            states = states + self._drop(attended)
            states = states + self._drop(self._feed_forward(f"{layer}/ffn", states))
        return self._norm(states, "encoder")

    def decode(self, memory: Any, source: Any, target: Any) -> tuple[Any, Any]:
        """Return logits, and the log attention of the last layer's first head."""
        torch = self._torch
        length = target.shape[1]
        future = torch.ones(length, length, dtype=torch.bool).triu(1)
        source_mask = (source == self.padding)[:, None, None, :]
        states = self._embed(target)
        attention = None
        for i in range(self.shape.decoder_layers):
            layer = f"decoder/layer_{i}"
            scope = f"{layer}/self_attention"
            normed = self._norm(states, scope)
            attended, _ = self._attend(scope, normed, normed, future, fused=True)
            states = states + self._drop(attended)
            scope = f"{layer}/attention"
            normed = self._norm(states, scope)
            attended, attention = self._attend(
                scope, normed, memory, source_mask, fused=False
            )
            states = states + self._drop(attended)
            states = states + self._drop(self._feed_forward(f"{layer}/ffn", states))
        states = self._norm(states, "decoder")
        logits = states @ self.weights["decoder/embeddings/weight"].T
        return logits + self.weights["decoder/projection/bias"], attention

    def translate(self, source: Any, start: int, end: int, limit: int) -> Any:
        """Return the greedy translations of a batch, ended by `end` or `limit`."""
        torch = self._torch
        with torch.no_grad():
            memory = self.encode(source)
            target = torch.full((len(source), 1), start)
            done = torch.zeros(len(source), dtype=torch.bool)
            for _ in range(limit):
                logits, _ = self.decode(memory, source, target)
                best = logits[:, -1].argmax(-1).masked_fill(done, end)
                target = torch.cat([target, best[:, None]], dim=1)
                done |= best == end
                if bool(done.all()):
                    break
        return target[:, 1:]

    def _embed(self, pieces: Any) -> Any:
        from torch.nn.functional import embedding

        states = embedding(pieces, self.weights["decoder/embeddings/weight"])
        states = states * math.sqrt(self.shape.width)
        return self._drop(states + self._positions(pieces.shape[1]))

    def _positions(self, length: int) -> Any:
        """Return the sinusoids that CTranslate2 adds when a model brings none."""
        torch = self._torch
        half = self.shape.width // 2
        scales = torch.exp(torch.arange(half) * (-math.log(10_000) / (half - 1)))
        angles = torch.arange(1, length + 1)[:, None] * scales
        return torch.cat([angles.sin(), angles.cos()], dim=1)

    def _attend(
        self, scope: str, queries: Any, memory: Any, mask: Any, *, fused: bool
    ) -> tuple[Any, Any]:
        """Return what the heads gather, and the first head's log attention."""
        if fused:
            q, k, v = self._linear(f"{scope}/linear_0", queries).chunk(3, dim=-1)
        else:
            q = self._linear(f"{scope}/linear_0", queries)
            k, v = self._linear(f"{scope}/linear_1", memory).chunk(2, dim=-1)
        q, k, v = (self._split_heads(part) for part in (q, k, v))
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        log_attention = scores.masked_fill(mask, -1e9).log_softmax(-1)
        gathered = (log_attention.exp() @ v).transpose(1, 2).flatten(2)
        last = f"{scope}/linear_{1 if fused else 2}"
        return self._linear(last, gathered), log_attention[:, 0]

    def _split_heads(self, states: Any) -> Any:
        return states.unflatten(-1, (self.shape.heads, -1)).transpose(1, 2)

    def _feed_forward(self, scope: str, states: Any) -> Any:
        hidden = self._linear(f"{scope}/linear_0", self._norm(states, scope)).relu()
        return self._linear(f"{scope}/linear_1", hidden)

    def _linear(self, scope: str, states: Any) -> Any:
        from torch.nn.functional import linear

        weights = self.weights
        return linear(states, weights[f"{scope}/weight"], weights[f"{scope}/bias"])

    def _norm(self, states: Any, scope: str) -> Any:
        from torch.nn.functional import layer_norm

        gamma = self.weights[f"{scope}/layer_norm/gamma"]
        beta = self.weights[f"{scope}/layer_norm/beta"]
        return layer_norm(states, (self.shape.width,), gamma, beta)

    def _drop(self, states: Any) -> Any:
        from torch.nn.functional import dropout

        return dropout(states, self.dropout) if self.dropout else states
