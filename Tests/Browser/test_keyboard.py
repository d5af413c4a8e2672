"""Everything can be reached and used with the keyboard alone, and one sees where one is."""

import re

from playwright.sync_api import expect

from made_up import PUNISHED

FOCUSED = "document.activeElement"


def tab_to(page, wanted, most=60):
    """Presses Tab until the focused element satisfies a JavaScript condition on `e`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"(() => {{ const e = {FOCUSED}; return !!({wanted}) }})()"):
            return
    raise AssertionError(f"not reached with {most} tabs: {wanted}")


def has_visible_focus(page):
    """An outline, a shadow, or in the life line the frame of a bar tells where the focus is."""
    return page.evaluate(
        """() => {
            const element = document.activeElement, style = getComputedStyle(element)
            const frame = element.querySelector('.hit')
            if (frame && parseFloat(getComputedStyle(frame).strokeWidth) >= 2 && getComputedStyle(frame).stroke !== 'none') return true
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
        }"""
    )


def test_from_the_home_page_to_an_entry_without_a_mouse(window):
    page = window()
    page.goto("/")
    assert page.evaluate(f"{FOCUSED}.id") == "q"
    page.keyboard.type("清源泉")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    tab_to(page, "e.closest('main') && e.matches('a[href*=\"/file/\"]')")
    assert has_visible_focus(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/file/{PUNISHED.code}")
    tab_to(page, "e.closest('main') && e.getAttribute('href')?.startsWith('/entry/')")
    assert has_visible_focus(page)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/entry/\d+$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_first_tab_skips_to_the_content(window):
    page = window()
    page.goto(f"/file/{PUNISHED.code}")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.getAttribute('href')") == "#main"
    assert has_visible_focus(page)
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "main"


def test_every_stop_of_the_tab_key_can_be_seen(window, kinds):
    page = window()
    for kind in ("home", "file", "entry", "list"):
        page.goto(kinds[kind])
        page.evaluate("document.activeElement.blur()")
        seen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            where = page.evaluate(
                f"(() => {{ const e = {FOCUSED}; return e === document.body ? '' : e.outerHTML.slice(0, 160) }})()"
            )
            if not where:
                break
            # A date field is one element with several stops.
            if seen and where == seen[-1]:
                continue
            seen.append(where)
            assert has_visible_focus(page), f"{kind}: {where}"
        assert len(seen) >= 5, kind


def test_no_element_jumps_the_queue(window, kinds):
    page = window()
    for kind, path in kinds.items():
        page.goto(path)
        assert page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0, kind
