#!/usr/bin/env python3
"""Takes the pictures of the clerk's guide from a portal that runs: .venv/bin/python Scripts/guide_pictures.py http://127.0.0.1:8080

Needs Debian's chromium, LibreOffice and poppler, the browser tests' Python packages, and pillow.
"""

import pathlib
import subprocess
import sys
import tempfile
import urllib.request

import openpyxl
from PIL import Image, ImageChops
from openpyxl.worksheet.properties import PageSetupProperties
from playwright.sync_api import sync_playwright

IMAGES = pathlib.Path("docs/guide/images")
ITEM = "licence"


def main(portal):
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        practice = folder / f"{ITEM}-practice.xlsx"
        practice.write_bytes(urllib.request.urlopen(f"{portal}/catalogue/{ITEM}/practice.xlsx").read())
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
            for language, prefix in [("zh", ""), ("en", "/en")]:
                page = browser.new_page(viewport={"width": 1100, "height": 760}, device_scale_factor=1)
                page.goto(f"{portal}{prefix}/check")
                page.screenshot(path=str(IMAGES / f"check-form.{language}.png"))
                page.set_input_files("#file", str(practice))
                page.click("button[type=submit]:has-text('Check it'), button[type=submit]:has-text('开始查验')")
                page.wait_for_selector(".grid table", timeout=60_000)
                page.screenshot(path=str(IMAGES / f"check-result.{language}.png"), full_page=True, clip={"x": 0, "y": 0, "width": 1100, "height": 1300})
                if language == "zh":
                    with page.expect_download() as download:
                        page.click("a[href$='/marked']")
                    download.value.save_as(str(folder / "marked.xlsx"))
                page.close()
            browser.close()
        draw(folder)


def draw(folder):
    """The marked workbook as LibreOffice shows it: its summary, and the first columns of the sheet below."""
    book = openpyxl.load_workbook(folder / "marked.xlsx")
    for sheet in book:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.headings = sheet.print_options.gridLines = True
    data = book.worksheets[1]
    data.print_area = f"A1:C{data.max_row} O1:V{data.max_row}".split()[1]
    book.save(folder / "drawn.xlsx")
    run = lambda *words: subprocess.run(words, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    run("soffice", "--headless", "--convert-to", "pdf", "drawn.xlsx")
    run("pdftoppm", "-r", "120", "-png", "drawn.pdf", "page")
    pages = sorted(folder.glob("page*.png"))
    for place, name in [(0, "marked-summary.png"), (1, "marked.png")]:
        picture = Image.open(pages[place]).convert("RGB")
        drawn = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
        picture.crop(tuple(edge + step for edge, step in zip(drawn, (-12, -12, 12, 12)))).save(IMAGES / name, optimize=True)



if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080")
