"""The tokenizer: text to the pieces that the engine keeps, and back.

Owns rebuilding the base model's tokenizer from its GGUF file, and what happens to a
piece that the engine does not keep: it is cut into the longest kept pieces, and only
a character that no kept piece has is spelled in bytes. Spelling whole pieces in bytes
destroys names ("Dalhousie").
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from reader.backends.gemma.container import GgufFile
from reader.errors import PackageError

T = TypeVar("T")

TOKENIZER_FILE = "tokenizer.model"
VOCABULARY_FILE = "vocabulary.json"
# The kinds of pieces have the same numbers in GGUF and in sentencepiece.
_UNKNOWN, _USER_DEFINED = 2, 4
# sentencepiece's names of the special pieces -> the GGUF's.
_SPECIAL = {"unk": "unknown", "bos": "bos", "eos": "eos", "pad": "padding"}


def read_pieces(base: GgufFile) -> list[str]:
    """Return all pieces of the base model, in the spelling of sentencepiece."""
    pieces = _list(base, "tokens", str)
    kinds = _list(base, "token_type", int)
    # llama.cpp writes user-defined pieces (runs of blanks) as they stand in a text.
    return [
        piece.replace(" ", "▁") if kind == _USER_DEFINED else piece
        for piece, kind in zip(pieces, kinds, strict=True)
    ]


def build_model(base: GgufFile) -> bytes:
    """Return the base's tokenizer as a sentencepiece model file."""
    # Its classes are made at run time, out of a type checker's sight.
    protocol: Any = import_module("sentencepiece.sentencepiece_model_pb2")
    model = protocol.ModelProto()
    pieces = read_pieces(base)
    scores, kinds = _list(base, "scores", float), _list(base, "token_type", int)
    trainer = model.trainer_spec
    trainer.model_type = protocol.TrainerSpec.BPE
    trainer.vocab_size = len(pieces)
    trainer.byte_fallback = True
    for name, key in _SPECIAL.items():
        number = base.fields[f"tokenizer.ggml.{key}_token_id"]
        assert isinstance(number, int)
        setattr(trainer, f"{name}_id", number)
        setattr(trainer, f"{name}_piece", pieces[number])
    # llama.cpp calls the unknown piece a control piece.
    kinds[trainer.unk_id] = _UNKNOWN
    for piece, score, kind in zip(pieces, scores, kinds, strict=True):
        model.pieces.add(piece=piece, score=score, type=kind)
    normalizer = model.normalizer_spec
    normalizer.name = "identity"
    normalizer.add_dummy_prefix = False
    normalizer.remove_extra_whitespaces = False
    normalizer.escape_whitespaces = True
    return bytes(model.SerializeToString())


class Tokenizer:
    """Text to kept pieces and back."""

    def __init__(self, model: bytes, kept: Iterable[str]) -> None:
        """Load the sentencepiece `model`; only `kept` pieces will be used."""
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        self._kept = frozenset(kept)
        processor = self._processor
        # What may stand for a stretch of text: no control pieces, no byte pieces.
        self._spelling = {
            piece
            for piece in self._kept
            if (number := processor.piece_to_id(piece)) != processor.unk_id()
            and not processor.is_control(number)
            and not processor.is_byte(number)
        }
        self._longest = max(map(len, self._spelling), default=0)
        self._cuts: dict[str, list[str]] = {}

    @classmethod
    def load(cls, engine_dir: Path) -> Tokenizer:
        """Return the tokenizer of a prepared engine.

        Raises:
            PackageError: a file is missing or damaged.
        """
        try:
            model = (engine_dir / TOKENIZER_FILE).read_bytes()
            kept = json.loads((engine_dir / VOCABULARY_FILE).read_bytes())
            return cls(model, kept)
        except (OSError, ValueError, RuntimeError) as error:
            raise PackageError(
                f"the tokenizer of the engine in {engine_dir} cannot be read: {error}",
                "prepare it again: reader models install builtin",
            ) from error

    def encode(self, text: str) -> list[str]:
        """Return the kept pieces that spell `text`."""
        pieces: list[str] = []
        for piece in self._processor.encode(text, out_type=str):
            if piece in self._kept:
                pieces.append(piece)
            else:
                pieces += self._cut(piece)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        """Return the text that `pieces` spell; the inverse of `encode`."""
        return str(self._processor.decode(list(pieces)))

    def _cut(self, piece: str) -> list[str]:
        """Return the kept pieces that spell a piece that is not kept."""
        known = self._cuts.get(piece)
        if known is None:
            known = self._cuts[piece] = cut_piece(piece, self._spelling, self._longest)
        return known


def cut_piece(piece: str, kept: set[str], longest: int) -> list[str]:
    """Cut `piece` into the longest `kept` pieces, from the left.

    A character that no kept piece has is spelled in the bytes of its UTF-8 form.

    >>> cut_piece("▁Dalhousie", {"▁Dal", "▁D", "hous", "ie", "i"}, 4)
    ['▁Dal', 'hous', 'ie']
    >>> cut_piece("iß", {"i"}, 1)
    ['i', '<0xC3>', '<0x9F>']
    """
    parts: list[str] = []
    start = 0
    while start < len(piece):
        for end in range(min(len(piece), start + longest), start, -1):
            if piece[start:end] in kept:
                parts.append(piece[start:end])
                start = end
                break
        else:
            parts += (f"<0x{byte:02X}>" for byte in piece[start].encode())
            start += 1
    return parts


def _list(base: GgufFile, key: str, kind: type[T]) -> list[T]:
    values = base.fields[f"tokenizer.ggml.{key}"]
    assert isinstance(values, list)
    assert isinstance(values[0], kind)
    return values
