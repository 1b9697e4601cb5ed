"""One module per outside engine or language library, imported inside functions."""
