"""The pages are good without a script."""

import re

from playwright.sync_api import expect

from made_up import PUNISHED


def test_the_main_path_works(window):
    page = window(java_script_enabled=False)
    page.goto("/")
    page.locator("#q").fill("清源泉")
    page.get_by_role("button", name="查询").click()
    page.locator("main a[href*='/file/']").first.click()
    expect(page).to_have_url(re.compile(f"/file/{PUNISHED.code}$"))
    page.locator("main a[href^='/entry/']").first.click()
    expect(page).to_have_url(re.compile(r"/entry/\d+$"))


def test_a_day_can_be_chosen(window):
    page = window(java_script_enabled=False)
    page.goto(f"/file/{PUNISHED.code}")
    page.locator("input[name=on]").fill("2026-01-15")
    page.locator("form:has(input[name=on]) button").first.click()
    expect(page).to_have_url(re.compile(r"on=2026-01-15"))
    expect(page.get_by_role("main")).to_contain_text("2026年1月15日")


def test_no_button_is_dead(window, kinds):
    """A button that only a script could serve is not there, or not seen, without one."""
    page = window(java_script_enabled=False)
    for kind, path in kinds.items():
        page.goto(path)
        for place in range(page.locator("button").count()):
            button = page.locator("button").nth(place)
            if button.is_visible():
                assert button.evaluate("button => !!button.form"), f"{kind}: {button.inner_text()}"


def test_the_table_says_what_the_life_line_draws(window):
    page = window(java_script_enabled=False)
    page.goto(f"/file/{PUNISHED.code}")
    drawn = page.locator(".lifeline svg[role=group] a").count()
    assert drawn == page.locator(".lifeline table tbody tr").count()
