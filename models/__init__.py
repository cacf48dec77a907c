"""Tables, one module per aggregate. Importing the package registers them all on the metadata."""

from models import (
    appeals,
    assemblies,
    calendar,
    casework,
    conversations,
    deputies,
    figures,
    geography,
    jobs,
    messaging,
    news,
    programmes,
    records,
    users,
    verdicts,
    workspaces,
)
from models.base import Base

__all__ = [
    "Base",
    "appeals",
    "assemblies",
    "calendar",
    "casework",
    "conversations",
    "deputies",
    "figures",
    "geography",
    "jobs",
    "messaging",
    "news",
    "programmes",
    "records",
    "users",
    "verdicts",
    "workspaces",
]
