"""axe finds nothing, and what axe does not look at holds as well."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import english

KINDS = [
    "home", "results", "no-results", "file", "file-past", "file-full", "section", "entry", "lists", "list", "catalogue",
    "item", "item-grade", "item-restricted", "departments", "department", "department-former", "plan", "clause", "subjects",
    "subject", "subject-section", "sole-trader", "persons", "laws", "laws-kind", "law", "rules", "ledger", "guide", "objection", "repair", "report", "check", "not-found",
]


def violations(page):
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}" for violation in found for node in violation["nodes"][:3]
    ]


def test_every_kind_of_page_is_tried(kinds):
    assert sorted(KINDS) == sorted(kinds)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(window, kinds, kind, language):
    page = window()
    page.goto(kinds[kind] if language == "zh" else english(kinds[kind]))
    assert violations(page) == []


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}], ids=["dark", "phone"])
def test_axe_finds_nothing_in_the_dark_and_on_a_phone(window, kinds, options):
    page = window(**options)
    for kind in ("home", "file", "file-full", "entry", "list", "catalogue", "item-grade", "department", "clause", "laws-kind"):
        page.goto(kinds[kind])
        assert violations(page) == [], kind


def test_every_page_has_one_heading_landmarks_and_a_title_of_its_own(window, kinds):
    page = window()
    titles = {}
    for kind, path in kinds.items():
        page.goto(path)
        assert page.locator("h1").count() == 1, kind
        for role in ("banner", "main", "contentinfo"):
            assert page.get_by_role(role).count() == 1, f"{kind}: {role}"
        assert page.locator("html").get_attribute("lang") == "zh-Hans", kind
        titles.setdefault(page.title(), []).append(kind)
    shared = [kinds for kinds in titles.values() if len(kinds) > 1 and not {"results", "no-results"} >= set(kinds)]
    assert all(set(kinds) <= {"file", "file-past"} for kinds in shared), shared


def test_at_twice_the_zoom_nothing_is_lost(window, kinds):
    """200 % of 1280 pixels is a window of 640."""
    page = window(viewport={"width": 640, "height": 480})
    for kind, path in kinds.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, kind
