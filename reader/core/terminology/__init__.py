"""What a glossary is like in practice: obeyed or not, used or not, complete or not."""
