"""What every answer is like: safe headers, light pages, nothing inline, both languages whole."""

import json
import re

import pytest

from conftest import english
from made_up import PUNISHED

CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def test_pages_are_utf8_and_their_policy_allows_nothing_inline(portal, kinds):
    for kind, path in kinds.items():
        _, headers, _ = portal.get(path)
        assert headers["Content-Type"].lower() == "text/html; charset=utf-8", kind
        policy = headers["Content-Security-Policy"]
        assert "default-src" in policy and "unsafe" not in policy, f"{kind}: {policy}"
        assert headers["X-Content-Type-Options"] == "nosniff", kind
        assert headers["Referrer-Policy"], kind


def test_nothing_is_inline(portal, kinds):
    for kind, path in kinds.items():
        for address in (path, english(path)):
            text = portal.get(address)[2]
            assert not re.search(r"<script(?![^>]*\bsrc=)", text), kind
            assert not re.search(r"<style\b", text), kind
            assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", text), kind


def test_pages_are_light(portal, kinds):
    """At most 60 kB with their style sheet and scripts."""
    weights = {}
    for kind, path in kinds.items():
        for address in (path, english(path)):
            text = portal.get(address)[2]
            weight = len(text.encode())
            for asset in re.findall(r'(?:href|src)="(/assets/[^"]+\.(?:css|js)[^"]*)"', text):
                weight += len(portal.get(asset)[2].encode())
            weights[address] = weight
    heavy = {address: weight for address, weight in weights.items() if weight > 60_000}
    assert not heavy, heavy


def test_what_has_not_changed_is_not_sent_again(portal, kinds):
    for path in ("/", kinds["file"], f"/api/v1/files/{PUNISHED.code}"):
        _, headers, _ = portal.get(path)
        tag = headers["ETag"]
        assert tag, path
        status, _, text = portal.get(path, **{"If-None-Match": tag})
        assert (status, text) == (304, ""), path


def test_assets_may_be_kept_for_ever(portal):
    text = portal.get("/")[2]
    sheet = re.search(r'href="(/assets/site\.css[^"]*)"', text).group(1)
    _, headers, _ = portal.get(sheet)
    assert "immutable" in headers["Cache-Control"]


def test_every_link_of_every_page_leads_somewhere(portal, kinds):
    links = set()
    for kind, path in kinds.items():
        for address in (path, english(path)):
            links |= set(re.findall(r'<a [^>]*href="(/[^"#]*)', portal.get(address)[2]))
    broken = []
    for link in sorted(links):
        link = link.replace("&amp;", "&")
        status = portal.get(link)[0]
        if status != 200 and not link.startswith("/no-such-page"):
            broken.append((status, link))
    assert not broken, broken
    assert len(links) > 60


def test_english_pages_say_everything_in_english(window, kinds):
    """Chinese stands only where it is marked as such: names, documents, words of the register."""
    page = window()
    for kind, path in kinds.items():
        page.goto(english(path))
        assert page.locator("html").get_attribute("lang") == "en", kind
        stray = page.evaluate(
            """() => {
                const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
                while (walker.nextNode()) {
                    const node = walker.currentNode, element = node.parentElement
                    if (element.closest('svg title, svg desc')) continue
                    if (/[\\u3400-\\u9fff]/.test(node.data) && !element.closest('[lang^=zh]')) found.push(node.data.trim())
                }
                return found.slice(0, 5)
            }"""
        )
        assert stray == [], f"{kind}: {stray}"


def test_one_page_leads_to_the_other_language_and_back(window, kinds):
    page = window()
    for kind in ("home", "file", "entry", "list", "rules"):
        page.goto(kinds[kind])
        page.get_by_role("link", name="English").click()
        assert page.locator("html").get_attribute("lang") == "en", kind
        page.get_by_role("link", name="中文").click()
        assert page.locator("html").get_attribute("lang") == "zh-Hans", kind


def test_dates_are_written_out(portal, kinds):
    """2026年7月4日 and 4 July 2026, never 2026-07-04 before a reader's eye."""
    for kind in ("file", "entry", "list"):
        for address in (kinds[kind], english(kinds[kind])):
            text = re.sub(r"<[^>]*>", " ", portal.get(address)[2])
            assert not re.search(r"\b20\d\d-\d\d-\d\d\b", text), address


def test_health_is_asked_of_the_store(portal):
    status, _, text = portal.get("/healthz")
    assert status == 200 and text


@pytest.mark.parametrize("path", ["/api/v1/files/91220402TEWT00000", "/api/v1/entries/999999999", "/api/v1/nothing"])
def test_problems_of_the_api_are_rfc_9457(portal, path):
    status, headers, text = portal.get(path)
    assert status == 404
    assert headers["Content-Type"].startswith("application/problem+json")
    problem = json.loads(text)
    assert problem["status"] == 404 and problem["title"] and problem["type"]


def test_the_api_describes_itself(portal):
    status, _, text = portal.get("/api/v1/openapi.json")
    assert status == 200
    assert json.loads(text)["openapi"].startswith("3.1")


def test_every_field_of_an_entry_has_a_name_of_its_own(window, kinds):
    page = window()
    for address in (kinds["entry"], english(kinds["entry"])):
        page.goto(address)
        names = page.locator("section[aria-labelledby=what] dt").all_inner_texts()
        assert len(names) > 5 and len(names) == len(set(names)), f"{address}: {sorted(names)}"


def test_every_kind_of_page_is_there(portal, kinds):
    for kind, path in kinds.items():
        for address in (path, "/en" if path == "/" else "/en" + path):
            status, _, text = portal.get(address)
            assert status == (404 if kind == "not-found" else 200), address
            assert len(text.encode()) <= 60_000, f"{address} {len(text.encode())}"
