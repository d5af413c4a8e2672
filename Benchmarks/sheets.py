"""Reading workbooks: `xinyuan sheets`, beside python-calamine and openpyxl, on the same made-up files."""

import datetime
import json
import pathlib
import random
import sys
import zipfile

from measure import median, run
from report import Line

# Rows, columns, and whether the strings stand within their cells.
SHAPES = [(200_000, 8, False), (50_000, 32, False), (400_000, 8, False), (200_000, 8, True)]

CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
sheet = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
print(sum(len(row) for row in {rows}))
"""
PEERS = {
    "python-calamine iter_rows": CALAMINE.format(rows="sheet.iter_rows()"),
    "python-calamine to_python": CALAMINE.format(rows="sheet.to_python()"),
    "openpyxl read_only": """
import sys
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1], read_only=True).worksheets[0]
print(sum(len(row) for row in sheet.iter_rows(values_only=True)))
""",
}
OPENING = """
import sys
from python_calamine import CalamineWorkbook
CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
"""


def workbook(folder, rows, columns, inline):
    """A workbook of names, codes, words, dates, amounts and counts, made once."""
    path = pathlib.Path(folder) / f"sheet-{rows}x{columns}{'-inline' if inline else ''}.xlsx"
    if path.exists():
        return path
    import xlsxwriter

    made = path.with_suffix(".part")
    # Strings within their cells are what xlsxwriter writes where it may hold only a row.
    book = xlsxwriter.Workbook(str(made), {"constant_memory": inline})
    sheet = book.add_worksheet("许可")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    chance = random.Random(7)
    sheet.write_row(0, 0, [f"栏目{number + 1}" for number in range(columns)])
    for row in range(1, rows + 1):
        for column in range(columns):
            kind = column % 8
            if kind == 0:
                sheet.write_string(row, column, f"鑫源第{row}号商贸有限公司（{chance.randrange(10_000)}）")
            elif kind == 1:
                sheet.write_string(row, column, f"91220402TEWT{row:06d}")
            elif kind == 2:
                sheet.write_datetime(row, column, datetime.datetime(2019, 1, 1) + datetime.timedelta(chance.randrange(3000)), day)
            elif kind == 3:
                sheet.write_number(row, column, round(chance.uniform(0, 100_000), 2))
            elif kind == 4:
                sheet.write_string(row, column, ("准予许可", "不予许可", "变更", "延续")[chance.randrange(4)])
            elif kind == 5:
                sheet.write_number(row, column, row)
            elif kind == 6:
                sheet.write_string(row, column, f"（2019）市监许字第{row}号")
            else:
                sheet.write_string(row, column, "市场监督管理局")
    book.close()
    made.rename(path)
    return path


def long_strings(folder, rows):
    """A workbook of four long strings a row, no two alike: more shared strings than memory may hold; made once."""
    path = pathlib.Path(folder) / f"long-{rows}x4.xlsx"
    if path.exists():
        return path
    made = path.with_suffix(".part")
    words = random.Random(7).choices("信用公示许可处罚决定机关名称代码日期内容依据事实类别期限", k=5000)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="许可" r:id="a"/></sheets></workbook>')
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/>'
            '<Relationship Id="b" Type="x/sharedStrings" Target="strings.xml"/></Relationships>',
        )
        with archive.open("xl/strings.xml", "w", force_zip64=True) as part:
            part.write(b"<sst>")
            for number in range(rows * 4):
                start = number * 7919 % 4900
                part.write(f"<si><t>{number} {''.join(words[start : start + 100])}</t></si>".encode())
            part.write(b"</sst>")
        with archive.open("xl/sheet.xml", "w", force_zip64=True) as part:
            part.write(b"<worksheet><sheetData>")
            for row in range(rows):
                cells = "".join(f'<c t="s"><v>{row * 4 + column}</v></c>' for column in range(4))
                part.write(f'<row r="{row + 1}">{cells}</row>'.encode())
            part.write(b"</sheetData></worksheet>")
    made.rename(path)
    return path


def measure_long_strings(report, xinyuan, folder, *, rows, say):
    path = long_strings(folder, rows)
    say(f"memory: {path.name}")
    cost = run([xinyuan, "sheets", path, "--json"], stdout=folder / "sheets.json")
    table = json.loads((folder / "sheets.json").read_text())["tables"][0]
    if table["cells"] != rows * 4:
        raise RuntimeError(f"{table['cells']} of {rows * 4} cells read")
    report.add(
        Line(f"peak memory while reading {rows * 4:,} long strings of a workbook", cost.peak_mib, "", None, "MiB", at_most=300),
        ours=[vars(cost)],
        file_bytes=path.stat().st_size,
    )


def measure_sheets(report, xinyuan, folder, *, rounds, quick, say):
    folder.mkdir(parents=True, exist_ok=True)
    for rows, columns, inline in SHAPES[:1] if quick else SHAPES:
        path = workbook(folder, rows, columns, inline)
        ours, opening = [], []
        peers = {name: [] for name in PEERS}
        for number in range(rounds):
            say(f"{path.name}, round {number + 1} of {rounds}")
            ours.append(run([xinyuan, "sheets", path, "--json"], stdout=folder / "sheets.json"))
            counts = {"xinyuan": sum(table["cells"] for table in json.loads((folder / "sheets.json").read_text())["tables"])}
            opening.append(run([sys.executable, "-c", OPENING, path]))
            for name, script in PEERS.items():
                peers[name].append(run([sys.executable, "-c", script, path], stdout=folder / "peer.txt"))
                counts[name] = int((folder / "peer.txt").read_text())
            if len(set(counts.values())) != 1:
                raise RuntimeError(f"{path.name}: not all see the same cells: {counts}")
        cells = (rows + 1) * columns
        words = f"read a workbook of {rows:,} × {columns}{', strings in their cells' if inline else ''}"
        fastest = min((name for name in peers if "calamine" in name), key=lambda name: median(peers[name]).cpu)
        for name in (fastest, "openpyxl read_only"):
            report.add(
                Line(
                    words,
                    cells / median(ours).cpu,
                    name,
                    cells / median(peers[name]).cpu,
                    "cells/CPU-s",
                    at_least=1.5 if name == fastest else None,
                ),
                ours=[vars(cost) for cost in ours],
                peer=[vars(cost) for cost in peers[name]],
                peer_opening=[vars(cost) for cost in opening],
                file_bytes=path.stat().st_size,
            )
