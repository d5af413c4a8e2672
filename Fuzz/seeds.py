#!/usr/bin/env python3
"""Writes the files with which the fuzzer of a target begins: seeds.py TARGET FOLDER"""

import io
import sys
import zipfile


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, method)
    return out.getvalue()


ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43831.5</v></c></row><row><c t="inlineStr"><is><t>a</t></is></c></row>'
BOOK = {
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="s"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="s" Type="x/worksheet" Target="s.xml"/></Relationships>',
    "xl/s.xml": "<worksheet><sheetData>" + ROWS.replace(' t="s"', "") + "</sheetData></worksheet>",
}
PAGE = "<table><caption>甲</caption><tr><th rowspan=2>a<th colspan=2>b</tr><tr><td>c&nbsp;d<br>e<td x:num>1</table>"
SEEDS = {
    "text": ["名称,代码\n甲,\"a\"\"b\"\n", "a\tb\r\nc\td\r\n".encode("utf-16"), "名称;代码\n乙;2\n".encode("gb18030")],
    "html": [PAGE, PAGE.encode("gb18030"), "<tr><td>a<td>b</table>" + PAGE * 2, "<table><tr><td>" + PAGE + "</table>"],
    "xml": [
        '<Row ss:Index="2"><Cell ss:MergeDown="1"><Data ss:Type="Number">1.5E+2</Data></Cell></Row><Row><Cell ss:Index="3">'
        '<Data ss:Type="DateTime">2019-01-05T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>'
    ],
    "zip": [
        zipped({"a.csv": "a,b\n1,2\n", "b.htm": PAGE}), zipped({"a.csv": "a,b\n" * 50}, zipfile.ZIP_STORED), zipped(BOOK),
        zipped({"a.xlsx": zipped(BOOK, zipfile.ZIP_STORED)}, zipfile.ZIP_STORED), zipped(BOOK, zipfile.ZIP_STORED),
    ],
    "xlsx": [
        ROWS + "\0<si><t>甲</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>\0"
        '<numFmts><numFmt numFmtId="165" formatCode="yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="165"/></cellXfs>'
    ],
    "xls": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1528), b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(64)],
}

target, folder = sys.argv[1:]
for number, seed in enumerate(SEEDS[target]):
    with open(f"{folder}/seed-{number}", "wb") as file:
        file.write(seed.encode() if isinstance(seed, str) else seed)
