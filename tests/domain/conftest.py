"""Settings of the property tests."""

from hypothesis import settings

# The first question about a year fills its table, and machines that test are busy: no deadline.
settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
