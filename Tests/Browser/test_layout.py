"""Narrow, large, printed: the pages hold."""

import re

import pytest

from conftest import english
from made_up import PUNISHED


def sideways(page):
    """The widest things that stick out of the window."""
    return page.evaluate(
        """() => {
            const wide = document.documentElement.clientWidth
            if (document.documentElement.scrollWidth <= wide) return []
            return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest('.scroll'))
                .map(e => e.outerHTML.slice(0, 120)).slice(0, 5).concat(['scrollWidth ' + document.documentElement.scrollWidth])
        }"""
    )


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
def test_at_320_pixels_nothing_scrolls_sideways(window, kinds, large):
    page = window(viewport={"width": 320, "height": 640}, device_scale_factor=2)
    for kind, path in kinds.items():
        for address in (path, english(path)):
            page.goto(address + (("&" if "?" in address else "?") + "type=large" if large else ""))
            assert sideways(page) == [], f"{kind} {address}"


def test_large_type_is_larger_and_stays(window):
    page = window()
    page.goto("/")
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    standard = page.evaluate(size)
    page.get_by_role("link", name="大字版").click()
    large = page.evaluate(size)
    assert large >= standard * 1.15
    page.locator("#q").fill("清源泉")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search?**")
    assert page.evaluate(size) >= standard * 1.15
    page.locator("main a[href*='/file/']").first.click()
    page.wait_for_url(re.compile("/file/"))
    assert "type=large" in page.url
    page.get_by_role("link", name="标准字号").click()
    assert page.evaluate(size) < large


def test_what_one_presses_is_large_enough(window, kinds):
    """Buttons, fields and the switches of the masthead are 44 pixels high."""
    page = window(viewport={"width": 390, "height": 844})
    for kind in ("home", "file", "list"):
        page.goto(kinds[kind])
        for place in range(page.locator("button, input:not([type=hidden]), .switches a").count()):
            target = page.locator("button, input:not([type=hidden]), .switches a").nth(place)
            if target.is_visible():
                box = target.bounding_box()
                assert box["height"] >= 43.5, f"{kind}: {target.evaluate('e => e.outerHTML')[:120]} {box}"


def test_a_printed_page_says_its_day_and_the_root_of_the_ledger(window, portal, kinds):
    page = window()
    page.emulate_media(media="print")
    root = None
    for kind in ("file", "entry"):
        page.goto(kinds[kind])
        printed = page.locator(".printed")
        assert printed.is_visible(), kind
        text = printed.inner_text()
        assert re.search(r"\d{4}年\d{1,2}月\d{1,2}日", text), text
        assert re.search(r"[0-9a-f]{8}( [0-9a-f]{8}){7}", text), text
        root = root or text
        assert not page.locator(".switches").is_visible(), kind
        assert not page.locator("form").first.is_visible(), kind
    assert len(page.pdf(format="A4")) > 10_000


def test_the_life_line_is_whole_on_paper(window):
    page = window(viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    page.goto(f"/file/{PUNISHED.code}")
    chart = page.locator(".lifeline svg[role=group]")
    if chart.is_visible():
        box = chart.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 721
    else:
        assert page.locator(".lifeline table").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_scheme_of_the_system(window, scheme):
    page = window(color_scheme=scheme)
    page.goto("/")
    shade = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3"
    )
    assert (shade > 200) == (scheme == "light")
