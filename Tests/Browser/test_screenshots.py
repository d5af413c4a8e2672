"""Takes pictures of every kind of page, wide and on a phone, in both languages, for people to look at."""

import pytest

from conftest import english
from made_up import ROOT

FOLDER = ROOT / ".build" / "screenshots"
SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_pictures(window, kinds, size, language):
    FOLDER.mkdir(parents=True, exist_ok=True)
    page = window(viewport=SIZES[size])
    for kind, path in kinds.items():
        page.goto(path if language == "zh" else english(path))
        picture = FOLDER / f"{kind}-{language}-{size}.png"
        page.screenshot(path=picture, full_page=True)
        assert picture.stat().st_size > 5_000
