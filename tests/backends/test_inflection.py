from __future__ import annotations

import subprocess
import sys

import pytest

from reader.backends.inflection import EnglishInflector

INFLECTOR = EnglishInflector()


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("chip", "chips"),
        ("supply chain", "supply chains"),
        ("company", "companies"),
        ("analysis", "analyses"),
        ("index", "indexes"),
        ("matrix", "matrices"),
        ("axis", "axes"),
        ("woman", "women"),
        ("child", "children"),
        ("start-up", "start-ups"),
        ("center of excellence", "centers of excellence"),
        ("GPU", "GPUs"),
        ("LLM", "LLMs"),
        ("AI model", "AI models"),
        ("H100", "H100s"),
        ("tariff", "tariffs"),
        ("foundry", "foundries"),
        ("data center", "data centers"),
        ("dataset", "datasets"),
        ("iPhone", "iPhones"),
        ("Chip", "Chips"),
        # No plural.
        ("AI", "AI"),
        ("data", "data"),
        ("training data", "training data"),
        ("computing power", "computing power"),
        ("software", "software"),
        ("machine learning", "machine learning"),
        ("series", "series"),
        # In the plural already.
        ("export controls", "export controls"),
        ("semiconductors", "semiconductors"),
    ],
)
def test_a_noun_has_its_plural(noun: str, plural: str) -> None:
    assert INFLECTOR.plural(noun) == plural


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("launch", ("launches", "launched", "launched", "launching")),
        ("build", ("builds", "built", "built", "building")),
        ("write", ("writes", "wrote", "written", "writing")),
        ("ban", ("bans", "banned", "banned", "banning")),
        ("supply", ("supplies", "supplied", "supplied", "supplying")),
        ("fine-tune", ("fine-tunes", "fine-tuned", "fine-tuned", "fine-tuning")),
        ("roll out", ("rolls out", "rolled out", "rolled out", "rolling out")),
        ("pretrain", ("pretrains", "pretrained", "pretrained", "pretraining")),
        ("take over", ("takes over", "took over", "taken over", "taking over")),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: tuple[str, str, str, str]) -> None:
    assert INFLECTOR.verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("phrase", "article"),
    [
        ("chip", "a"),
        ("AI model", "an"),
        ("hour", "an"),
        ("honest firm", "an"),
        ("home", "a"),
        ("European firm", "a"),
        ("EU rule", "an"),
        ("US firm", "a"),
        ("UN body", "a"),
        ("unit", "a"),
        ("university", "a"),
        ("unimportant step", "an"),
        ("user", "a"),
        ("usher", "an"),
        ("utility", "a"),
        ("update", "an"),
        ("Ukrainian firm", "a"),
        ("one-off", "a"),
        ("LLM", "an"),
        ("LLMs", "an"),
        ("GPU", "a"),
        ("H100", "an"),
        ("RTX 4090", "an"),
        ("SSD", "an"),
        ("NATO state", "a"),
        ("RAM chip", "a"),
        ("NVIDIA chip", "an"),
        ("Nvidia chip", "an"),
        ("OpenAI model", "an"),
        ("xAI model", "an"),
        ("x86 chip", "an"),
        ("X-ray", "an"),
        ("U-turn", "a"),
        ("8-bit chip", "an"),
        ("80-core chip", "an"),
        ("11-year plan", "an"),
        ("18 percent cut", "an"),
        ("110-page file", "a"),
        ("100-page file", "a"),
        ("'open' model", "an"),
    ],
)
def test_the_sound_decides_on_the_article(phrase: str, article: str) -> None:
    assert INFLECTOR.article(phrase) == article


@pytest.mark.parametrize(
    ("word", "some", "none"),
    [
        ("introduced", {"VBD", "VBN"}, {"NN", "VBG"}),
        ("Chips", {"NNS", "VBZ"}, {"NN"}),
        ("wrote", {"VBD"}, {"VBN"}),
        ("written", {"VBN"}, {"VBD"}),
        ("capacity", {"NN"}, {"NNS", "VB"}),
        ("Zwiesprache", set(), {"NN"}),
    ],
)
def test_a_word_has_its_readings(word: str, some: set[str], none: set[str]) -> None:
    readings = INFLECTOR.readings(word)
    assert some <= readings
    assert not none & readings


def test_the_library_waits_for_the_first_question() -> None:
    script = (
        "import sys\n"
        "from reader.backends.inflection import EnglishInflector\n"
        "EnglishInflector().article('AI model')\n"
        "assert not {'lemminflect', 'numpy'} & set(sys.modules)\n"
        "assert EnglishInflector().plural('chip') == 'chips'\n"
        "assert 'lemminflect' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
