"""Making the English obey the glossary: check, second pass, replacement."""
