"""The monitoring report: its words, its formats, and how it is ordered in the chat."""
