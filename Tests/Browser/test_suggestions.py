"""Suggestions while somebody types: by keyboard, by mouse, by input method, small and large; and never of a sole trader."""

import json
import re

import pytest
from playwright.sync_api import expect

from made_up import PUNISHED, SIBLINGS, TRADER, citizen_number
from test_accessibility import violations
from test_layout import sideways

PARENT = SIBLINGS[0]


@pytest.fixture
def box(window):
    """Opens a page and returns it, its search box, and the list of what was asked for so far."""

    def open_box(path="/", **options):
        page = window(**options)
        asked = []
        page.on("request", lambda request: asked.append(request.url) if "/suggest?" in request.url else None)
        page.goto(path)
        if page.locator("[autofocus]").count():
            # The browser gives the focus with its first frame; what is typed before is nobody's.
            expect(page.get_by_role("combobox")).to_be_focused()
        return page, page.get_by_role("combobox"), asked

    return open_box


def options(page):
    return page.get_by_role("listbox").get_by_role("option")


def test_the_second_character_brings_suggestions_and_the_matched_part_is_marked(box):
    page, combobox, asked = box()
    expect(combobox).to_be_focused()
    expect(combobox).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("云")
    page.wait_for_timeout(300)
    assert asked == []
    page.keyboard.type("岫")
    expect(options(page)).to_have_count(len(SIBLINGS))
    expect(combobox).to_have_attribute("aria-expanded", "true")
    assert options(page).first.locator("mark").all_inner_texts() == ["云岫"]
    assert page.get_by_role("listbox").get_attribute("id") == combobox.get_attribute("aria-controls")
    expect(page.locator("form [role=status]")).to_have_text(f"有 {len(SIBLINGS)} 条建议，按向下键选择")


def test_arrows_choose_enter_opens_the_file(box):
    page, combobox, _ = box()
    page.keyboard.type("云岫商贸")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[aria-selected=true]")
    expect(chosen).to_have_count(1)
    assert combobox.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert combobox.input_value() == "云岫商贸"
    assert chosen.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2
    key = chosen.get_attribute("data-key")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/file/{key}$"))


def test_enter_without_a_choice_shows_the_results(box):
    page, _, _ = box()
    page.keyboard.type("云岫")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q="))
    expect(page.locator("ol.results > li")).to_have_count(len(SIBLINGS))


def test_escape_closes_keeps_the_text_and_the_arrow_opens_again(box):
    page, combobox, _ = box()
    page.keyboard.type("云岫")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(combobox).to_have_value("云岫")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()


def test_tab_leaves_and_closes(box):
    page, _, _ = box()
    page.keyboard.type("云岫")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_role("button", name="查询")).to_be_focused()
    assert page.url.endswith("/")


def test_a_click_opens_the_file_in_the_language_and_type_of_the_page(box):
    page, _, _ = box("/en/lists?type=large")
    page.get_by_role("combobox").fill("清源泉")
    expect(page.locator("form [role=status]")).to_contain_text("1 suggestion;")
    options(page).first.click()
    expect(page).to_have_url(re.compile(f"/en/file/{PUNISHED.code}\\?type=large$"))


def test_nothing_is_asked_while_an_input_method_composes(box):
    page, combobox, asked = box()
    client = page.context.new_cdp_session(page)
    for text in ("y", "yu", "yun", "yunx", "yunxiu"):
        client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_timeout(200)
    assert asked == [] and combobox.input_value() == "yunxiu"
    client.send("Input.insertText", {"text": "云岫"})
    expect(options(page)).to_have_count(len(SIBLINGS))
    assert len(asked) == 1


def test_keys_of_an_input_method_are_its_own(box):
    """Enter ends a word there, and arrows choose a candidate."""
    page, combobox, asked = box()
    page.keyboard.type("云岫")
    expect(options(page).first).to_be_visible()
    before = len(asked)
    combobox.dispatch_event("compositionstart")
    for key in ("ArrowDown", "Escape"):
        page.keyboard.press(key)
    page.keyboard.type("x")
    page.wait_for_timeout(300)
    assert len(asked) == before and page.locator("[aria-selected=true]").count() == 0
    combobox.dispatch_event("compositionend")
    page.wait_for_timeout(300)
    assert len(asked) == before + 1


@pytest.mark.parametrize("text", [TRADER.name, TRADER.code, "虚构丙小吃", "xgbxcd"])
def test_a_sole_trader_is_never_suggested(box, portal, text):
    page, _, _ = box()
    page.keyboard.type(text)
    expect(page.locator("form [role=status]")).not_to_be_empty()
    assert TRADER.code not in options(page).evaluate_all("all => all.map(e => e.dataset.key)")
    assert TRADER.code not in json.dumps(json.loads(portal.get(f"/api/v1/suggest?q={text}")[2])["suggestions"])


def test_what_goes_wrong_is_silent(box):
    page, _, _ = box()
    page.keyboard.type(citizen_number("22040218870303003"))
    page.wait_for_timeout(400)
    expect(options(page)).to_have_count(0)
    page.route("**/suggest?**", lambda route: route.fulfill(status=200, body="{"))
    page.keyboard.type("云岫")
    page.wait_for_timeout(400)
    expect(options(page)).to_have_count(0)


def test_an_answer_that_comes_late_is_not_shown(box):
    page, combobox, _ = box()
    page.route("**/suggest?**", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.keyboard.type("云岫")
    page.wait_for_timeout(200)
    page.keyboard.press("Tab")
    page.wait_for_timeout(800)
    expect(options(page)).to_have_count(0)
    expect(combobox).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("path", ["/", "/en", "/search?q=清源泉", "/lists"])
@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["light", "dark", "forced"])
def test_axe_finds_nothing_with_the_list_open(box, path, look):
    page, combobox, _ = box(path, **look)
    combobox.fill("云岫")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page) == []


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("path", ["/", "/en/search", "/lists"])
def test_at_320_pixels_the_list_fits_and_each_line_can_be_pressed(box, path, large):
    page, combobox, _ = box(path + ("?type=large" if large else ""), viewport={"width": 320, "height": 640})
    combobox.fill("TEWT99")
    expect(options(page).first).to_be_visible()
    assert sideways(page) == []
    for place in range(options(page).count()):
        line = options(page).nth(place).bounding_box()
        assert line["height"] >= 44 and line["x"] >= 0 and line["x"] + line["width"] <= 320
    page.keyboard.press("ArrowUp")
    assert options(page).last.evaluate("e => e.getBoundingClientRect().bottom <= innerHeight + 1"), "the chosen one is in view"


def test_without_a_script_it_is_a_plain_form(window):
    page = window(java_script_enabled=False)
    page.goto("/")
    assert page.get_by_role("combobox").count() == 0 and page.locator("#suggest").count() == 0
    page.get_by_role("searchbox").fill("yunxiu")
    page.get_by_role("button", name="查询").click()
    expect(page.locator("ol.results > li")).to_have_count(len(SIBLINGS))
    expect(page.locator("ol.results > li").first).to_contain_text("按拼音找到")
