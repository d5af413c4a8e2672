"""The check page: with and without a script, wide and narrow, small files and large, and what is hostile."""

import re
import threading
import urllib.error
import urllib.request

import openpyxl
import pytest
from playwright.sync_api import expect

import made_up
from made_up import HONEST, PUNISHED, ROOT, day, licence
from test_accessibility import violations
from test_layout import sideways

FOLDER = ROOT / ".build" / "screenshots"


@pytest.fixture(scope="session")
def faulty(tmp_path_factory):
    """Forty licences: some dates that do not exist, some codes that do not hold, some without a code."""
    rows = [licence(HONEST, f"辽查许〔示例〕{number}号", day(-3)) for number in range(40)]
    rows[3]["decidedOn"] = "2026-02-30"
    rows[9]["code"] = PUNISHED.code[:-1] + ("0" if PUNISHED.code[-1] != "0" else "1")
    rows[12]["code"] = ""
    rows[20]["decidedOn"] = "昨天"
    rows[20]["name"] = ""
    rows[33]["name"] = "=HYPERLINK(\"http://x\")<b>粗</b>"
    return made_up.write(tmp_path_factory.mktemp("check") / "六月许可.csv", "licence", rows)


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    rows = [licence(HONEST, f"辽大许〔示例〕{number}号", day(-3)) for number in range(1000)]
    path = made_up.write(tmp_path_factory.mktemp("large") / "大.csv", "licence", rows)
    head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    with open(path, "w", encoding="utf-8-sig") as file:
        file.write(head + "\r\n")
        for _ in range(100):
            file.write("\r\n".join(lines) + "\r\n")
    assert path.stat().st_size < 64 << 20
    return path


def check(page, path, prefix=""):
    page.goto(prefix + "/check")
    page.locator("#file").set_input_files(str(path))
    page.locator("form.check button[type=submit]").click()
    page.wait_for_url(re.compile(r"/check/[a-z0-9]{26}"))
    expect(page.locator(".grid, .wrong").first).to_be_visible(timeout=60_000)
    return page


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
def test_a_file_is_checked_narrowed_downloaded_and_discarded(window, faulty, tmp_path, script, prefix):
    page = window(java_script_enabled=script, accept_downloads=True)
    check(page, faulty, prefix)
    main = page.get_by_role("main")
    expect(main).to_contain_text("40 行里" if not prefix else "Of 40 rows")
    bad = page.locator(".grid td.no").first
    told = page.locator("#" + bad.get_attribute("aria-describedby").split()[0])
    expect(told).to_contain_text("怎么改" if not prefix else "What to do")
    assert page.locator(".grid tbody b").count() > 0 and page.locator("main script, main b:text('粗')").count() == 0
    page.locator(".kinds a[href*='date-impossible']").click()
    expect(page).to_have_url(re.compile("fault=date-impossible"))
    assert page.locator(".grid tbody tr:not(.why):not(.gap)").count() == 1
    with page.expect_download() as download:
        page.locator("a[href$='/marked']").click()
    assert download.value.suggested_filename == "六月许可（查验结果）.xlsx"
    download.value.save_as(tmp_path / "copy.xlsx")
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert len(book.sheetnames) >= 2
    result = page.url
    page.locator("form.discard button").click()
    expect(page).to_have_url(re.compile(r"/check\?discarded=1"))
    assert page.goto(result).status == 404


def test_a_large_file_shows_how_far_it_is(window, large):
    page = window()
    page.goto("/check")
    page.locator("#file").set_input_files(str(large))
    page.locator("form.check button[type=submit]").click()
    page.wait_for_url(re.compile(r"/check/[a-z0-9]{26}"), timeout=60_000)
    status = page.locator("#progress [role=status]")
    expect(status).to_contain_text(re.compile(r"已查 [\d,]+ 行（\d+%）"))
    assert violations(page) == []
    page.screenshot(path=FOLDER / "check-progress.png") if FOLDER.exists() else None
    seen = set()
    for _ in range(20):
        if not status.count():
            break
        seen.add(status.inner_text(timeout=2_000) if status.count() else "")
        page.wait_for_timeout(400)
    assert len(seen) > 1
    page.locator("form.discard button").click()
    expect(page).to_have_url(re.compile("discarded=1"))


def test_without_a_script_progress_is_asked_for_again(window, large):
    page = window(java_script_enabled=False)
    page.goto("/check")
    page.locator("#file").set_input_files(str(large))
    page.locator("form.check button[type=submit]").click()
    page.wait_for_url(re.compile(r"/check/[a-z0-9]{26}"), timeout=60_000)
    assert 'http-equiv="refresh"' in page.content()
    page.locator("form.discard button").click()
    expect(page).to_have_url(re.compile("discarded=1"))


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}],
    ids=["wide", "dark", "narrow"],
)
def test_axe_finds_nothing_and_nothing_sticks_out(window, faulty, tmp_path, options, prefix):
    page = window(**options)
    page.goto(prefix + "/check")
    assert violations(page) == [] and sideways(page) == []
    check(page, faulty, prefix)
    assert violations(page) == [] and sideways(page) == []
    assert page.locator("h1").count() == 1
    strange = tmp_path / "甲.csv"
    strange.write_text("甲,乙,丙\n1,2,3\n", encoding="utf-8")
    check(page, strange, prefix)
    assert violations(page) == [] and sideways(page) == []
    if prefix:
        stray = page.evaluate(
            """() => {
                const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
                while (walker.nextNode()) {
                    const node = walker.currentNode, element = node.parentElement
                    if (/[\\u3400-\\u9fff]/.test(node.data) && !element.closest('[lang^=zh]')) found.push(node.data.trim())
                }
                return found.slice(0, 5)
            }"""
        )
        assert stray == []


def test_the_english_result_marks_its_chinese(window, faulty):
    page = check(window(), faulty, "/en")
    stray = page.evaluate(
        """() => {
            const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
            while (walker.nextNode()) {
                const node = walker.currentNode
                const closest = node.parentElement.closest('[lang]')
                if (/[\\u3400-\\u9fff]/.test(node.data) && !closest.lang.startsWith('zh')) found.push(node.data.trim())
            }
            return found.slice(0, 5)
        }"""
    )
    assert stray == []


def test_the_keyboard_goes_all_the_way(window, faulty):
    page = window()
    page.goto("/check")
    page.locator("#file").set_input_files(str(faulty))
    page.locator("#file").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "submit":
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/check/[a-z0-9]{26}"))
    page.locator(".grid").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".kinds a").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("rows=faulty"))


def test_a_file_can_be_dropped(window, faulty):
    page = window()
    page.goto("/check")
    page.evaluate(
        """text => {
            const data = new DataTransfer()
            data.items.add(new File([text], '拖来的.csv', {type: 'text/csv'}))
            document.querySelector('.drop').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}))
        }""",
        faulty.read_text(encoding="utf-8"),
    )
    page.locator("form.check button[type=submit]").click()
    page.wait_for_url(re.compile(r"/check/[a-z0-9]{26}"))
    expect(page.get_by_role("main")).to_contain_text("拖来的.csv")


def test_what_is_wrong_with_the_form_is_said_in_its_place(window, tmp_path):
    for script in (True, False):
        page = window(java_script_enabled=script)
        page.goto("/check")
        empty = tmp_path / "空.csv"
        empty.write_bytes(b"")
        page.locator("#file").set_input_files(str(empty))
        page.locator("form.check button[type=submit]").click()
        expect(page.locator("#said")).to_contain_text("文件是空的")


def test_pages_are_light(window, portal, faulty):
    page = check(window(), faulty)
    sizes = page.evaluate(
        """async () => {
            const own = (await (await fetch(location.href)).text())
            let sum = new Blob([own]).size
            for (const [, url] of own.matchAll(/(?:href|src)="(\\/assets\\/[^"]+\\.(?:css|js)[^"]*)"/g)) {
                sum += (await (await fetch(url)).blob()).size
            }
            return sum
        }"""
    )
    assert sizes <= 60_000, sizes


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, {"width": 390, "height": 844}], ids=["wide", "phone"])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
def test_pictures(window, faulty, size, prefix):
    FOLDER.mkdir(parents=True, exist_ok=True)
    page = window(viewport=size)
    name = f"{prefix.strip('/') or 'zh'}-{'wide' if size['width'] > 600 else 'phone'}.png"
    page.goto(prefix + "/check")
    page.screenshot(path=FOLDER / f"check-form-{name}", full_page=True)
    check(page, faulty, prefix)
    page.screenshot(path=FOLDER / f"check-result-{name}", full_page=True)
    page.emulate_media(media="print")
    page.screenshot(path=FOLDER / f"check-print-{name}", full_page=True)


def send(portal, bytes_, name="a.csv", **headers):
    body = (
        b'--TEWT\r\nContent-Disposition: form-data; name="file"; filename="' + name.encode() + b'"\r\n\r\n' + bytes_ + b"\r\n--TEWT--\r\n"
    )
    request = urllib.request.Request(
        portal.address + "/check", data=body, headers={"Content-Type": "multipart/form-data; boundary=TEWT", **headers}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.url
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Retry-After")


def test_too_large_an_upload_is_told_so(portal):
    assert send(portal, b"a" * (65 << 20))[0] == 413


def test_a_hundred_at_once_are_checked_or_told_to_come_again(portal, faulty):
    answers = []
    bytes_ = faulty.read_bytes()
    threads = [threading.Thread(target=lambda: answers.append(send(portal, bytes_))) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    statuses = [status for status, _ in answers]
    assert len(statuses) == 100 and set(statuses) <= {200, 429, 503}, statuses
    assert statuses.count(200) > 10
    assert all(retry for status, retry in answers if status in (429, 503))
    assert portal.get("/healthz")[0] == 200
