"""The only place that talks to Telegram: pacing, errors, the outbox."""
