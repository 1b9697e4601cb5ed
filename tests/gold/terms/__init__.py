"""The gold set for terms: what a glossary must find, and what it must leave alone."""
