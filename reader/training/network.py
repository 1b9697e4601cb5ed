"""The network in torch: Gemma 3's layers, fixed, with the adapter's matrices to learn.

Owns the arithmetic of training; `reader.backends.gemma.network` owns the same layers
for CTranslate2, and both read the same file and the same adapter. Only the adapter's
matrices have gradients, and the loss is counted on the English alone, so that a step
costs little more than passing forward and backward through fixed matrices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.backends.gemma.adapter import Adapter
from reader.backends.gemma.container import Floats
from reader.backends.gemma.network import (
    GLOBAL_EVERY,
    GLOBAL_ROTARY_BASE,
    LOCAL_ROTARY_BASE,
    MATRICES,
    NORM_EPSILON,
)

ReadTensor = Callable[[str], Floats]
"""Gives a tensor of the base by its name in the GGUF file."""

# Torch is not there where types are checked, so that its classes are `Any`: [misc].
_HEAD_CHUNK = 256
"""English pieces whose logits are held at once; each takes 277 KB."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the shapes of the base's tensors do not say."""

    layers: int
    heads: int
    head_size: int


class LowRank(nn.Module):  # type: ignore[misc]
    """A fixed matrix and the low-rank change of it that is learned (Hu et al. 2021)."""

    weight: Tensor

    def __init__(self, weight: Floats, rank: int, scale: float) -> None:
        """Start with no change: A is random, B is zero."""
        super().__init__()
        rows, columns = weight.shape
        self.register_buffer("weight", torch.from_numpy(weight), persistent=False)
        self.A = nn.Parameter(torch.randn(rank, columns) / columns**0.5)
        self.B = nn.Parameter(torch.zeros(rows, rank))
        self._scale = scale

    def forward(self, states: Tensor) -> Tensor:
        """Return what the changed matrix makes of the rows of `states`."""
        low = functional.linear(states, self.A)
        fixed = functional.linear(states, self.weight)
        # One operation, which writes the largest arrays there are only once more.
        return torch.addmm(fixed, low, self.B.to(low.dtype).T, alpha=self._scale)


class Norm(nn.Module):  # type: ignore[misc]
    """A fixed root-mean-square norm; the GGUF stores 1 + weight."""

    weight: Tensor

    def __init__(self, weight: Floats) -> None:
        super().__init__()
        self.register_buffer("weight", torch.from_numpy(weight), persistent=False)

    def forward(self, states: Tensor) -> Tensor:
        """Return `states` normalized along their last axis."""
        return functional.rms_norm(
            states, self.weight.shape, self.weight, NORM_EPSILON
        ).to(states.dtype)


class Layer(nn.Module):  # type: ignore[misc]
    """One layer of the network, over texts of one length."""

    def __init__(self, number: int, read: ReadTensor, shape: Shape, change: _Change):
        super().__init__()
        self._shape = shape
        for name, stored in MATRICES.items():
            matrix = LowRank(read(f"blk.{number}.{stored}.weight"), *change)
            self.add_module(name, matrix)
        for stored in _NORMS:
            self.add_module(stored, Norm(read(f"blk.{number}.{stored}.weight")))
        is_global = (number + 1) % GLOBAL_EVERY == 0
        self.rotary_base = GLOBAL_ROTARY_BASE if is_global else LOCAL_ROTARY_BASE

    def forward(self, states: Tensor, texts: int, turns: dict[float, Turn]) -> Tensor:
        """Return the states behind this layer, the rows of `texts` texts."""
        part: Any = self
        heard = self._attend(part.attn_norm(states), texts, turns[self.rotary_base])
        states = states + part.post_attention_norm(heard)
        normed = part.ffn_norm(states)
        gate = functional.gelu(part.gate_proj(normed), approximate="tanh")
        thought = part.down_proj(gate * part.up_proj(normed))
        return states + part.post_ffw_norm(thought)

    def _attend(self, states: Tensor, texts: int, turn: Turn) -> Tensor:
        part: Any = self
        heads, size = self._shape.heads, self._shape.head_size

        def split(rows: Tensor, count: int) -> Tensor:
            return rows.view(texts, -1, count, size).transpose(1, 2)

        query = _turn(part.attn_q_norm(split(part.q_proj(states), heads)), turn)
        key = _turn(part.attn_k_norm(split(part.k_proj(states), 1)), turn)
        value = split(part.v_proj(states), 1)
        # Texts end in padding, which nothing before it can see: causal is enough. No
        # text of training is longer than the local layers' window.
        heard = functional.scaled_dot_product_attention(
            query,
            key.expand(-1, heads, -1, -1),
            value.expand(-1, heads, -1, -1),
            is_causal=True,
        )
        return part.o_proj(heard.transpose(1, 2).reshape(-1, heads * size))


_Change = tuple[int, float]
"""Rank and scale of the matrices that are learned."""
Turn = tuple[Tensor, Tensor]
"""Cosines and sines of each position's angles (Su et al. 2021)."""
_NORMS = (
    "attn_norm",
    "attn_q_norm",
    "attn_k_norm",
    "post_attention_norm",
    "ffn_norm",
    "post_ffw_norm",
)


class Network(nn.Module):  # type: ignore[misc]
    """The whole network; its parameters are the adapter's matrices, under its names."""

    embeddings: Tensor

    def __init__(self, read: ReadTensor, shape: Shape, rank: int, scale: float) -> None:
        """Take the base's tensors by `read`, the embeddings only of kept pieces."""
        super().__init__()
        self._shape = shape
        embeddings = torch.from_numpy(read("token_embd.weight"))
        self.register_buffer("embeddings", embeddings, persistent=False)
        self.layers = nn.ModuleList(
            Layer(number, read, shape, (rank, scale)) for number in range(shape.layers)
        )
        self.output_norm = Norm(read("output_norm.weight"))

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the last states of `pieces` (texts x length), row by row."""
        texts, length = pieces.shape
        states = self.embeddings[pieces.flatten()] * self.embeddings.shape[1] ** 0.5
        turns = {
            base: _make_turn(length, self._shape.head_size, base, states)
            for base in {layer.rotary_base for layer in self.layers}
        }
        for layer in self.layers:
            states = layer(states, texts, turns)
        return self.output_norm(states)

    def loss(self, pieces: Tensor, places: Tensor, smoothing: float) -> Tensor:
        """Return the summed loss of the pieces that follow those at `places`.

        `places` are numbers of pieces, row by row. The loss is cross-entropy with
        label smoothing.
        """
        states = self(pieces).index_select(0, places)
        wanted = pieces.flatten().index_select(0, places + 1)
        total: Tensor = SummedLoss.apply(states, self.embeddings, wanted, smoothing)
        return total


class SummedLoss(torch.autograd.Function):  # type: ignore[misc]
    """Cross-entropy over all pieces; the logits are never held all at once."""

    @staticmethod
    def forward(
        context: Any,
        states: Tensor,
        embeddings: Tensor,
        wanted: Tensor,
        smoothing: float,
    ) -> Tensor:
        """Return the sum, and keep its gradient in the states for `backward`."""
        total = torch.zeros((), device=states.device)
        mean = embeddings.float().mean(0)
        gradients = []
        for chunk, right in zip(
            states.split(_HEAD_CHUNK), wanted.split(_HEAD_CHUNK), strict=True
        ):
            # Pieces x places: nearly twice as fast as the other way round.
            logits = (embeddings @ chunk.T.to(embeddings.dtype)).float()
            at_right = logits.gather(0, right[None])[0]
            top = logits.amax(0)
            sums = logits.sub_(top).exp_().sum(0)
            even = chunk.float() @ mean
            loss = top + sums.log() - (1 - smoothing) * at_right - smoothing * even
            total += loss.sum()
            likely = logits.T.to(embeddings.dtype) @ embeddings
            gradients.append(
                likely / sums[:, None]
                - (1 - smoothing) * embeddings[right]
                - smoothing * mean
            )
        context.save_for_backward(torch.cat(gradients).to(states.dtype))
        return total

    @staticmethod
    def backward(context: Any, slope: Tensor) -> tuple[Tensor | None, ...]:
        """Return the gradient in the states; nothing else is learned here."""
        (gradient,) = context.saved_tensors
        return gradient * slope.to(gradient.dtype), None, None, None


def load_network(
    read: ReadTensor, adapter: Adapter, shape: Shape, rank: int
) -> Network:
    """Return the network of the base's tensors, beginning with what `adapter` has.

    With a larger `rank` the adapter's matrices are the first rows, and what is added
    to them changes nothing before it has learned.
    """
    network = Network(read, shape, rank, adapter.scale)
    read_matrices(network, adapter.matrices)
    return network


def read_matrices(network: Network, matrices: Mapping[str, Any]) -> None:
    """Set the network's matrices, as many rows of their rank as `matrices` has."""
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            stored = torch.from_numpy(np.asarray(matrices[name], dtype=np.float32))
            rows, columns = stored.shape
            parameter[:rows, :columns] = stored


def _make_turn(length: int, size: int, base: float, like: Tensor) -> Turn:
    exponents = torch.arange(0, size, 2, device=like.device).float() / size
    angles = (
        torch.arange(length, device=like.device).float()[:, None] * base**-exponents
    )
    both = torch.cat([angles, angles], dim=-1)
    return both.cos().to(like.dtype), both.sin().to(like.dtype)


def _turn(states: Tensor, turn: Turn) -> Tensor:
    """Return `states` turned by their positions, first half against second."""
    first, second = states.chunk(2, dim=-1)
    return states * turn[0] + torch.cat([-second, first], dim=-1) * turn[1]
