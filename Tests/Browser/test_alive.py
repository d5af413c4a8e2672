"""What another process hands in or takes down is found, or no more, within a second, while the portal runs on."""

import json
import time
import urllib.parse

from made_up import DEPARTMENT, Organisation, credit_code, day, licence, write


def hits(portal, query):
    return [hit["key"] for hit in json.loads(portal.get(f"/api/v1/search?q={urllib.parse.quote(query)}")[2])["hits"]]


def seconds_until(holds, most=5):
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < most, "not within five seconds"
        time.sleep(0.02)
    return time.monotonic() - began


def test_what_another_process_hands_in_is_found_within_a_second(portal, tmp_path):
    for number in range(3):
        new = Organisation(credit_code("91220402", f"TEWT98W{number}"), f"辽源市晚霞{'甲乙丙'[number]}示例印务有限公司")
        assert new.code not in hits(portal, "晚霞")
        file = write(tmp_path / f"new-{number}.csv", "licence", [licence(new, f"辽夜许〔示例〕{number}号", day(-1))])
        portal.run("submit", file, "--from", DEPARTMENT)
        for query in (new.name, "晚霞" + "甲乙丙"[number], "wanxia", "TEWT98W"):
            assert seconds_until(lambda: new.code in hits(portal, query)) < 1, query


def test_what_is_taken_down_is_found_no_more_within_a_second(portal, tmp_path):
    gone = Organisation(credit_code("91220402", "TEWT97W1"), "辽源市朝露示例印务有限公司")
    file = write(tmp_path / "gone.csv", "licence", [licence(gone, "辽露许〔示例〕1号", day(-1))])
    portal.run("submit", file, "--from", DEPARTMENT)
    assert seconds_until(lambda: gone.code in hits(portal, "朝露示例")) < 1
    entries = [entry for section in portal.file(gone.code)["sections"] for entry in section["entries"]]
    portal.run("withdraw", entries[0]["id"], "--by", "王某", "--reason", "误报")
    for query in ("朝露示例", "chaolu", gone.code):
        assert seconds_until(lambda: gone.code not in hits(portal, query)) < 1, query
