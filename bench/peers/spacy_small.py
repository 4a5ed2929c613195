"""spaCy's small English model in a process of its own: python spacy_small.py MODULE TEXTS.jsonl

The same lines in and out as speak.js: says when it is ready, then answers {"do": "pass"} and {"do": "analyse", ...}.
Offsets are code points here; bench/peers/spacy.js makes UTF-16 units of them. Set OMP_NUM_THREADS=1 outside.
"""
import json
import resource
import sys
import time

BEGUN = time.perf_counter()
import spacy  # noqa: E402: loading it is part of what is timed

# Texts at a time. Of 8, 32, 128 and 1,000 (the library's own) none was faster than another by more than the noise.
BATCH = 128


def rows(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def words_of(sentence):
    """Words without white-space tokens; who hangs on one hangs on its head."""
    kept = [token for token in sentence if not token.is_space]
    place = {token.i: n for n, token in enumerate(kept)}
    out = []
    for token in kept:
        head = token
        while True:
            above = head.head
            if above.i == head.i:
                where = -1
                break
            head = above
            if head.i in place:
                where = place[head.i]
                break
        out.append({"start": token.idx, "end": token.idx + len(token), "lemma": token.lemma_ or "_", "upos": token.pos_ or "X", "head": where, "rel": token.dep_ or "dep"})
    return out


def found(doc):
    return {
        "sentences": [words for words in map(words_of, doc.sents) if words],
        "names": [[ent.start_char, ent.end_char, ent.label_] for ent in doc.ents],
    }


def main():
    module, texts_file = sys.argv[1:3]
    nlp = spacy.load(module)
    texts = [row["text"] for row in rows(texts_file)]

    def answer(message):
        if message["do"] == "pass":
            before, start = cpu(), time.perf_counter()
            for _ in nlp.pipe(texts, batch_size=BATCH):
                pass
            return {"seconds": time.perf_counter() - start, "cpu": cpu() - before}
        given = rows(message["texts"])
        with open(message["out"], "w", encoding="utf-8") as out:
            for row, doc in zip(given, nlp.pipe((row["text"] for row in given), batch_size=BATCH)):
                out.write(json.dumps({"id": row["id"], **found(doc)}) + "\n")
        return {"done": len(given)}

    def say(value):
        print(json.dumps(value), flush=True)

    say({"ready": time.perf_counter() - BEGUN, "version": spacy.__version__, "model": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"})
    for line in sys.stdin:
        say(answer(json.loads(line)))


main()
