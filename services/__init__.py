"""Use cases: the unit of work and who acts come first, frozen dataclasses come out."""
