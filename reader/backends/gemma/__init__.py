"""The built-in engine's model: Gemma 3 270M with an adapter for German to English.

Owns making it from weights that a package registry holds (`preparation`) and its
tokenizer; translating with it is `reader.backends.builtin`'s job. The weights and
the adapter are under the Gemma Terms of Use (LICENSE-GEMMA.md).
"""

from reader.backends.gemma.identity import ENGINE_VERSION, package_name

__all__ = ["ENGINE_VERSION", "package_name"]
