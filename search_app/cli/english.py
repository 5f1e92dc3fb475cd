# SPDX-License-Identifier: EUPL-1.2
"""The explanations of the command line in English; the Dutch ones stand in the commands themselves."""

import click

_ALIKE = "Number of cases."
_JSON = "Give JSON."
_PORT = "Port on 127.0.0.1."

ENGLISH = {
    "databank": "Databank of closed tailored-solution cases: load, anonymise, search.",
    "databank init": "Make the databank, or bring it up to this version.",
    "databank doctor": "See whether all works: folder, database, lists, model, index, audit log.",
    "databank doctor --json": _JSON,
    "databank app": "Start the app in the browser, on this computer only.",
    "databank app --port": _PORT,
    "databank audit": "Check the log of who did what.",
    "databank audit verify": "Check that the audit log is complete and unchanged.",
    "databank audit verify --json": _JSON,
    "databank delete": "Delete case CASE_ID from database and index.",
    "databank delete --reason": "Why; without personal data, goes into the audit log.",
    "databank demo": "Load the invented sample cases, search them and open the app.",
    "databank demo --no-serve": "Do not start the app.",
    "databank demo --port": _PORT,
    "databank ingest": "Read files or folders, take personal data out and store the cases.",
    "databank ingest --approve": "Release at once: none, cases in which nothing suspect is left, or all.",
    "databank ingest --replace": "Replace cases whose number exists already with other text.",
    "databank ingest --dry-run": "Read and check everything, store nothing.",
    "databank ingest --report": "Write the report as JSON.",
    "databank review": "Judge cases before anybody can find them.",
    "databank review list": "Show the cases that wait for a judgement.",
    "databank review list --held": "Show cases that are held back instead.",
    "databank review list --limit": _ALIKE,
    "databank review list --json": _JSON,
    "databank review show": "Show the safe text of CASE_ID, what was replaced and what is still suspect.",
    "databank review approve": "Release cases: from then on everybody can find them.",
    "databank review hold": "Hold cases back: nobody finds them.",
    "databank review hold --reason": "Why; without personal data.",
    "databank search": "Search for cases like TEXT (a question, words or a whole case).",
    "databank search --limit": _ALIKE,
    "databank search --regulation": "Only this regulation; may be repeated.",
    "databank search --nature": "Only this nature; may be repeated.",
    "databank search --level": "Only this level; may be repeated.",
    "databank search --outcome": "Only this outcome; may be repeated.",
    "databank search --from": "Received on or after this day.",
    "databank search --to": "Received on or before this day.",
    "databank search --json": _JSON,
    "databank search --batch": "JSONL with searches.",
    "databank search --run": "TREC file for --batch.",
    "databank similar": "Search for cases like case CASE_ID.",
    "databank similar --aspect": "Compare only the situation, the weighing or the solution.",
    "databank similar --limit": _ALIKE,
    "databank similar --json": _JSON,
    "databank index": "Make or check the search index.",
    "databank index build": "Make the search index anew; what was computed is used again.",
    "databank index status": "Tell whether the index fits the database and the model.",
    "databank index status --json": _JSON,
    "databank index verify": "Check the index files for damage.",
    "databank anonymise": 'Take personal data out of texts: JSONL with {"id","text"} or whole cases.',
    "databank evaluate": "Measure how good anonymising and searching are, on data with known answers.",
    "databank evaluate anonymisation": "How much personal data is found, and how much too much?",
    "databank evaluate anonymisation --json": _JSON,
    "databank evaluate retrieval": "Are the right cases first? DIR holds a BEIR data set.",
    "databank evaluate retrieval --json": _JSON,
}


def translate(command: click.Command, path: str = "databank") -> click.Command:
    """The same command with English explanations, in itself and in all below it."""
    command.help = ENGLISH[path]
    for parameter in command.params:
        if isinstance(parameter, click.Option) and f"{path} {parameter.opts[0]}" in ENGLISH:
            parameter.help = ENGLISH[f"{path} {parameter.opts[0]}"]
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            translate(below, f"{path} {name}")
    return command
