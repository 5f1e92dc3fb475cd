# SPDX-License-Identifier: EUPL-1.2
"""Mailing people what is new, through a mail server on this machine."""

import shutil
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_string
from email.policy import default
from pathlib import Path

import pytest

from casebase.bilingual import Language
from casebase.store import SavedSearchRecord
from patterns.news import News
from search_app.alert_message import message
from search_app.alerts import NoMailServerError
from search_app.cli.main import run
from search_app.databank import Databank
from search_app.mail_settings import MailSecurity, MailSettings, SettingsError, load_mail_settings
from search_app.mailing import Mailer, MailProblemError, Message
from search_app.settings import Settings

Printed = pytest.CaptureFixture[str]
TEXT = "voorschot WIA terugbetalen na late keuring"
BAS, EVA = "bas@voorbeeld.example", "eva@voorbeeld.example"


class Post(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it gets, and refuses whom it is told to refuse (RFC 5321, the least)."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.got: list[tuple[str, str]] = []
        self.refused: set[str] = set()

    @property
    def settings(self) -> MailSettings:
        """How to reach it."""
        port = self.server_address[1]
        return MailSettings("127.0.0.1", port, "databank@voorbeeld.example", MailSecurity.NONE)


class _Talk(socketserver.StreamRequestHandler):
    server: Post

    def handle(self) -> None:
        self.say("220 hier")
        to = ""
        while line := self.rfile.readline().decode().strip():
            word = line.split(":")[0].upper()
            if word == "RCPT TO":
                to = line.partition("<")[2].rstrip(">")
                self.say("550 die niet" if to in self.server.refused else "250 ok")
            elif word == "DATA":
                self.say("354 ga maar")
                body = iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), ".")
                self.server.got.append((to, "\n".join(body)))
                self.say("250 ok")
            else:
                self.say("221 dag" if word == "QUIT" else "250 ok")

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def post() -> Iterator[Post]:
    """A mail server for one test."""
    with Post() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


class Watch:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    """It starts at the real time."""
    return Watch()


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path, watch: Watch) -> Databank:
    """A copy of the sample databank in which three people follow a search."""
    shutil.copytree(sample_home, tmp_path / "home")
    databank = Databank(Settings(home=tmp_path / "home", actor="anna"), watch)
    for person in (BAS, "carla", EVA):
        databank.patterns_of(person).follow_search(TEXT)
    return databank


def release_again(databank: Databank, watch: Watch) -> str:
    """The best case of the search goes through review once more, an hour later; gives its number."""
    watch.now += timedelta(hours=1)
    (hit,) = databank.search(TEXT, limit=1).result.hits
    databank.review_desk.reopen(hit.case_id)
    for person in ("dirk", "fien"):
        databank.desk_of(person).approve(hit.case_id)
    watch.now += timedelta(hours=1)
    return hit.case_id


def test_nobody_gets_mail_when_nothing_is_new(databank: Databank, post: Post) -> None:
    sent = databank.alerts.send(Mailer(post.settings))
    assert (sent.told, sent.without_address, sent.failed, post.got) == ((), (), (), [])


def test_everybody_with_an_address_is_told_once(databank: Databank, post: Post, watch: Watch) -> None:
    case_id = release_again(databank, watch)
    sent = databank.alerts.send(Mailer(post.settings))
    assert (sent.told, sent.without_address) == ((BAS, EVA), ("carla",))
    assert [to for to, _ in post.got] == [BAS, EVA]
    mail = message_from_string(post.got[0][1], policy=default)
    assert mail["Subject"] == "Nieuw in de maatwerk-databank: 1 onderwerp dat u volgt"
    assert case_id in mail.get_content()
    assert databank.alerts.send(Mailer(post.settings)).told == ()
    (news,) = databank.patterns_of(BAS).news()
    assert news.case_ids == (case_id,)  # still new in the app


def test_a_mail_holds_no_text_of_a_case(databank: Databank, post: Post, watch: Watch) -> None:
    case_id = release_again(databank, watch)
    databank.alerts.send(Mailer(post.settings))
    body = message_from_string(post.got[0][1], policy=default).get_content()
    stored = databank.case(case_id)
    assert stored is not None
    assert stored.case.title not in body
    assert not any(line in body for line in stored.case.situation.split(". ") if len(line) > 20)


def test_whoever_is_refused_is_told_next_time(databank: Databank, post: Post, watch: Watch) -> None:
    release_again(databank, watch)
    post.refused = {BAS}
    sent = databank.alerts.send(Mailer(post.settings))
    assert (sent.told, [owner for owner, _ in sent.failed]) == ((EVA,), [BAS])
    assert BAS not in sent.failed[0][1].message.nl
    post.refused = set()
    assert databank.alerts.send(Mailer(post.settings)).told == (BAS,)


def test_without_a_mail_server_nothing_is_sent(databank: Databank) -> None:
    with pytest.raises(NoMailServerError):
        databank.alerts.send()


def test_a_server_that_is_not_there_is_told_without_an_address() -> None:
    settings = MailSettings("127.0.0.1", 9, "d@voorbeeld.example", MailSecurity.NONE)
    with pytest.raises(MailProblemError, match=r"127\.0\.0\.1:9"):
        Mailer(settings).send(BAS, Message("s", "b"))


def test_a_password_file_that_cannot_be_read_is_told(tmp_path: Path, post: Post) -> None:
    settings = replace(post.settings, login="databank", password_file=tmp_path / "none")
    with pytest.raises(MailProblemError, match="DATABANK_MAIL_PASSWORD_FILE"):
        Mailer(settings).send(BAS, Message("s", "b"))


def test_a_message_names_ten_cases_and_counts_the_rest() -> None:
    now = datetime.now(UTC)
    saved = SavedSearchRecord(1, BAS, "te laat", None, "P-2026-001", {}, now, now)
    numbers = tuple(f"A-{number}" for number in range(12))
    told = message([News(saved, numbers, (), ("B-1",))], "https://databank.voorbeeld.example", Language.NL)
    assert "P-2026-001 te laat" in told.body
    assert "A-9 en nog 2" in told.body
    assert "Past misschien bij het patroon: B-1" in told.body
    assert "https://databank.voorbeeld.example/patroon?id=P-2026-001" in told.body


@pytest.mark.parametrize(
    ("env", "host", "port"),
    [
        ({"DATABANK_MAIL_SERVER": "post"}, "post", 587),
        ({"DATABANK_MAIL_SERVER": "post", "DATABANK_MAIL_SECURITY": "tls"}, "post", 465),
        ({"DATABANK_MAIL_SERVER": "post:2525", "DATABANK_MAIL_SECURITY": "none"}, "post", 2525),
    ],
)
def test_a_mail_server_has_the_usual_port_unless_another_is_named(
    env: dict[str, str], host: str, port: int
) -> None:
    found = load_mail_settings(env | {"DATABANK_MAIL_FROM": "d@voorbeeld.example"})
    assert found is not None
    assert (found.host, found.port) == (host, port)


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({}, "DATABANK_MAIL_FROM"),
        ({"DATABANK_MAIL_FROM": "niemand"}, "DATABANK_MAIL_FROM"),
        ({"DATABANK_MAIL_FROM": "d@v.example", "DATABANK_MAIL_SECURITY": "ssl"}, "DATABANK_MAIL_SECURITY"),
        ({"DATABANK_MAIL_FROM": "d@v.example", "DATABANK_MAIL_SERVER": "post:x"}, "DATABANK_MAIL_SERVER"),
        ({"DATABANK_MAIL_FROM": "d@v.example", "DATABANK_MAIL_SERVER": "p:99999"}, "DATABANK_MAIL_SERVER"),
    ],
)
def test_mail_settings_that_cannot_be_used_are_named(env: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        load_mail_settings({"DATABANK_MAIL_SERVER": "post"} | env)


def test_the_commands_follow_list_and_say_who_would_be_told(
    databank: Databank, watch: Watch, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("DATABANK_HOME", str(databank.settings.home))
    monkeypatch.setenv("DATABANK_USER", BAS)
    assert run(["alerts", "follow"]) == 2
    assert run(["alerts", "follow", "boete door ziekte"]) == 0
    assert run(["alerts", "list"]) == 0
    assert "niets nieuws" in capsys.readouterr().out
    case_id = release_again(databank, watch)
    assert run(["alerts", "list"]) == 0
    assert case_id in capsys.readouterr().out
    assert run(["alerts", "send", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert f"{BAS}: nieuws over 1" in told
    assert "Niet met een mailadres bekend: 1." in told
    assert run(["alerts", "send"]) == 2
    assert "DATABANK_MAIL_SERVER" in capsys.readouterr().err
