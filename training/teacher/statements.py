"""The teacher of statements: which words tell that somebody says or thinks something.

    python statements.py tune  --corpora DIR --out statements.pt [--rounds 3] [--rate 1.5e-4]
    python statements.py score --corpora DIR --model statements.pt
    python statements.py label --corpora DIR --model statements.pt --out statements.jsonl [--wire 500]

`tune` learns from polnear/train and marked/train.jsonl; `score` measures on their dev parts; `label` labels reports that nobody marked, and what
stands inside the contents of polnear/train, a line a report: where words begin and end (UTF-16 code units) and the chance that they belong to a cue.
"""
import argparse
import json
import random
import re
from bisect import bisect_left
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from encoder import Encoder, Pieces, batches, code_points, learn, lines, load, pack, save, unmarked

SIZE, CONTEXT = 300, 60
LEAST = 0.03


class Teacher(Encoder):
    """Chances that a word belongs to a cue."""

    def __init__(self):
        super().__init__()
        self.cue = nn.Linear(self.width, 1)
        nn.init.constant_(self.cue.bias, -3)

    def forward(self, ids, shapes, seen):
        return self.cue(super().forward(ids, shapes, seen))[:, :, 0]


class Report:
    """A report's word pieces with what is marked on them: `cue` is 1, 0 or -1 (not known), `cues` the pieces of each cue."""

    def __init__(self, row):
        self.row = row
        self.pieces = Pieces(row["text"], SIZE, CONTEXT)
        self.starts = [start for start, _ in self.pieces.offsets]
        self.cue = torch.zeros(len(self.starts))
        self.cues = []
        points = code_points(row["text"]) if row.get("units", True) else lambda point: point
        covered = lambda spans: [i for s, e in spans for i in range(bisect_left(self.starts, points(s)), bisect_left(self.starts, points(e)))]
        statements = row.get("statements", [])
        if not row.get("whole", True):
            for one in statements:
                self.cue[covered(one["content"])] = -1
        for one in statements:
            pieces = covered(one["cue"])
            if pieces:
                self.cue[pieces] = 1
                self.cues.append(set(pieces))


def marked(path):
    """Reports marked whole. Statements without a cue are left out: nothing tells of them but marks of quotation."""
    pair = lambda span: [span["start"], span["end"]]
    rows = []
    for row in lines(path):
        statements = [
            {"source": [pair(s["source"])] if s["source"] else [], "cue": [pair(s["cue"])], "content": [pair(c) for c in s["content"]]}
            for s in row["statements"]
            if s["cue"] and s["content"]
        ]
        rows.append({"id": row["id"], "text": row["text"], "statements": statements})
    return rows


def polnear(folder):
    """Articles of PolNeAR with the marks of the first who read them (brat standoff, counted in code points)."""
    rows = []
    for path in sorted((folder / "text").glob("*.txt")):
        marks = sorted((folder / "attributions").glob(f"{path.stem}_????.ann")) or [folder / "attributions" / f"{path.stem}.ann"]
        if not marks[0].exists():
            continue
        spans, statements = {}, []
        for line in marks[0].read_text(encoding="utf8").split("\n"):
            key, _, body = line.partition("\t")
            if re.fullmatch(r"T\d+", key):
                body = body.split("\t")[0]
                spans[key] = [[int(n) for n in part.split()] for part in body[body.index(" ") + 1 :].split(";")]
            elif re.fullmatch(r"E\d+", key):
                one = {"source": [], "cue": [], "content": []}
                for argument in body.split()[1:]:
                    kind, _, target = argument.partition(":")
                    one.setdefault(re.sub(r"\d+$", "", kind).lower(), []).extend(spans.get(target, []))
                if one["content"] and one["cue"]:
                    statements.append(one)
        # the text as it stands, its line ends not turned
        text = path.read_bytes().decode("utf8")
        rows.append({"id": path.stem, "text": text, "statements": statements, "units": False, "whole": False})
    return rows


def tune(corpora, out, rounds, rate, first):
    chance = random.Random(1)
    torch.manual_seed(1)
    whole = [Report(row) for row in marked(corpora / "marked/train.jsonl")]
    outermost = [Report(row) for row in polnear(corpora / "polnear/train")]
    world = [Report(row) for row in marked(corpora / "marked/dev.jsonl")]
    politics = [Report(row) for row in polnear(corpora / "polnear/dev")][:40]
    model = Teacher()
    if first:
        load(model, first)
    # in each round all reports marked whole, and the next third of the others
    chance.shuffle(outermost)
    mixed = [whole + outermost[n % 3 :: 3] for n in range(rounds)]
    # the word pieces' own vectors and the two lowest layers stay as they are
    frozen = [model.enc.embeddings, *model.enc.encoder.layer[:2]]
    for number in learn(model, mixed, loss_of, chance, rate, warm=60, frozen=frozen, least=0.02):
        save(model, out)
        print(f"round {number}: world {said(model, world)}; politics {said(model, politics)}", flush=True)


def loss_of(model, batch):
    cues = model(*pack(batch))
    loss, known = 0, 0
    for row, (report, (context, start, end)) in enumerate(batch):
        wanted = report.cue[start:end]
        told = wanted >= 0
        own = cues[row, 1 + start - context : 1 + end - context][told]
        loss = loss + F.binary_cross_entropy_with_logits(own, wanted[told], reduction="sum")
        known += int(told.sum())
    return 10 * loss / max(1, known)


@torch.no_grad()
def read(model, reports):
    """Gives every report `chances`, a number a word piece."""
    model.eval()
    for report in reports:
        report.chances = torch.zeros(len(report.starts))
    for batch in batches(reports, 4000):
        cues = torch.sigmoid(model(*pack(batch)))
        for row, (report, (context, start, end)) in enumerate(batch):
            report.chances[start:end] = cues[row, 1 + start - context : 1 + end - context]


def groups_of(numbers):
    """Runs of numbers that follow each other."""
    groups = []
    for n in numbers:
        if groups and groups[-1][-1] == n - 1:
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def said(model, reports):
    """F1, precision and recall of cues at three bounds."""
    read(model, reports)
    parts = []
    for bound in (0.35, 0.5, 0.65):
        right = given = 0
        wanted = sum(len(report.cues) for report in reports)
        for report in reports:
            left = list(report.cues)
            for group in groups_of((report.chances > bound).nonzero()[:, 0].tolist()):
                found = next((cue for cue in left if cue & set(group)), None)
                if found:
                    right += 1
                    left.remove(found)
                elif (report.cue[group] < 0).all():
                    continue
                given += 1
        precision, recall = right / max(1, given), right / max(1, wanted)
        parts.append(f"at {bound}: F1 {2 * right / max(1, given + wanted):.3f} ({precision:.3f}, {recall:.3f})")
    return "; ".join(parts)


def label(model, rows, out):
    with open(out, "w", encoding="utf8") as file:
        for at in range(0, len(rows), 20):
            reports = [Report(row) for row in rows[at : at + 20]]
            read(model, reports)
            for report in reports:
                row = {key: report.row[key] for key in ("id", "text", "published") if key in report.row}
                file.write(json.dumps({**row, "cues": told(report)}) + "\n")


def told(report):
    text, offsets = report.row["text"], report.pieces.offsets
    unit = lambda point: point if text.isascii() else len(text[:point].encode("utf-16-le")) // 2
    inside = report.cue < 0 if not report.row.get("whole", True) else torch.ones(len(offsets), dtype=torch.bool)
    words = (report.pieces.first & inside & (report.chances > LEAST)).nonzero()[:, 0].tolist()
    return [[unit(offsets[i][0]), unit(offsets[i][1]), round(float(report.chances[i]), 3)] for i in words]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["tune", "score", "label"])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path(__file__).parent / "statements.pt")
    parser.add_argument("--first", type=Path, default=Path(__file__).parent / "events.pt", help="weights to begin from")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--wire", type=int, default=500)
    given = parser.parse_args()
    if given.step == "tune":
        tune(given.corpora, given.out or given.model, given.rounds, given.rate, given.first)
        return
    model = load(Teacher(), given.model)
    if given.step == "score":
        print("world", said(model, [Report(row) for row in marked(given.corpora / "marked/dev.jsonl")]))
        print("politics", said(model, [Report(row) for row in polnear(given.corpora / "polnear/dev")]))
    else:
        label(model, polnear(given.corpora / "polnear/train") + unmarked(given.corpora, given.wire), given.out)


if __name__ == "__main__":
    main()
