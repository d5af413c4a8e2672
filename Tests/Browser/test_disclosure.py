"""What may be seen is seen, what may not is nowhere: in no page, no answer, no day."""

import datetime
import json
import re

import pytest

from conftest import english
from made_up import DEPARTMENT, ENDED, HONEST, MINOR, PUNISHED, SECRETS, SHOWN, TO_WITHDRAW, TODAY, UNDETERMINED
from made_up import Organisation, citizen_number, credit_code, day, licence, write
from test_alive import seconds_until


def everything(portal, kinds):
    """The text of every kind of page in both languages, and of the answers of the API that go with them."""
    paths = [address for path in kinds.values() for address in (path, english(path))]
    paths += [f"/api/v1/files/{PUNISHED.code}", f"/api/v1/files/{HONEST.code}", "/api/v1/lists/penalty", "/api/v1/lists/licence"]
    paths += ["/api/v1" + kinds["entry"].replace("/entry/", "/entries/"), "/api/v1/search?q=清源泉"]
    for path in paths:
        yield path, portal.get(path)[2]


def test_remarks_certificates_and_numbers_of_persons_are_nowhere(portal, kinds):
    for path, text in everything(portal, kinds):
        for secret in SECRETS:
            assert secret not in text, f"{secret} in {path}"


def test_what_the_law_lets_be_shown_is_shown(portal):
    page = portal.get(f"/file/{PUNISHED.code}")[2]
    assert SHOWN in page


@pytest.mark.parametrize("document", [ENDED, MINOR, UNDETERMINED], ids=["ended", "minor", "undetermined"])
@pytest.mark.parametrize("on", [None, "2021-06-01", "2023-01-01", "yesterday"])
def test_what_ended_or_is_minor_or_undecided_is_not_shown_whatever_the_day(portal, document, on):
    if on == "yesterday":
        on = (TODAY - datetime.timedelta(days=1)).isoformat()
    query = f"?on={on}" if on else ""
    for path in (f"/file/{PUNISHED.code}{query}", f"/file/{PUNISHED.code}/administration{query}", f"/api/v1/files/{PUNISHED.code}{query}"):
        status, _, text = portal.get(path)
        assert status == 200, path
        assert document not in text, path


def test_a_past_day_has_its_facts_only(portal):
    before = (TODAY - datetime.timedelta(days=60)).isoformat()
    assert SHOWN not in portal.get(f"/file/{PUNISHED.code}?on={before}")[2]


def test_a_day_to_come_has_no_facts(portal):
    assert portal.get(f"/file/{PUNISHED.code}?on=2099-01-01")[0] == 400


def test_pages_with_adverse_entries_are_not_for_search_engines(portal, kinds):
    pattern = r'<meta name="robots" content="[^"]*noindex'
    for kind in ("file", "entry", "section"):
        assert re.search(pattern, portal.get(kinds[kind])[2]), kind
    for path in ("/", f"/file/{HONEST.code}"):
        assert not re.search(pattern, portal.get(path)[2]), path


def test_a_persons_number_is_not_looked_up_and_not_repeated(portal):
    number = citizen_number("22040218870303003")
    for path in (f"/search?q={number}", f"/api/v1/search?q={number}"):
        status, _, text = portal.get(path)
        assert status == 400, path
        assert number not in text, path


def test_legal_representatives_are_not_found(portal):
    page = portal.get("/search?q=虚构甲乙")[2]
    assert PUNISHED.code not in page


def test_what_is_withdrawn_is_gone_at_once(portal):
    number = portal.entry_id(TO_WITHDRAW)
    assert TO_WITHDRAW in portal.get(f"/file/{PUNISHED.code}")[2]
    portal.run("withdraw", number, "--by", "王某", "--reason", "决定已撤销", "--document", "辽清撤〔示例〕1号")
    for path in (f"/file/{PUNISHED.code}", f"/api/v1/files/{PUNISHED.code}", "/lists/penalty", "/api/v1/lists/penalty"):
        assert TO_WITHDRAW not in portal.get(path)[2], path
    assert portal.get(f"/entry/{number}")[0] == 404
    assert portal.get(f"/api/v1/entries/{number}")[0] == 404


def test_what_comes_in_is_found_without_starting_anew(portal, tmp_path):
    newcomer = Organisation(credit_code("91220402", "TEWT99W7"), "辽源市新泉眼示例有限公司")
    file = write(tmp_path / "new.csv", "licence", [licence(newcomer, "辽清许〔示例〕107号", day(-3))])
    assert f"/file/{newcomer.code}" not in portal.get("/search?q=新泉眼")[2]
    assert json.loads(portal.run("submit", file, "--from", DEPARTMENT, "--json"))["admitted"] == 1
    assert seconds_until(lambda: f"/file/{newcomer.code}" in portal.get("/search?q=新泉眼")[2]) < 1
    assert portal.get(f"/file/{newcomer.code}")[0] == 200
