"""The numbers and names of a Transformer's weights, as CTranslate2 stores them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers that fix a network's weights."""

    pieces: int
    """Entries of the vocabulary that both languages share."""
    width: int
    heads: int
    inner: int
    """Width of the hidden layer of each feed-forward block."""
    encoder_layers: int
    decoder_layers: int


def weight_sizes(shape: Shape) -> dict[str, tuple[int, ...]]:
    """Return the size of every weight by its CTranslate2 name.

    The encoder's embedding and the output projection are not in it: they are the
    decoder's embedding.

    >>> tiny = Shape(100, 8, 2, 16, encoder_layers=1, decoder_layers=1)
    >>> weight_sizes(tiny)["decoder/layer_0/attention/linear_1/weight"]
    (16, 8)
    """
    width = shape.width
    sizes: dict[str, tuple[int, ...]] = {
        "decoder/embeddings/weight": (shape.pieces, width),
        "decoder/projection/bias": (shape.pieces,),
    }

    def add_linear(scope: str, outputs: int, inputs: int) -> None:
        sizes[f"{scope}/weight"] = (outputs, inputs)
        sizes[f"{scope}/bias"] = (outputs,)

    def add_norm(scope: str) -> None:
        sizes[f"{scope}/layer_norm/gamma"] = (width,)
        sizes[f"{scope}/layer_norm/beta"] = (width,)

    for side, layers in (
        ("encoder", shape.encoder_layers),
        ("decoder", shape.decoder_layers),
    ):
        add_norm(side)
        for i in range(layers):
            layer = f"{side}/layer_{i}"
            add_norm(f"{layer}/self_attention")
            add_linear(f"{layer}/self_attention/linear_0", 3 * width, width)
            add_linear(f"{layer}/self_attention/linear_1", width, width)
            if side == "decoder":
                add_norm(f"{layer}/attention")
                add_linear(f"{layer}/attention/linear_0", width, width)
                add_linear(f"{layer}/attention/linear_1", 2 * width, width)
                add_linear(f"{layer}/attention/linear_2", width, width)
            add_norm(f"{layer}/ffn")
            add_linear(f"{layer}/ffn/linear_0", shape.inner, width)
            add_linear(f"{layer}/ffn/linear_1", width, shape.inner)
    return sizes
