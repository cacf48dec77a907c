"""The monitoring report: figures counted and stated, what contradicts, what is missing."""

from services.monitoring.report import Report, conclude, find_scope, report

__all__ = ["Report", "conclude", "find_scope", "report"]
