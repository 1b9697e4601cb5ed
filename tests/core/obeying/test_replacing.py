from __future__ import annotations

import re

import pytest

from reader.backends.inflection import EnglishInflector
from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import GrammaticalNumber, Span
from reader.core.obeying.checking import Violation, check_terms
from reader.core.obeying.replacing import find_substitute, replace_words
from tests.core.obeying.rows import hit

INFLECTOR = EnglishInflector()
FORMS = EnglishForms(INFLECTOR)
NUMBERS: dict[str, GrammaticalNumber] = {"s": "singular", "p": "plural", "": ""}


def take_marks_off(marked: str) -> tuple[str, Span]:
    start, end = marked.index("["), marked.index("]")
    return re.sub(r"[\[\]]", "", marked), (start, end - 1)


NOUNS = [
    # German, its English, the number in German, the sentence, what it becomes
    ("Chip", "chip", "", "The new [semiconductor] is fast.", "The new [chip] is fast."),
    ("Chip", "chip", "p", "New [semiconductors] sell well.", "New [chips] sell well."),
    ("Chip", "chip", "", "Its [semiconductors] sell well.", "Its [chips] sell well."),
    ("KI", "AI", "", "The rise of [KI] goes on.", "The rise of [AI] goes on."),
    ("Firma", "company", "p", "Three [firms] merged.", "Three [companies] merged."),
    ("Analyse", "analysis", "p", "Both [studies] agree.", "Both [analyses] agree."),
    ("Frau", "woman", "p", "Many [ladies] work there.", "Many [women] work there."),
    ("Grafikprozessor", "GPU", "p", "The [graphics cards] sell.", "The [GPUs] sell."),
    # The English around it decides on the number, then the German.
    (
        "Chip",
        "chip",
        "p",
        "A [semiconductor] costs 5 euros.",
        "A [chip] costs 5 euros.",
    ),
    ("Chip", "chip", "s", "These [semiconductors] are new.", "These [chips] are new."),
    (
        "Chip",
        "chip",
        "p",
        "They buy the [processing].",
        "They buy the [chips].",
    ),
    ("Chip", "chip", "s", "The [semiconductors] were new.", "The [chips] were new."),
    # "a" and "an".
    ("Chip", "chip", "s", "It is an [integrated circuit].", "It is a [chip]."),
    ("KI-Modell", "AI model", "s", "It is a [KI model].", "It is an [AI model]."),
    ("Agentur", "agency", "s", "A [bureau] was founded.", "An [agency] was founded."),
    ("Chip", "chip", "s", "An [IC] was built.", "A [chip] was built."),
    ("Einheit", "unit", "s", "It is an [item] of power.", "It is a [unit] of power."),
    ("Modell", "LLM", "s", "It is a new [model].", "It is a new [LLM]."),
    ("Modell", "AI model", "s", "It is a new [KI model].", "It is a new [AI model]."),
    # An article among the words stays in front.
    (
        "Chip",
        "chip",
        "s",
        "It uses [the semiconductor] now.",
        "It uses the [chip] now.",
    ),
    (
        "KI-Modell",
        "AI model",
        "s",
        "He has [a model] now.",
        "He has an [AI model] now.",
    ),
    # Mass nouns have neither "a" nor a plural.
    (
        "Rechenleistung",
        "computing power",
        "s",
        "They need a [calculation capacity] like this.",
        "They need [computing power] like this.",
    ),
    (
        "Rechenleistung",
        "computing power",
        "s",
        "They need a large [calculation capacity].",
        "They need large [computing power].",
    ),
    (
        "Rechenleistung",
        "computing power",
        "s",
        "A [calculation capacity] of that size is rare.",
        "[Computing power] of that size is rare.",
    ),
    (
        "Rechenleistung",
        "computing power",
        "s",
        "A new [calculation capacity] is rare.",
        "New [computing power] is rare.",
    ),
    (
        "Rechenleistung",
        "computing power",
        "p",
        "These [calculation capacities] are rare.",
        "This [computing power] is rare.",
    ),
    (
        "Rechenleistung",
        "computing power",
        "p",
        "The [capacities] grow.",
        "The [computing power] grow.",
    ),
    # A word of the term that stands beside them is taken in.
    (
        "Rechenleistung",
        "computing power",
        "s",
        "More computing [capacity] is needed.",
        "More [computing power] is needed.",
    ),
    (
        "Sprachmodell",
        "language model",
        "p",
        "Large [speech] models are slow.",
        "Large [language models] are slow.",
    ),
    (
        "großes Sprachmodell",
        "large language model",
        "p",
        "Large [speech models] are slow.",
        "[Large language models] are slow.",
    ),
    ("Cloud", "the cloud", "s", "It runs in the [clouds].", "It runs in [the cloud]."),
    # Possessive endings stay and are made right.
    (
        "Konzern",
        "group",
        "s",
        "The [firm]'s plan failed.",
        "The [group]'s plan failed.",
    ),
    (
        "Konzern",
        "group",
        "s",
        "The [firm's] plan failed.",
        "The [group]'s plan failed.",
    ),
    (
        "Konzern",
        "company",
        "p",
        "The [people]’s plans failed.",
        "The [companies]’ plans failed.",
    ),
    ("Kind", "child", "p", "The [boys]' plan failed.", "The [children]'s plan failed."),
    # In front of another noun, and before a hyphen, there is no plural.
    (
        "Chip",
        "chip",
        "p",
        "The [semiconductor] manufacturers complain.",
        "The [chip] manufacturers complain.",
    ),
    ("KI", "AI", "", "A [KI]-powered search failed.", "An [AI]-powered search failed."),
    (
        "Rechenleistung",
        "computing power",
        "s",
        "A [calculation capacity] shortage looms.",
        "A [computing power] shortage looms.",
    ),
    # Capitals.
    ("Chip", "chip", "p", "[Semiconductors] are rare.", "[Chips] are rare."),
    ("Chip", "chip", "p", "He left. [Semiconductors] stay.", "He left. [Chips] stay."),
    ("Chip", "chip", "p", "“[Semiconductors] stay.”", "“[Chips] stay.”"),
    ("Handy", "iPhone", "p", "[Phones] are dear.", "[iPhones] are dear."),
    (
        "Rechenzentrum",
        "data center",
        "p",
        "NEW [COMPUTER CENTERS] FOR THE NORTH",
        "NEW [DATA CENTERS] FOR THE NORTH",
    ),
    (
        "Rechenzentrum",
        "data center",
        "p",
        "New [Computer Centers] for the Cold North",
        "New [Data Centers] for the Cold North",
    ),
    (
        "Konzern",
        "group",
        "s",
        "The German [Enterprise] grew.",
        "The German [group] grew.",
    ),
    (
        "Geschäftsführer",
        "managing director",
        "s",
        "He met Chief [Executive] Li.",
        "He met Chief [managing director] Li.",
    ),
    (
        "Geschäftsführer",
        "managing director",
        "s",
        "He met the [Chief Executive] there.",
        "He met the [Managing Director] there.",
    ),
    (
        "Zentralbank",
        "bank",
        "s",
        "Since the [Fed] said so.",
        "Since the [bank] said so.",
    ),
    # Verbs behind an object of a preposition do not agree with it.
    (
        "Jahr",
        "fiscal year",
        "s",
        "The days of the [year] are over.",
        "The days of the [fiscal year] are over.",
    ),
    (
        "Rechenleistung",
        "computing power",
        "p",
        "The [calculation capacities] are small.",
        "The [computing power] is small.",
    ),
    (
        "Marktwert",
        "market value",
        "s",
        "It is 18% below [stock price].",
        "It is 18% below [market value].",
    ),
    # Phrases with "of" carry their plural in front.
    (
        "Stand der Technik",
        "state of the art",
        "s",
        "It is the [technical standard].",
        "It is the [state of the art].",
    ),
    (
        "Rechenleistung",
        "computing power",
        "s",
        "The [power of the computer] grows.",
        "The [computing power] grows.",
    ),
    # Whole words, even where the span ends inside one.
    ("Chip", "chip", "p", "New [semiconductor]s sell.", "New [chips] sell."),
    # Terms that are in the plural stay there.
    (
        "Exportkontrolle",
        "export controls",
        "s",
        "They imposed an [export inspection] on it.",
        "They imposed [export controls] on it.",
    ),
]


@pytest.mark.parametrize(("source", "target", "number", "marked", "wanted"), NOUNS)
def test_a_noun_takes_the_place_of_its_words(
    source: str, target: str, number: str, marked: str, wanted: str
) -> None:
    english, span = take_marks_off(marked)
    found = replace_words(
        english, span, hit(source, target, "noun", number=NUMBERS[number]), INFLECTOR
    )
    assert found == take_marks_off(wanted)


OTHERS = [
    # Verbs keep their form.
    ("einführen", "launch", "verb", "They [introduced] it.", "They [launched] it."),
    (
        "einführen",
        "launch",
        "verb",
        "It was [introduced] here.",
        "It was [launched] here.",
    ),
    ("einführen", "launch", "verb", "He [introduces] it.", "He [launches] it."),
    (
        "einführen",
        "launch",
        "verb",
        "She is [introducing] it.",
        "She is [launching] it.",
    ),
    ("einführen", "launch", "verb", "We [will introduce] it.", "We will [launch] it."),
    (
        "einführen",
        "launch",
        "verb",
        "He had [brought out] it.",
        "He had [launched] it.",
    ),
    ("einführen", "to launch", "verb", "He had [begun] it.", "He had [launched] it."),
    ("regulieren", "regulate", "verb", "Laws [control] it.", "Laws [regulate] it."),
    ("regulieren", "regulate", "verb", "They [control] it.", "They [regulate] it."),
    ("regulieren", "regulate", "verb", "A law [controls] it.", "A law [regulates] it."),
    ("bauen", "build", "verb", "It [erected] a plant.", "It [built] a plant."),
    ("bauen", "build", "verb", "It can [erect] a plant.", "It can [build] a plant."),
    ("schreiben", "write", "verb", "It was [composed].", "It was [written]."),
    ("schreiben", "write", "verb", "He [composed] it.", "He [wrote] it."),
    (
        "schreiben",
        "write",
        "verb",
        "He has often [composed] it.",
        "He has often [written] it.",
    ),
    ("einführen", "roll out", "verb", "They [launched] it.", "They [rolled out] it."),
    ("verbieten", "ban", "verb", "[Prohibiting] it is hard.", "[Banning] it is hard."),
    (
        "einführen",
        "launch",
        "verb",
        "They [rolled the update out] late.",
        "They [launched the update] late.",
    ),
    # Adjectives and adverbs stay as they are; an adverb stays an adverb.
    ("teuer", "expensive", "adjective", "A [pricy] hotel.", "An [expensive] hotel."),
    (
        "autonom",
        "autonomous",
        "adjective",
        "It moves [freely].",
        "It moves [autonomously].",
    ),
    (
        "weltweit",
        "worldwide",
        "adverb",
        "It is used [globally].",
        "It is used [worldwide].",
    ),
    # Names.
    ("Nvidia", "Nvidia", "name", "The firm [Envidia] grew.", "The firm [Nvidia] grew."),
    ("Nvidia", "Nvidia", "name", "A [Envidia] chip.", "An [Nvidia] chip."),
    ("Nvidia", "Nvidia", "name", "[Envidia]'s chips sell.", "[Nvidia]'s chips sell."),
    ("OpenAI", "OpenAI", "name", "He runs [Open AI] now.", "He runs [OpenAI] now."),
    (
        "nach Angaben von",
        "according to",
        "phrase",
        "[As per] Li, yes.",
        "[According to] Li, yes.",
    ),
]


@pytest.mark.parametrize(("source", "target", "pos", "marked", "wanted"), OTHERS)
def test_other_words_keep_their_form(
    source: str, target: str, pos: str, marked: str, wanted: str
) -> None:
    english, span = take_marks_off(marked)
    found = replace_words(english, span, hit(source, target, pos), INFLECTOR)
    assert found == take_marks_off(wanted)


@pytest.mark.parametrize(
    ("source", "target", "pos", "marked"),
    [
        # Only small words, or nothing at all.
        ("Chip", "chip", "noun", "It is [of the] best kind."),
        ("Chip", "chip", "noun", "It is [] good."),
        ("Chip", "chip", "noun", "[—] It is good."),
        # Several phrases.
        ("Chip", "chip", "noun", "The [processor, the card] and the rest."),
        ("Chip", "chip", "noun", "The [processors and cards] are sold."),
        ("Chip", "chip", "noun", "The [processors are sold] today."),
        ("Chip", "chip", "noun", "It [sells. The processor] is new."),
        (
            "Chip",
            "chip",
            "noun",
            "The [old small grey cold loud wet processor] is new.",
        ),
        # Another part of speech.
        ("Einführung", "launch", "noun", "They [introduced] it."),
        ("Einführung", "launch", "noun", "They [process] it."),
        ("einführen", "launch", "verb", "The [introductions] came late."),
        ("einführen", "launch", "verb", "They [introduced new software]."),
        ("schnell", "rapid", "adjective", "It is [faster] now."),
        ("Einführung", "launch", "noun", "It is [introducing] it."),
        ("regulieren", "regulate", "verb", "The [controls] are strict."),
        ("regulieren", "regulate", "verb", "The border [control] is strict."),
        ("regulieren", "regulate", "verb", "It has strict [controls] now."),
        ("Dollar", "US dollar", "noun", "It costs [US$]100."),
        # What cannot be counted cannot be several.
        ("Rechenleistung", "computing power", "noun", "Two [computers] are needed."),
    ],
)
def test_where_nothing_good_is_possible_nothing_is_done(
    source: str, target: str, pos: str, marked: str
) -> None:
    english, span = take_marks_off(marked)
    assert replace_words(english, span, hit(source, target, pos), INFLECTOR) is None


@pytest.mark.parametrize(
    ("source", "target", "pos", "marked"),
    [(source, target, "noun", marked) for source, target, _, marked, _ in NOUNS]
    + [row[:4] for row in OTHERS],
)
def test_the_check_finds_what_was_put_in(
    source: str, target: str, pos: str, marked: str
) -> None:
    english, span = take_marks_off(marked)
    wanted = hit(source, target, pos)
    found = replace_words(english, span, wanted, INFLECTOR)
    assert found is not None
    verdict = check_terms([wanted], found[0], forms=FORMS)
    assert verdict.is_good


def test_a_forbidden_word_gives_way_to_the_preferred_one() -> None:
    preferred = hit("Handy", "mobile phone", "noun", at=20)
    forbidden = hit("Handy", "handy", "noun", "forbidden", at=20)
    other = hit("Leben", "life", "noun", at=5)
    target = "He cannot live without his handy."
    (violation,) = check_terms([preferred, forbidden], target).violations
    assert find_substitute(violation, [other, forbidden, preferred]) is preferred
    assert replace_words(target, violation.span, preferred, INFLECTOR) == (
        "He cannot live without his mobile phone.",
        (27, 39),
    )


def test_a_forbidden_word_without_another_has_no_substitute() -> None:
    forbidden = hit("Handy", "handy", "noun", "forbidden", at=20)
    other = hit("Leben", "life", "noun", at=5)
    assert find_substitute(Violation(forbidden, (0, 5)), [other, forbidden]) is None
