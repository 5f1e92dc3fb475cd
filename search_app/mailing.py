# SPDX-License-Identifier: EUPL-1.2
"""Sending a plain message through a mail server."""

import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import make_msgid

from casebase.bilingual import DatabankError
from search_app.mail_settings import MailSecurity, MailSettings

PATIENCE = 30.0
"""Seconds that the mail server gets to answer."""


class MailProblemError(DatabankError):
    """A message could not be sent."""


@dataclass(frozen=True)
class Message:
    """Subject and body, without names of people."""

    subject: str
    body: str


class Mailer:
    """Sends messages, one connection each."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings

    def send(self, address: str, message: Message) -> None:
        """Send one message.

        Raises:
            MailProblemError: the password cannot be read, or the server cannot be reached or refuses.
        """
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = message.subject, self._settings.sender, address
        mail["Message-ID"] = make_msgid(domain=Address(addr_spec=self._settings.sender).domain)
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answers of absence, please
        mail.set_content(message.body)
        password = self._password()
        try:
            with self._connected() as server:
                if self._settings.login:
                    server.login(self._settings.login, password)
                server.send_message(mail)
        except (OSError, smtplib.SMTPException) as problem:
            raise self._problem(problem) from None

    def _connected(self) -> smtplib.SMTP:
        host, port = self._settings.host, self._settings.port
        if self._settings.security is MailSecurity.TLS:
            return smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=ssl.create_default_context())
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
        if self._settings.security is MailSecurity.STARTTLS:
            server.starttls(context=ssl.create_default_context())
        return server

    def _password(self) -> str:
        file = self._settings.password_file
        if not self._settings.login or file is None:
            return ""
        try:
            return file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise MailProblemError(
                "Het bestand in DATABANK_MAIL_PASSWORD_FILE is niet te lezen.",
                "The file in DATABANK_MAIL_PASSWORD_FILE cannot be read.",
            ) from None

    def _problem(self, problem: Exception) -> MailProblemError:
        """What went wrong by its kind alone: the answer of a server may repeat an address."""
        server, kind = f"{self._settings.host}:{self._settings.port}", type(problem).__name__
        return MailProblemError(
            f"De mailserver {server} nam het bericht niet aan ({kind}). Kijk DATABANK_MAIL_… na.",
            f"The mail server {server} did not take the message ({kind}). Check DATABANK_MAIL_….",
        )
