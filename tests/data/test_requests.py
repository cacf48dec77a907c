"""Deputy requests come in as records that count, whole or not at all."""

from pathlib import Path

import yaml
from sqlalchemy import func, select

from models.assemblies import Convocation
from models.records import Correction, DeputyRequest, RequestSignatory
from models.users import User
from services.unit_of_work import Database
from tests.data.helpers import SHIPPED, SMALL, bring, folder, refused, told

TWO = {
    **SMALL,
    "deputies.csv": f"{SMALL['deputies.csv']}two,Второй,town,8,district,2\n",
}
TOP = "assembly: town\nconvocation: 8\nrequests:\n"


async def test_the_shipped_requests_are_accepted_records(loaded: Database) -> None:
    async with loaded.read() as uow:
        rows = (await uow.session.scalars(select(DeputyRequest))).all()
        assert {row.state for row in rows} == {"accepted"}
        assert {row.recorded_by for row in rows} == {None}
        begun = {row.slug for row in rows if row.initiator_id is None}
        assert begun == {
            "gender-legal-expertise", "kolsai-lakes-ecology", "culture-sport-tourism",
        }  # fmt: skip
        ban = next(row for row in rows if row.slug == "lgbt-ideology-ban")
        signed = await uow.session.scalar(
            select(func.count()).where(RequestSignatory.request_id == ban.id)
        )
        assert (ban.signatories_stated, ban.signatories_complete, signed) == (10, False, 5)
        assert [ban.sent_on, ban.addressee, ban.reply_on] == [None, None, None]


def test_each_shipped_request_names_the_line_in_each_language() -> None:
    found = yaml.safe_load((SHIPPED / "requests.yaml").read_text(encoding="utf-8"))
    assert len(found["requests"]) == 17
    for one in found["requests"]:
        told_in = {part for part in ("(ru)", "(kk)", "(en)") if part in one["source"]}
        assert told_in == {"(ru)", "(kk)", "(en)"} or "not told" in one["conflict"]


async def test_every_fault_has_its_line(plain: Database, tmp_path: Path) -> None:
    text = (
        f"{TOP}  - slug: one\n    initiator: nobody\n    text_ru: Дороги\n"
        "    issues: [roads]\n"
        "  - slug: two\n    initiator: one\n    signatories:\n      - two\n      - one\n"
        "    signatories_stated: 5\n    text_ru: Школы\n"
        "  - slug: three\n    text_ru: Вода\n    sent_on: 2023-05-02\n"
        "    reply_on: 2023-05-01\n    relates_programme: maybe\n"
    )
    faults = await refused(plain, folder(tmp_path / "data", {**TWO, "requests.yaml": text}))
    assert told(faults) == [
        ("requests.yaml", 4, "deputy", "unknown_reference"),
        ("requests.yaml", 7, "issues", "not_one_of"),
        ("requests.yaml", 12, "deputy", "signs_own"),
        ("requests.yaml", 13, "signatories_stated", "not_complete"),
        ("requests.yaml", 18, "reply_on", "ends_before_start"),
        ("requests.yaml", 19, "relates_programme", "not_one_of"),
    ]
    async with plain.read() as uow:
        assert await uow.session.scalar(select(func.count()).select_from(Convocation)) == 0


async def test_what_a_coordinator_put_right_stays(loaded: Database) -> None:
    """The shipped file comes again with every new version of it."""
    async with loaded.write() as uow:
        row = await uow.session.scalar(
            select(DeputyRequest).where(DeputyRequest.slug == "transport")
        )
        assert row is not None
        person = User(telegram_id=1, language="kk", language_chosen=False, created_at=uow.now)
        uow.session.add(person)
        await uow.session.flush()
        row.text_ru, row.state = "Поезда", "merged"
        uow.session.add(
            Correction(
                record="deputy_requests", record_id=row.id, field="text_ru",
                was="Улучшение транспортного сообщения", became="Поезда",
                corrected_by=person.id, corrected_at=uow.now,
            )
        )  # fmt: skip
    report = await bring(loaded, SHIPPED / "requests.yaml")
    assert not report.changed
