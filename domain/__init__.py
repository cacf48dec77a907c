"""Pure rules: no input or output, `now` is always a parameter."""
