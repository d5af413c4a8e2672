"""One engine that finds names, as a process of its own: builds its index, answers the queries, says what it cost.

    PYTHON Benchmarks/peers.py ENGINE NAMES.tsv QUERIES.tsv OUT.json

NAMES.tsv has a code and a folded name a line, QUERIES.tsv a kind and a folded query. search.py writes them; the folding is not
charged. Needs nothing but Python and the engine, so that Debian's Python can run Debian's Xapian.
"""

import json
import os
import pathlib
import sqlite3
import sys
import tempfile
import time

FIRST = 10
WARMING = 20


def bigrams(text):
    """Each pair of neighbours once; the whole text where it has no pair."""
    return list(dict.fromkeys(text[place : place + 2] for place in range(len(text) - 1))) or [text]


def folder_size(folder):
    return sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())


class Engine:
    """Builds in `self.folder`; `search` gives line numbers of names, the best first."""

    def __init__(self, folder):
        self.folder = folder

    def cpu(self):
        return time.process_time()

    def size(self):
        return folder_size(self.folder)


class Tantivy(Engine):
    """Bigrams with frequencies in one segment, OR query without counting, so that it may leave out what cannot be among the ten.

    Its index holds name and code, as ours does, but hits are read from a column of numbers: reading what it stored costs it more.
    """

    def build(self, names):
        import tantivy

        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("name", stored=True, tokenizer_name="bigrams", index_option="freq")
        builder.add_text_field("code", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("line", fast=True)
        self.schema = builder.build()
        index = tantivy.Index(self.schema, path=self.folder)
        bigram = tantivy.Tokenizer.ngram(min_gram=2, max_gram=2, prefix_only=False)
        index.register_tokenizer("bigrams", tantivy.TextAnalyzerBuilder(bigram).build())
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        for line, (code, name) in enumerate(names):
            writer.add_document(tantivy.Document(name=name, code=code, line=line))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def search(self, text):
        term, should = self.tantivy.Query.term_query, self.tantivy.Occur.Should
        terms = [(should, term(self.schema, "name", bigram, "freq")) for bigram in bigrams(text)]
        found = self.searcher.search(self.tantivy.Query.boolean_query(terms), FIRST, count=False)
        return self.searcher.fast_field_values("line", [address for _, address in found.hits])


class Xapian(Engine):
    """Bigrams as terms, OR query, BM25."""

    def build(self, names):
        import xapian

        self.xapian = xapian
        database = xapian.WritableDatabase(self.folder, xapian.DB_CREATE_OR_OVERWRITE)
        for code, name in names:
            document = xapian.Document()
            document.set_data(code)
            for bigram in bigrams(name):
                document.add_term(bigram)
            database.add_document(document)
        database.commit()
        database.close()
        self.enquire = xapian.Enquire(xapian.Database(self.folder))

    def search(self, text):
        self.enquire.set_query(self.xapian.Query(self.xapian.Query.OP_OR, bigrams(text)))
        return [match.docid - 1 for match in self.enquire.get_mset(0, FIRST)]


class Fts5(Engine):
    """SQLite's full-text index, OR of the query's tokens, ordered by BM25."""

    def build(self, names):
        self.database = sqlite3.connect(os.path.join(self.folder, "names.sqlite"))
        self.database.execute(f"CREATE VIRTUAL TABLE name USING fts5(words, tokenize='{self.tokenizer}')")
        rows = ((line, self.written(name)) for line, (_, name) in enumerate(names, 1))
        self.database.executemany("INSERT INTO name (rowid, words) VALUES (?, ?)", rows)
        self.database.execute("INSERT INTO name (name) VALUES ('optimize')")
        self.database.commit()

    def search(self, text):
        tokens = " OR ".join(f'"{token}"' for token in self.tokens(text))
        if not tokens:
            return []
        found = self.database.execute("SELECT rowid FROM name WHERE name MATCH ? ORDER BY rank LIMIT ?", (tokens, FIRST))
        return [line - 1 for (line,) in found]


class Fts5Trigrams(Fts5):
    tokenizer = "trigram"

    def written(self, name):
        return name

    def tokens(self, text):
        return dict.fromkeys(text[place : place + 3] for place in range(len(text) - 2))


class Fts5Bigrams(Fts5):
    tokenizer = "unicode61"

    def written(self, name):
        return " ".join(bigrams(name))

    def tokens(self, text):
        return bigrams(text)


class PgTrgm(Engine):
    """PostgreSQL with a GIN index of trigrams, names like the query, the most similar first; its backend's CPU time is counted."""

    def __init__(self, folder):
        import psycopg

        super().__init__(folder)
        self.connection = psycopg.connect(os.environ["XINYUAN_TEST_POSTGRES"], autocommit=True)
        self.connection.execute("CREATE EXTENSION pg_trgm")

    def build(self, names):
        with self.connection.cursor() as cursor:
            cursor.execute("CREATE TABLE name (line integer PRIMARY KEY, code text NOT NULL, name text NOT NULL)")
            with cursor.copy("COPY name FROM STDIN") as copy:
                for line, (code, name) in enumerate(names):
                    copy.write_row((line, code, name))
            cursor.execute("CREATE INDEX name_trigrams ON name USING gin (name gin_trgm_ops)")
            cursor.execute("VACUUM ANALYZE name")

    def cpu(self):
        fields = pathlib.Path(f"/proc/{self.connection.info.backend_pid}/stat").read_text().rsplit(")", 1)[1].split()
        return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def size(self):
        return self.connection.execute("SELECT pg_total_relation_size('name')").fetchone()[0]

    def search(self, text):
        found = self.connection.execute(
            "SELECT line FROM name WHERE name %% %s ORDER BY similarity(name, %s) DESC LIMIT %s", (text, text, FIRST)
        )
        return [line for (line,) in found]


class RapidFuzz(Engine):
    """No index: the ratio of the query to every name."""

    def build(self, names):
        from rapidfuzz import fuzz, process

        self.extract, self.ratio = process.extract, fuzz.ratio
        self.names = [name for _, name in names]

    def search(self, text):
        return [line for _, _, line in self.extract(text, self.names, scorer=self.ratio, processor=None, limit=FIRST)]


ENGINES = {
    "tantivy": Tantivy,
    "Xapian": Xapian,
    "FTS5 bigrams": Fts5Bigrams,
    "FTS5 trigrams": Fts5Trigrams,
    "pg_trgm": PgTrgm,
    "rapidfuzz": RapidFuzz,
}


def ask(engine, kind, texts, codes):
    """The answers to all queries of a kind: codes, latencies in microseconds, CPU seconds of all of them."""
    latencies, answers = [], []
    before = engine.cpu()
    for text in texts:
        began = time.perf_counter()
        lines = engine.search(text)
        latencies.append((time.perf_counter() - began) * 1e6)
        answers.append(lines)
    cpu = engine.cpu() - before
    # An organisation stands once, however many names of it are found.
    found = [list(dict.fromkeys(codes[line] for line in lines)) for lines in answers]
    return {"kind": kind, "cpu": cpu, "latencies_us": latencies, "answers": found}


def rows_of(path):
    return [tuple(line.split("\t")) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]


def main(name, names_path, queries_path, out):
    names, queries = rows_of(names_path), rows_of(queries_path)
    codes = [code for code, _ in names]
    with tempfile.TemporaryDirectory() as folder:
        engine = ENGINES[name](folder)
        before, began = engine.cpu(), time.perf_counter()
        engine.build(names)
        build_cpu, build_wall = engine.cpu() - before, time.perf_counter() - began
        for _, text in queries[:: max(1, len(queries) // WARMING)]:
            engine.search(text)
        kinds = [
            ask(engine, kind, [text for asked, text in queries if asked == kind], codes)
            for kind in dict.fromkeys(kind for kind, _ in queries)
        ]
        result = {"build_cpu": build_cpu, "build_wall": build_wall, "bytes": engine.size(), "kinds": kinds}
    pathlib.Path(out).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
