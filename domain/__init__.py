"""Rules without input and output: whatever depends on time takes `now` or a date as a parameter."""
