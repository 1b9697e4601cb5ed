from __future__ import annotations

import time

import pytest

from reader.backends.patterns import LIMIT, compile_pattern


def test_all_matches_come_back_and_empty_ones_do_not() -> None:
    search = compile_pattern(r"\bGPT-\d+|x*")
    assert search("Von GPT-3 zu GPT-4") == [(4, 9), (13, 18)]


def test_a_bad_expression_is_an_error_that_says_what_is_wrong() -> None:
    with pytest.raises(ValueError, match=r"missing \)"):
        compile_pattern("KI-(Chip")


def test_a_search_without_end_is_given_up() -> None:
    search = compile_pattern("(a|a)*$")
    begun = time.process_time()
    with pytest.raises(TimeoutError):
        search("a" * 60 + "b")
    assert time.process_time() - begun < 20 * LIMIT


def test_a_search_that_was_given_up_once_can_be_asked_again() -> None:
    search = compile_pattern("(a|a)*$")
    with pytest.raises(TimeoutError):
        search("a" * 60 + "b")
    assert search("baa") == [(1, 3)]
