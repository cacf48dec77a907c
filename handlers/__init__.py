"""Telegram's side: one folder per thing a person does. Handlers return screens, they send nothing.

A feature offers `router()` and, where it words messages of the outbox, `NOTICES`.
"""
