# SPDX-License-Identifier: EUPL-1.2
"""The explanations of the command line in English; the Dutch ones stand in the commands themselves."""

import click

_ALIKE = "Number of cases."
_JSON = "Give JSON."
_ONLY_HERE = "Only at this place, such as situation:10-17."
_PLACE_ONLY = "Only in cases of this maatwerkplaats."
_PORT = "Port on 127.0.0.1."
_WHY = "Why; without personal data."

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
    "databank review list": "Show the cases that wait for a judgement, the highest risk first.",
    "databank review list --held": "Show cases that are held back instead.",
    "databank review list --level": "Only this risk (laag is low, hoog is high); may be repeated.",
    "databank review list --maatwerkplaats": "Only this maatwerkplaats.",
    "databank review list --suspects": "Only cases in which something is still suspect.",
    "databank review list --second": "Only cases that wait for a second reviewer.",
    "databank review list --limit": _ALIKE,
    "databank review list --page": "Which page of them.",
    "databank review list --json": _JSON,
    "databank review show": "Show the safe text of CASE_ID, its risk, what was replaced, what is suspect.",
    "databank review show --json": _JSON,
    "databank review approve": "Approve cases: once released everybody finds them. Some need two people.",
    "databank review approve --reason": _WHY,
    "databank review hold": "Hold cases back: nobody finds them.",
    "databank review hold --reason": _WHY,
    "databank review reopen": "Put cases back in the queue; an approval becomes void.",
    "databank review reopen --reason": _WHY,
    "databank review redact": "Mask more in CASE_ID: words or a place.",
    "databank review redact --words": "These words, in the whole case and in every spelling; - reads them.",
    "databank review redact --at": "The words at this place, such as situation:10-17.",
    "databank review redact --kind": "What it is.",
    "databank review redact --as": "A placeholder that is there already, such as [PERSOON-1].",
    "databank review placeholder": "Change placeholder OLD into NEW over all of CASE_ID.",
    "databank review placeholder --at": _ONLY_HERE,
    "databank review coarsen": "Accept proposals that tell less; review show has their NUMBERS.",
    "databank review coarsen --all": "All proposals.",
    "databank review restore": "Put WORDS back in the place of placeholder LABEL: they were not personal.",
    "databank review restore --at": _ONLY_HERE,
    "databank review restore --scope": "Where that holds: this case, its maatwerkplaats, all cases.",
    "databank review allow": "Words that may stay: false alarms.",
    "databank review allow list": "Show the words that may stay.",
    "databank review allow list --json": _JSON,
    "databank review allow add": "Put WORDS on the list; without --case or --maatwerkplaats for all cases.",
    "databank review allow add --case": "In this case only.",
    "databank review allow add --maatwerkplaats": _PLACE_ONLY,
    "databank review allow add --kind": "Only where it is taken for this kind.",
    "databank review allow add --any-case": "Capitals make no difference.",
    "databank review allow add --reason": _WHY,
    "databank review allow remove": "Take number NUMBER off the list.",
    "databank review deny": "Words that are masked always.",
    "databank review deny list": "Show the words that are masked always.",
    "databank review deny list --json": _JSON,
    "databank review deny add": "Put WORDS on the list: a first name or a surname, never together.",
    "databank review deny add --kind": "What it is.",
    "databank review deny add --maatwerkplaats": _PLACE_ONLY,
    "databank review deny add --reason": _WHY,
    "databank review deny remove": "Take number NUMBER off the list.",
    "databank search": "Search for cases like TEXT (a question, words, a case), or list what meets filters.",
    "databank search --like": "Instead of TEXT: like this case; up to three times.",
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
    "databank index clean": "Remove what former search models left in the database.",
    "databank index verify": "Check the index files for damage.",
    "databank feedback": "What people said about the cases that they found.",
    "databank feedback list": "Count what was said, by grade and band, without names.",
    "databank feedback list --json": _JSON,
    "databank feedback export": "Write cases, judged searches and judgements as a BEIR folder.",
    "databank feedback export --to": "Folder to write in.",
    "databank feedback delete": "Delete all that one person said, or all that is old.",
    "databank feedback delete --user": "Name under which this person judged.",
    "databank feedback delete --before": "Given before this day.",
    "databank anonymise": 'Take personal data out of texts: JSONL with {"id","text"} or whole cases.',
    "databank evaluate": "Measure how good anonymising and searching are, on data with known answers.",
    "databank evaluate anonymisation": "How much personal data is found, and how much too much?",
    "databank evaluate anonymisation --json": _JSON,
    "databank evaluate anonymisation --report": "Folder for a readable report with charts.",
    "databank evaluate anonymisation --date": "Day that the report bears.",
    "databank evaluate retrieval": "Are the right cases first? DIR holds a BEIR data set.",
    "databank evaluate retrieval --from-feedback": "Use what people said about found cases, in place of DIR.",
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
