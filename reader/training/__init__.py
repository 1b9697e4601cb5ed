"""Scripts that make what the package ships; nothing imports them."""
