# SPDX-License-Identifier: EUPL-1.2
"""Telling everybody what is new in the searches and patterns that they saved.

A message names saved searches, patterns and numbers of cases, and leads to the app; it never holds text of a
case. What a mail told stays new in the app until its owner has looked there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from casebase import store
from casebase.bilingual import DatabankError
from patterns.news import Finder, News, Offering, news_for
from search_app.alert_message import message
from search_app.mailing import Mailer, MailProblemError
from search_app.parts import Clock, Parts


class NoMailServerError(DatabankError):
    """No mail server is set."""

    def __init__(self) -> None:
        super().__init__(
            "Er is geen mailserver ingesteld. Zet DATABANK_MAIL_SERVER en DATABANK_MAIL_FROM.",
            "No mail server is set. Set DATABANK_MAIL_SERVER and DATABANK_MAIL_FROM.",
        )


@dataclass(frozen=True, repr=False)
class Alert:
    """What is new for one person."""

    owner: str
    news: tuple[News, ...]

    @property
    def can_be_mailed(self) -> bool:
        """Whether the person is known by a mail address."""
        name, _, domain = self.owner.partition("@")
        return bool(name) and "." in domain and not any(each.isspace() for each in self.owner)


@dataclass(frozen=True)
class Sent:
    """Who got a message, who is known by no address, and what went wrong for whom."""

    told: tuple[str, ...]
    without_address: tuple[str, ...]
    failed: tuple[tuple[str, MailProblemError], ...]


class Alerts:
    """What is new for everybody, and the mails about it."""

    def __init__(self, parts: Parts, *, clock: Clock, find: Finder, offering: Offering) -> None:
        self._parts, self._clock = parts, clock
        self._find, self._offering = find, offering

    def waiting(self) -> list[Alert]:
        """What is new since somebody looked and was told last, for everybody for whom there is something."""
        with self._parts.session() as session:
            alerts = [
                Alert(
                    owner,
                    tuple(
                        each
                        for each in news_for(session, owner, self._find, self._offering, untold=True)
                        if each.any
                    ),
                )
                for owner in store.owners_of_searches(session)
            ]
        return [alert for alert in alerts if alert.news]

    def send(self, mailer: Mailer | None = None) -> Sent:
        """Mail everybody what is new; who cannot be reached is told again next time.

        Raises:
            NoMailServerError: no mail server is set.
        """
        settings = self._parts.settings
        if mailer is None and settings.mail is None:
            raise NoMailServerError
        post = mailer or Mailer(settings.mail)  # type: ignore[arg-type]
        waiting = self.waiting()
        told: list[str] = []
        failed: list[tuple[str, MailProblemError]] = []
        for alert in [each for each in waiting if each.can_be_mailed]:
            try:
                post.send(alert.owner, message(alert.news, settings.app_url, settings.language))
            except MailProblemError as problem:
                failed.append((alert.owner, problem))
            else:
                told.append(alert.owner)
                self._note_told(alert.news)
        return Sent(tuple(told), tuple(a.owner for a in waiting if not a.can_be_mailed), tuple(failed))

    def _note_told(self, news: Sequence[News]) -> None:
        with self._parts.writing() as session:
            store.mark_told(session, [each.saved.saved_id for each in news], now=self._clock())
