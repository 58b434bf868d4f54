"""The teacher of events: which words tell of an event, of which type, and how it is told.

    python events.py tune  --corpora DIR --out events.pt [--rounds 9] [--rate 1.5e-4]
    python events.py score --corpora DIR --model events.pt
    python events.py label --corpora DIR --model events.pt --out labels.jsonl [--wire 1200]

`tune` learns from marked/train.jsonl; `score` measures on marked/dev.jsonl; `label` labels reports that nobody marked: a line each, with the
beginnings of words (UTF-16 code units) and the chance that they tell of each type.
"""
import argparse
import json
import random
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from encoder import Encoder, Pieces, batches, code_points, learn, lines, load, pack, save, unmarked

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
STATUSES = "happened ongoing planned threatened asked supposed denied not-happened".split()
PRONOUNS = {"it", "this", "that", "these", "those", "which", "so"}
LEAST = 0.02


class Teacher(Encoder):
    """Chances of types and of statuses for every word piece."""

    def __init__(self):
        super().__init__()
        self.t = nn.Linear(self.width, len(TYPES))
        self.s = nn.Linear(self.width, len(STATUSES))
        nn.init.constant_(self.t.bias, -4)

    def forward(self, ids, shapes, seen):
        words = super().forward(ids, shapes, seen)
        return self.t(words), self.s(words)


class Report:
    """A report's word pieces with what is marked on them: a row of types, and a status or -1."""

    def __init__(self, row):
        self.row = row
        self.pieces = Pieces(row["text"])
        self.types = torch.zeros(len(self.pieces.ids), len(TYPES))
        self.status = torch.full((len(self.pieces.ids),), -1)
        points = code_points(row["text"])
        piece_at = {start: i for i, (start, _) in enumerate(self.pieces.offsets)}
        for event in row.get("events", []):
            for span in [event["trigger"], *event.get("also", [])]:
                start, end = points(span["start"]), points(span["end"])
                if row["text"][start:end].lower() in PRONOUNS:
                    continue
                piece = next((piece_at[at] for at in range(start, end) if at in piece_at), None)
                if piece is None:
                    continue
                self.types[piece, TYPES.index(event["type"])] = 1
                self.status[piece] = STATUSES.index(event["status"].replace("requested", "asked"))


def tune(corpora, out, rounds, rate):
    chance = random.Random(1)
    torch.manual_seed(1)
    train = [Report(row) for row in lines(corpora / "marked/train.jsonl")]
    dev = [Report(row) for row in lines(corpora / "marked/dev.jsonl")]
    model = Teacher()
    # the word pieces' own vectors stay as they are
    for number in learn(model, [train] * rounds, loss_of, chance, rate, warm=30, frozen=[model.enc.embeddings]):
        print(f"round {number}: {said(model, dev)}", flush=True)
        save(model, out)


def loss_of(model, batch):
    types, statuses = model(*pack(batch))
    loss, words = 0, 0
    for row, (report, (context, start, end)) in enumerate(batch):
        own = slice(1 + start - context, 1 + end - context)
        first = report.pieces.first[start:end]
        wanted = report.types[start:end][first]
        loss = loss + F.binary_cross_entropy_with_logits(types[row, own][first], wanted, reduction="sum")
        told = report.status[start:end] >= 0
        if told.any():
            loss = loss + F.cross_entropy(statuses[row, own][told], report.status[start:end][told], reduction="sum")
        words += int(first.sum())
    return 10 * loss / words


@torch.no_grad()
def read(model, reports):
    """Gives every report `chances` of types and `how` it is told, a row a word piece."""
    model.eval()
    for report in reports:
        report.chances = torch.zeros(len(report.pieces.ids), len(TYPES))
        report.how = torch.zeros(len(report.pieces.ids), len(STATUSES))
    for batch in batches(reports, 4000):
        types, statuses = model(*pack(batch))
        for row, (report, (context, start, end)) in enumerate(batch):
            own = slice(1 + start - context, 1 + end - context)
            report.chances[start:end] = torch.sigmoid(types[row, own])
            report.how[start:end] = statuses[row, own].softmax(-1)


def said(model, reports):
    """F1, precision and recall of words with their type at three bounds; status of marked words."""
    read(model, reports)
    parts = []
    for bound in (0.25, 0.35, 0.45):
        right = extra = missed = 0
        for report in reports:
            best = report.chances == report.chances.max(1, keepdim=True).values
            given = best & (report.chances > bound) & report.pieces.first[:, None]
            wanted = report.types > 0
            right += int((given & wanted).sum())
            extra += int((given & ~wanted).sum())
            missed += int((~given & wanted).sum())
        precision, recall = right / max(1, right + extra), right / max(1, right + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        parts.append(f"at {bound}: F1 {f1:.3f} ({precision:.3f}, {recall:.3f})")
    told = [(report.how[i].argmax() == report.status[i]).item() for report in reports for i in (report.status >= 0).nonzero()[:, 0]]
    return f"{'; '.join(parts)}; status {sum(told) / len(told):.3f}"


def label(model, rows, out):
    with open(out, "w", encoding="utf8") as file:
        for at in range(0, len(rows), 40):
            reports = [Report(row) for row in rows[at : at + 40]]
            read(model, reports)
            for report in reports:
                file.write(json.dumps({**report.row, "told": told(report)}) + "\n")


def told(report):
    text, found = report.row["text"], []
    for i in (report.pieces.first & (report.chances.max(1).values > LEAST)).nonzero()[:, 0].tolist():
        start = len(text[: report.pieces.offsets[i][0]].encode("utf-16-le")) // 2
        found.append([start, {TYPES[k]: round(p, 3) for k, p in enumerate(report.chances[i].tolist()) if p > 0.01}])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["tune", "score", "label"])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path(__file__).parent / "events.pt")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--wire", type=int, default=1200)
    given = parser.parse_args()
    if given.step == "tune":
        tune(given.corpora, given.out or given.model, given.rounds, given.rate)
        return
    model = load(Teacher(), given.model)
    if given.step == "score":
        print(said(model, [Report(row) for row in lines(given.corpora / "marked/dev.jsonl")]))
    else:
        label(model, unmarked(given.corpora, given.wire), given.out)


if __name__ == "__main__":
    main()
