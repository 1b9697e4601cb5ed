"""Zwiesprache: German articles in English, sentence by sentence, offline."""
