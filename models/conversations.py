"""Where each person is in a conversation, and the buttons they saw last."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Conversation(Base):
    __tablename__ = "conversations"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)  # chat:user
    state: Mapped[str | None] = mapped_column(String(100))
    data: Mapped[dict[str, Any]]
    menu: Mapped[dict[str, Any]]  # typed label -> callback data of the last screen
    updated_at: Mapped[datetime]
