"""Where each character of the pairs goes on the screen: pure functions, no widgets."""
