"""Kill the bot again and again while people write, and look for what was lost."""
