"""Which strings are a form of an English term; braces mark where one stands."""

from __future__ import annotations

import pytest

from reader.backends.inflection import EnglishInflector
from reader.core.english.forms import EnglishForms
from reader.core.english.places import find_parted, find_whole
from reader.core.english.words import split_words
from reader.core.interfaces import Inflector
from tests.core.obeying.rows import term

INFLECTOR = EnglishInflector()


def mark_places(
    targets: str,
    pos: str,
    marked: str,
    source: str = "x",
    inflector: Inflector | None = INFLECTOR,
) -> str:
    """Return the sentence with braces around what is found in it."""
    text = marked.replace("{", "").replace("}", "")
    words = split_words(text)
    places = [
        place
        for form in EnglishForms(inflector).of_term(term(source, targets, pos))
        for place in find_whole(form, text, words) + find_parted(form, text, words)
    ]
    for place in sorted(places, key=lambda place: place.span, reverse=True):
        start, end = place.span
        text = f"{text[:start]}{{{text[start:end]}}}{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("targets", "sentence"),
    [
        # Plural and singular.
        ("chip", "The {chips}, a {chip}, the {chips}’ price."),
        ("company", "Three {companies} and one {company}."),
        ("companies", "Three {companies} and one {company}."),
        ("process", "Two {processes} and one {process}."),
        ("export controls", "The {export control} belongs to the {export controls}."),
        ("analysis", "The {analyses} and the {analysis}."),
        ("criterion", "The {criteria} and the {criterion}."),
        ("wolf", "The {wolves} and the {wolf}."),
        ("index", "The {indexes} and the {index}."),
        ("logistics", "{Logistics} is not logistic."),
        ("news", "The {news} is new."),
        ("data", "The {data} of a datum."),
        ("center of excellence", "Two {centers of excellence} in one place."),
        ("head of state", "The {heads of state} met a {head of state}."),
        ("means of transport", "One {means of transport}."),
        # Possessive.
        ("company", "The {company}'s plan and the {companies}' plans."),
        ("company", "The {company}’s plan and the {companies}’ plans."),
        ("Moore's law", "{Moore's law} is {Moore’s law}."),
        # Capitals.
        ("language model", "{Language model}, {Language Model}, {LANGUAGE MODELS}."),
        ("AI", "{AI} is not ai and not Ai."),
        ("US", "The {US} told us: the {US}."),
        ("IT", "It is {IT}, is it?"),
        ("GPU", "{GPUs}, a {GPU}, the {GPU}'s, THE {GPUS}."),
        ("iPhone", "An {iPhone} and two {iPhones}, no iphone."),
        ("Mittelstand", "The {Mittelstand} and THE {MITTELSTAND}."),
        # Hyphen and blank.
        ("supply chain", "A {supply-chain} law for the {supply chain}."),
        ("open-source model", "An {open source model} or {open-source-models}."),
        (
            "supply chain",
            "The {supply\u00a0chain}, the {supply\nchain}, {supply‑chain}.",
        ),
        ("supply chain", "The supply, chain and supply. Chain and supply/chain."),
        ("supply chain", "The supply – chain."),
        ("large language model", 'The so-called {large "language models}" fail.'),
        ("data center", "A datacenter."),
        # Never inside another word.
        ("chip", "It is chipped, a microchip, a chipmaker."),
        ("AI", "A CHAIR in OpenAI, {AI}-powered, non-{AI}, {AI}/ML, ({AI})."),
        ("cat", "Category, concatenate, {cat}-like."),
        ("GPT-3", "{GPT-3} is not GPT-3.5, but {GPT 3}."),
        ("5G", "{5G} is not 5GB, nor 1.5G."),
        ("3.5", "{3.5} is not 13.5, nor 3.55, nor 3."),
        # Other signs.
        ("R&D", "{R&D} is {R & D}, not R and D."),
        ("C++", "{C++} is not C and not C#."),
        (".NET", "{.NET} is not NET."),
        ("U.S.", "The {U.S.} is not the US."),
        ("US", "The {US}, the {U.S.}, {U.S.}-based, but not us nor USA."),
        ("AI", "{AI} and {A.I.}, said A. Ivanov."),
        ("24/7", "Open {24/7}, not 24 7."),
        # British and American.
        ("labor market", "The {labour market} and the {labor markets}."),
        ("optimization", "{Optimisation} and {optimizations}."),
        ("data centre", "{Data centers} and {data centres}."),
        ("defense", "{Defence} and {defense}."),
        ("modelling", "{Modeling} and {modelling}."),
        ("program", "A {programme} and two {programs}."),
        ("licence", "A {license} and {licences}."),
        ("analog", "{Analogue} and {analog}."),
        ("hour", "An {hour}, not a hor."),
        ("four", "{Four}, not for you."),
    ],
)
def test_forms_of_a_noun(targets: str, sentence: str) -> None:
    assert mark_places(targets, "noun", sentence) == sentence


@pytest.mark.parametrize(
    ("targets", "sentence"),
    [
        (
            "build",
            "They {built}, {build} and are {building}; he {builds} with a builder.",
        ),
        ("launch", "It {launched}, {Launching} it, {launches}. No launcher."),
        ("to launch", "They {launched} it."),
        ("ban", "They {banned} it; {banning} the band."),
        ("supply", "It {supplied} and {supplies}, {supplying} all suppliers."),
        ("write", "It {wrote} what was {written}."),
        ("panic", "They {panicked}."),
        ("die", "They are {dying} and {died}, no dye."),
        ("agree", "They {agreed}, {agreeing}."),
        ("fine-tune", "It was {fine-tuned}; {fine tuning} it."),
        ("optimize", "They {optimised} it; {optimizing}."),
        ("label", "They {labelled} it and {labeled} it."),
        ("be", "It {is} what it {was}; to {be}."),
        # Verbs with a particle, the object inside.
        ("roll out", "It {rolled out} in May."),
        ("roll out", "They {rolled it out}."),
        ("roll out", "They are {rolling the update out}."),
        ("roll out", "They rolled the new and very large update out."),
        ("roll out", "They rolled it, out of spite."),
        ("roll out", "The roll was out of the oven."),
        ("switch off", "It {switched the pump off}, an off-white switch."),
        ("switch off", "The switch it has is off-white."),
        ("make available", "They {made it available}; {made available}."),
        ("take over", "It {took over}; it was {taken over}. No takeover."),
    ],
)
def test_forms_of_a_verb(targets: str, sentence: str) -> None:
    assert mark_places(targets, "verb", sentence) == sentence


@pytest.mark.parametrize(
    ("targets", "pos", "sentence"),
    [
        (
            "autonomous",
            "adjective",
            "{Autonomous} cars move {autonomously}, no autonomy.",
        ),
        ("ripe", "adjective", "{Ripe}, {riper}, the {ripest}; stripes ripen."),
        ("big", "adjective", "{Big}, {bigger}."),
        ("good", "adjective", "A {better} and the {best} {good}, done {well}."),
        ("open-source", "adjective", "An {open source} tool, {open-source}."),
        ("state-of-the-art", "adjective", "A {state of the art} chip."),
        ("worldwide", "adverb", "It is used {worldwide}, in the wide world."),
        ("according to", "phrase", "{According to} him, in accordance."),
        ("Nvidia", "name", "{Nvidia}'s and {NVIDIA}'s, no nvidia, no Nvidias."),
        ("Hugging Face", "name", "{Hugging Face} and {HUGGING FACE}, hugging a face."),
        ("Deutsche Bank", "name", "The {Deutsche Bank}, no Deutsche Banks."),
    ],
)
def test_forms_of_other_words(targets: str, pos: str, sentence: str) -> None:
    assert mark_places(targets, pos, sentence) == sentence


@pytest.mark.parametrize(
    ("source", "targets", "sentence"),
    [
        ("großes Sprachmodell", "large language model", "Two {large language models}."),
        ("in Betrieb nehmen", "commission", "It was {commissioned} in May."),
        ("vorstellen", "unveil", "It was {unveiled} in May."),
        ("verwandeln", "transform", "It was {transformed} in May."),
        ("quelloffen", "open", "It is {open}."),
        ("teuer", "expensive", "It is {expensive}, no expenses."),
    ],
)
def test_without_a_part_of_speech_the_german_tells(
    source: str, targets: str, sentence: str
) -> None:
    assert mark_places(targets, "", sentence, source) == sentence


@pytest.mark.parametrize(
    ("targets", "pos", "sentence"),
    [
        ("chip", "noun", "{Chips} of a {chip}."),
        ("company", "noun", "{Companies}."),
        ("plan", "verb", "They {planned}, {planning} {plans}."),
        ("supply", "verb", "{Supplied}, {supplies}, {supplying}."),
        ("create", "verb", "{Created}, {creating}."),
        # Only with an inflector.
        ("child", "noun", "Two children."),
        ("build", "verb", "They built it."),
    ],
)
def test_regular_forms_need_no_inflector(targets: str, pos: str, sentence: str) -> None:
    assert mark_places(targets, pos, sentence, inflector=None) == sentence


@pytest.mark.parametrize(
    ("targets", "sentence"),
    [
        ("text synthesis", "{text and image synthesis}"),
        ("text synthesis", "{text, image and video synthesis}"),
        ("text synthesis", "{text, image, and video synthesis}"),
        ("text synthesis", "{text- and image synthesis}"),
        ("text synthesis", "{text or image synthesis}"),
        ("text synthesis", "{text/image synthesis}"),
        ("language model", "{language and image models}"),
        ("AI model", "{AI chips and models}"),
        ("large language model", "{large speech and language models}"),
        # No list, or not its.
        ("text synthesis", "text, image synthesis"),
        ("text synthesis", "text and synthesis"),
        ("text synthesis", "text and the image synthesis"),
        ("text synthesis", "text. Sound and image synthesis"),
        ("text synthesis", "text that is an image or synthesis"),
        ("AI model", "AI and models"),
        ("AI model", "AI chips, and models"),
    ],
)
def test_a_list_shares_its_words(targets: str, sentence: str) -> None:
    assert mark_places(targets, "noun", sentence) == sentence


def test_a_term_without_words_is_nowhere() -> None:
    assert EnglishForms(INFLECTOR).of_term(term("€", "€", "noun")) == ()
