"""The command line: one module a command; `line.py` joins them."""
