"""What the assistants of one deputy share: who does what, notes, stock texts, search, the brief."""
