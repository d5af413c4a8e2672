"""Results say why each was found, and what tells those apart that bear one brand."""

import pytest
from playwright.sync_api import expect

from conftest import english
from made_up import HIDDEN, SIBLINGS

PARENT, BRANCH, STOCK, ELSEWHERE, BUILDERS, NAMESAKE = SIBLINGS


def row(page, organisation):
    return page.locator("ol.results > li").filter(has=page.locator(f"a[href*='{organisation.code}']").first).filter(
        has_text=organisation.code[8:17]
    )


def test_siblings_are_told_apart_in_words_and_by_emphasis(window):
    page = window()
    page.goto("/search?q=云岫商贸有限公司")
    expect(row(page, BRANCH)).to_contain_text(f"分支机构，名称所属：{PARENT.name}")
    expect(row(page, STOCK).locator(".sibling")).to_contain_text("组织形式不同")
    expect(row(page, ELSEWHERE).locator(".sibling")).to_contain_text("地区不同")
    expect(row(page, NAMESAKE).locator(".sibling")).to_contain_text("另有名称完全相同的，代码不同")
    told = row(page, ELSEWHERE).locator(".told").first
    assert told.inner_text() == "东丰县"
    assert int(told.evaluate("e => getComputedStyle(e).fontWeight")) >= 600


@pytest.mark.parametrize(
    "query, zh, en",
    [
        ("yunxiu", "按拼音找到", "Found by its pinyin"), ("yxsm", "按拼音首字母找到", "Found by the initials of its pinyin"),
        ("TEWT99K", "代码中有所查的部分", "Its code holds what you wrote"), ("查无此名", "没有找到", "Nothing was found"),
        ("云", "一个字太少", "too little"), ("123456789012345", "请核对", "Check the code"),
    ],
)
def test_both_languages_say_why_or_what_to_do(window, query, zh, en):
    page = window()
    for path, words in ((f"/search?q={query}", zh), (english(f"/search?q={query}"), en)):
        page.goto(path)
        expect(page.get_by_role("main")).to_contain_text(words)


def test_the_exact_name_comes_first_and_says_so(window):
    page = window()
    page.goto(f"/search?q={STOCK.name}")
    expect(page.locator("ol.results > li").first).to_contain_text("名称完全一致")
    expect(page.locator("ol.results > li").first.locator("a").first).to_have_text(STOCK.name)


def test_of_whom_nothing_is_shown_nothing_is_told(portal):
    unknown = "91220402TEWT99ZZ0X"
    for path in ("/file/{}", "/en/file/{}", "/file/{}?on=2026-01-01", "/file/{}/administration", "/api/v1/files/{}"):
        answers = [portal.get(path.format(code)) for code in (HIDDEN.code, unknown)]
        assert [status for status, _, _ in answers] == [404, 404], path
        texts = [text.replace(headers["X-Request-ID"], "") for _, headers, text in answers]
        assert texts[0] == texts[1] and HIDDEN.name not in texts[0], path
    assert HIDDEN.code not in portal.get(f"/search?q={HIDDEN.name}")[2]
    assert HIDDEN.code not in portal.get(f"/api/v1/suggest?q={HIDDEN.name}")[2]
    assert HIDDEN.name not in portal.run("file", HIDDEN.code, allowed=(1,))
