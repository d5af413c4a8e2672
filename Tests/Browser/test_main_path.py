"""What people come for: find an organisation, read its file, read one entry, come back."""

import re

import pytest
from playwright.sync_api import expect

from made_up import HONEST, PUNISHED, SHOWN, TRADER, VIOLATION


def search(page, text):
    page.get_by_role("combobox").first.fill(text)
    page.get_by_role("combobox").first.press("Enter")


def test_part_of_a_name_leads_to_the_file_to_an_entry_and_back(window):
    page = window()
    page.goto("/")
    search(page, "清源泉")
    page.get_by_role("main").get_by_role("link", name=re.compile("清源泉")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PUNISHED.name)
    expect(page).to_have_url(re.compile(f"/file/{PUNISHED.code}$"))
    page.get_by_role("main").get_by_role("link", name=re.compile(VIOLATION)).last.click()
    expect(page).to_have_url(re.compile(r"/entry/\d+$"))
    expect(page.get_by_role("main")).to_contain_text(SHOWN)
    page.get_by_role("main").get_by_role("link", name=re.compile(PUNISHED.name)).first.click()
    expect(page).to_have_url(re.compile(f"/file/{PUNISHED.code}$"))


def test_a_code_goes_straight_to_its_file(window):
    page = window()
    page.goto("/")
    search(page, HONEST.code)
    expect(page).to_have_url(re.compile(f"/file/{HONEST.code}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(HONEST.name)


def test_the_examples_of_the_home_page_find_something(window, portal):
    page = window()
    page.goto("/")
    links = page.locator(".examples a")
    count = links.count()
    assert count == 3
    for place in range(count):
        page.goto("/")
        page.locator(".examples a").nth(place).click()
        found = page.url.startswith(portal.address + "/file/") or page.locator("main ol.results li").count() > 0
        assert found, page.url


def test_the_file_has_the_ten_sections_and_its_life_line(window):
    page = window()
    page.goto(f"/file/{PUNISHED.code}")
    main = page.get_by_role("main")
    for name in ("登记注册基础信息", "行政管理信息", "诚实守信相关荣誉信息", "严重失信主体名单信息", "信用状况提升建议"):
        expect(main).to_contain_text(name)
    expect(page.locator(".lifeline svg[role=group]")).to_be_visible()
    bars = page.locator(".lifeline svg[role=group] a")
    assert bars.count() >= 2
    assert page.locator(".lifeline table tbody tr").count() >= 2


def test_an_entry_says_why_until_when_and_whom_to_turn_to(window, kinds):
    page = window()
    page.goto(kinds["entry"])
    main = page.get_by_role("main")
    for words in ("行政处罚", SHOWN, "公示至", "法", "12315"):
        expect(main).to_contain_text(words)
    assert main.get_by_role("link", name=re.compile("异议")).count() >= 1


def test_the_copy_button_copies_the_code_without_spaces(window):
    page = window(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/file/{PUNISHED.code}")
    page.get_by_role("main").get_by_role("button", name=re.compile("复制")).first.click()
    assert page.evaluate("navigator.clipboard.readText()") == PUNISHED.code


@pytest.mark.parametrize("part", ["小吃店", "虚构丙", "龙山区虚构"])
def test_a_sole_trader_is_not_found_by_part_of_its_name(window, part):
    page = window()
    page.goto(f"/search?q={part}")
    assert TRADER.code not in page.content()


def test_a_sole_trader_is_found_by_its_code_and_by_its_exact_name(window):
    page = window()
    page.goto("/")
    search(page, TRADER.code)
    expect(page).to_have_url(re.compile(f"/file/{TRADER.code}$"))
    page.goto(f"/search?q={TRADER.name}")
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("小吃店"))).to_have_count(1)


def test_a_list_by_department_shows_what_that_department_sent(window):
    page = window()
    page.goto("/lists/penalty?source=market-regulation")
    expect(page.get_by_role("main")).to_contain_text(PUNISHED.name)


def test_what_is_not_there_says_what_to_do(window, kinds):
    page = window()
    answer = page.goto(kinds["not-found"])
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.get_by_role("main").get_by_role("link").count() >= 1
