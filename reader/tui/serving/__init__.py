"""The terminal reader in a browser, through textual-serve.

`server` listens, `guard` says who may come in, `session` runs one reader for one tab,
`driver` is what that reader draws with, and `page/` is the web page around it.
"""
