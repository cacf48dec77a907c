"""Facts that activists record and coordinators review."""
