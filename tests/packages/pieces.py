"""The tiny package's pieces: the sentencepiece model and where each piece stands."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from tests.packages.linked import LinkedPair, Span

UNKNOWN, START, END, PADDING = 0, 1, 2, 3
_BLANK = "▁"


def train_pieces(texts: Iterable[str], size: int) -> bytes:
    """Return a sentencepiece model of `size` pieces, as the bytes of its file.

    It has fewer where the texts do not give so many.

    Digits are pieces of their own, so that numbers can be copied, and a character
    that was never seen is spelled in bytes.
    """
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        vocab_size=size,
        hard_vocab_limit=False,
        model_type="unigram",
        # Offsets stay true: what the engine gets has been composed (NFC) before.
        normalization_rule_name="identity",
        byte_fallback=True,
        split_digits=True,
        character_coverage=0.9998,
        unk_id=UNKNOWN,
        bos_id=START,
        eos_id=END,
        pad_id=PADDING,
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def piece_spans(text: str, pieces: Sequence[str]) -> list[Span]:
    """Return where each piece stands in `text`, blanks in front left out.

    The bytes of one character all stand where the character does.

    >>> piece_spans("Łódź 5", ["▁", "<0xC5>", "<0x81>", "ó", "dź", "▁", "5"])
    [(0, 0), (0, 1), (0, 1), (1, 2), (2, 4), (5, 5), (5, 6)]
    """
    spans: list[Span] = []
    place, waiting = 0, 0
    for piece in pieces:
        if piece.startswith("<0x") and len(piece) == 6:
            spans.append((place, place + 1))
            waiting = waiting or len(text[place].encode())
            waiting -= 1
            place += not waiting
            continue
        if piece.startswith(_BLANK) and text[place : place + 1].isspace():
            place += 1
        length = len(piece.removeprefix(_BLANK))
        spans.append((place, place + length))
        place += length
    return spans


def piece_links(
    pair: LinkedPair, source: Sequence[str], target: Sequence[str]
) -> list[list[int]]:
    """Return for each target piece the source pieces that it is linked to."""
    source_spans = piece_spans(pair.source, source)
    found: list[list[int]] = []
    for span in piece_spans(pair.target, target):
        linked = [there for there, here in pair.links if _overlap(here, span)]
        found.append(
            [
                number
                for number, stretch in enumerate(source_spans)
                if any(_overlap(stretch, there) for there in linked)
            ]
        )
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
