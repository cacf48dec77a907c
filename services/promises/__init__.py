"""What became of promises: verdicts with evidence, the deputy's right of reply, the record."""
