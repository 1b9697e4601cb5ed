"""English forms of a term: for finding it in a sentence and for writing it."""
