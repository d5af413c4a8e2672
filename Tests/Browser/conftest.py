"""A small city, handed in and served by the real binary; one Chromium for all tests."""

import json
import os
import pathlib
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

import made_up

ROOT = made_up.ROOT
XINYUAN = ROOT / os.environ.get("XINYUAN", ".build/debug/xinyuan")


class Portal:
    """The city's portal: its address, its store, and the command line beside it."""

    def __init__(self, folder):
        self.folder = folder
        self.store = folder / "city.sqlite"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{probe.getsockname()[1]}"

    def run(self, *arguments, allowed=(0,)):
        result = subprocess.run(
            [XINYUAN, *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "XINYUAN_STORE": f"sqlite:{self.store}"},
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert result.returncode in allowed, f"xinyuan {arguments}: {result.returncode}\n{result.stdout}\n{result.stderr}"
        return result.stdout

    def hand_in(self):
        city = self.folder / "city"
        self.run("sample", "--seed", 3, "--organisations", 200, "--records", 2000, "--out", city)
        self.run("submit", "--manifest", city / "manifest.json", allowed=(0, 1))
        for item, rows in (("penalty", made_up.penalties()), ("licence", made_up.licences())):
            file = made_up.write(self.folder / f"{item}.csv", item, rows)
            counts = json.loads(self.run("submit", file, "--from", made_up.DEPARTMENT, "--json"))
            assert counts["admitted"] == len(rows), counts["faults"]

    def get(self, path, **headers):
        """Status, headers and text of an answer, whatever it is."""
        request = urllib.request.Request(self.address + urllib.parse.quote(path, safe="/?=&%"), headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def file(self, code, on=None):
        """The credit file of a code, as the API gives it."""
        status, _, text = self.get(f"/api/v1/files/{code}" + (f"?on={on}" if on else ""))
        assert status == 200, text
        return json.loads(text)

    def entry_id(self, document):
        entries = [entry for section in self.file(made_up.PUNISHED.code)["sections"] for entry in section["entries"]]
        return next(entry["id"] for entry in entries if document in json.dumps(entry, ensure_ascii=False))

    def fullest(self):
        """The code with the most records."""
        with sqlite3.connect(self.store) as connection:
            return connection.execute(
                "SELECT s.code FROM subject s JOIN record r ON r.subject = s.id WHERE r.shown_from IS NOT NULL"
                " GROUP BY s.id ORDER BY count(*) DESC, s.code LIMIT 1"
            ).fetchone()[0]

    def serve(self):
        port = self.address.rsplit(":", 1)[1]
        log = open(self.folder / "portal.log", "wb")
        process = subprocess.Popen(
            [XINYUAN, "serve", "--port", port, "--store", f"sqlite:{self.store}"], cwd=ROOT, stdout=log, stderr=log
        )
        for _ in range(300):
            assert process.poll() is None, (self.folder / "portal.log").read_text()
            try:
                if self.get("/healthz")[0] == 200:
                    return process
            except urllib.error.URLError:
                pass
            time.sleep(0.1)
        process.kill()
        raise AssertionError("the portal does not answer on /healthz")


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    portal = Portal(tmp_path_factory.mktemp("portal"))
    portal.hand_in()
    process = portal.serve()
    yield portal
    process.terminate()
    assert process.wait(30) == 0, "the portal did not stop gracefully"


@pytest.fixture(scope="session")
def kinds(portal):
    """One address of every kind of page, in Chinese; the English one stands under /en."""
    file = f"/file/{made_up.PUNISHED.code}"
    return {
        "home": "/",
        "results": "/search?q=清源泉",
        "no-results": "/search?q=查无此名",
        "file": file,
        "file-past": f"{file}?on={made_up.TODAY.replace(day=1) if made_up.TODAY.day > 1 else '2026-01-01'}",
        "file-full": f"/file/{portal.fullest()}",
        "section": f"{file}/administration",
        "entry": f"/entry/{portal.entry_id(made_up.SHOWN)}",
        "lists": "/lists",
        "list": "/lists/penalty",
        "catalogue": "/catalogue",
        "item": "/catalogue/penalty",
        "item-grade": "/catalogue/tax-credit-grade",
        "item-restricted": "/catalogue/civil-servant-assessment",
        "departments": "/departments",
        "department": "/departments/market-regulation",
        "department-former": "/departments/industry-commerce",
        "plan": "/plan",
        "clause": "/plan/2.5",
        "subjects": "/subjects",
        "subject": "/subjects/enterprise",
        "subject-section": "/subjects/enterprise/administration",
        "sole-trader": "/subjects/sole-trader",
        "persons": "/subjects/person-in-role",
        "laws": "/laws",
        "laws-kind": "/laws?kind=law",
        "law": "/laws/penalty-law",
        "rules": "/rules",
        "ledger": "/ledger",
        "guide": "/help/handing-in",
        "objection": "/help/objection",
        "repair": "/help/repair",
        "report": "/help/report",
        "check": "/check",
        "not-found": "/no-such-page",
    }


def english(path):
    return "/en" if path == "/" else "/en" + path


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def window(chromium, portal):
    """Opens windows; at the end, none may have asked a third party for anything or offended the page's own policy."""
    contexts, asked, complaints = [], [], []

    def open_window(**options):
        context = chromium.new_context(base_url=portal.address, locale="zh-CN", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    foreign = [url for url in asked if not url.startswith((portal.address, "data:"))]
    assert not foreign, f"third parties were asked: {foreign}"
    # A page that is meant to be missing says 404 on the console too.
    complaints = [text for text in complaints if "the server responded with a status of 4" not in text]
    assert not complaints, complaints


def pytest_terminal_summary(terminalreporter):
    counts = {name: len(terminalreporter.stats.get(name, [])) for name in ("passed", "failed", "error")}
    terminalreporter.write_line(f"{counts['passed']} passed, {counts['failed'] + counts['error']} failed")
