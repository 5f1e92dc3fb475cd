# SPDX-License-Identifier: EUPL-1.2
from casebase.bilingual import Bilingual, Language
from ingest.report import LoadReport, Reject, summary

NOWHERE = Bilingual("", "")
LEEG = Bilingual("Het bestand a.csv is leeg.", "The file a.csv is empty.")


def _report(*rejected: Reject) -> LoadReport:
    return LoadReport(
        files=1, read=len(rejected), stored=0, replaced=0, unchanged=0, released=0, rejected=rejected,
        findings=(), warnings=(), seconds=1.0, dry_run=False, interrupted=False,
    )  # fmt: skip


def test_a_sentence_that_names_the_file_is_not_headed_by_it_again() -> None:
    lines = summary(_report(Reject(file="map/a.csv", place=NOWHERE, row=None, field="", reason=LEEG)))
    assert lines[-1] == "  Het bestand a.csv is leeg."


def test_a_rejected_row_is_headed_by_file_and_row() -> None:
    row = Bilingual("rij 3", "row 3")
    reason = Bilingual("deze dag bestaat niet.", "this day does not exist.")
    report = _report(Reject(file="a.csv", place=row, row=3, field="received_on", reason=reason))
    assert summary(report)[-1] == "  a.csv, rij 3: deze dag bestaat niet."
    assert summary(report, Language.EN)[-1] == "  a.csv, row 3: this day does not exist."
