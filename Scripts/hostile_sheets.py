#!/usr/bin/env python3
"""Gives hostile files to a command that reads them, and holds it to 2 s and 300 MB for each.

  Scripts/hostile_sheets.py COMMAND …      the file's path is put behind the command; COMMAND must be a release build

The files are made in a folder that goes away. Whether the command reads a file or refuses it is its own affair: it must end by
itself, in time, within the memory, and not by a signal.
"""

import io
import itertools
import os
import struct
import subprocess
import sys
import tempfile
import threading
import zipfile
import zlib

SECONDS = 2.0
MEGABYTES = 300
MB = 1 << 20
OPENING = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)


def fill(piece, megabytes=50):
    return piece * (megabytes * MB // len(piece))


def zipped(*parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def directory_entry(name, crc, packed, size, place, method=8):
    return struct.pack(
        "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, method, 0, 33, crc, packed, size, len(name), 0, 0, 0, 0, 0, place
    ) + name


def end_record(count, size, place):
    return struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, min(count, 65535), min(count, 65535), size, place, 0)


def overlapping(count):
    """Every entry of the directory is the same packed bytes."""
    content = b"a,b,c\n" * (16 * MB // 6)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    crc = zlib.crc32(content)
    name = b"0000.csv"
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, crc, len(packed), len(content), len(name), 0)
    directory = b"".join(
        directory_entry(b"%04d.csv" % index, crc, len(packed), len(content), 0) for index in range(count)
    )
    return local + name + packed + directory + end_record(count, len(directory), len(local + name + packed))


def many_entries(count):
    directory = b"".join(directory_entry(b"%07d.csv" % index, 0, 0, 0, 0, 0) for index in range(count))
    return b"PK\3\4" + bytes(26) + directory + end_record(count, len(directory), 30)


def laughs():
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">'
    for level in range(1, 40):
        text += f'<!ENTITY a{level} "&a{level - 1};&a{level - 1};">'
    return (text + "]><Workbook>&a39;</Workbook>").encode()


def pages():
    yield "tables 10,000 deep", lambda: "<table><tr><td>" * 10_000
    yield "tables without end", lambda: fill("<table><tr><td>a")
    yield "tables of a row each", lambda: fill("<table><tr><td>a</td><td>b</td></tr></table>")
    yield "tables apart", lambda: fill("<table><tr><td>a</td></tr></table>x")
    yield "an attribute without end", lambda: "<html><table><tr><td class='" + fill("x")
    yield "attributes without end", lambda: "<html><table><tr><td " + fill("a=1 ")
    yield "a quotation mark without its partner", lambda: "<html><table><tr><td>a</td><td title=\"x>" + fill("<tr><td>b</td></tr>")
    yield "colspan=1000000", lambda: "<table>" + fill("<tr><td colspan=1000000>a</td></tr>")
    yield "colspan=1000000 in one row", lambda: "<table><tr>" + fill("<td colspan=1000000></td>")
    yield "rowspan=1e9", lambda: "<table><tr>" + "<td rowspan=1000000000>a</td>" * 500 + "</tr>" + fill("<tr><td>b</td></tr>")
    yield "rowspan=1e9, long cells", lambda: (
        "<table><tr>" + f"<td rowspan=1000000000>{'x' * 100_000}</td>" * 400 + "</tr>" + fill("<tr><td>b</td></tr>", 5)
    )
    yield "unclosed b", lambda: "<html><table><tr><td>" + fill("<b>")
    yield "unclosed td", lambda: "<html><table><tr>" + fill("<td>")
    yield "unclosed td with text", lambda: "<html><table>" + fill("<tr><td>a<td>b<td>c", 30)
    yield "unclosed tr", lambda: "<html><table>" + fill("<tr>")
    yield "br", lambda: "<html><table><tr><td>a" + fill("<br>")
    yield "p", lambda: "<html><table><tr><td>" + fill("<p>")
    yield "&", lambda: "<html><table><tr><td>" + fill("&")
    yield "&nbsp;", lambda: "<html><table><tr><td>" + fill("&nbsp;")
    yield "&nbsp; between tables", lambda: "<html>" + fill("&nbsp;") + "<table><tr><td>a"
    yield "<", lambda: "<html><table><tr><td>" + fill("<")
    yield "</", lambda: "<html><table><tr><td>" + fill("</")
    yield "<!", lambda: "<html><table><tr><td>" + fill("<!")
    yield "<!-->", lambda: "<html><table><tr><td>" + fill("<!-->")
    yield "a comment without end", lambda: "<html><table><tr><td>a<!--" + fill("->-")
    yield "a script without end", lambda: "<html><table><tr><td>a<script>" + fill("</scrip")
    yield "headings", lambda: "<html>" + fill("<h1>a</h1>") + "<table><tr><td>a"
    yield "captions", lambda: "<html><table>" + fill("<caption>a")
    yield "blanks", lambda: "<html><table><tr><td>a" + fill(" \n")
    yield "a text without end", lambda: "<html><table><tr><td>" + fill("字")
    yield "UTF-16", lambda: ("\ufeff<html><table>" + fill("<tr><td>字<td>b", 25)).encode("utf-16-le")
    yield "GB18030", lambda: ("<html><table>" + fill("<tr><td>汉字<td>b", 30)).encode("gb18030")
    yield "broken characters", lambda: b"<html><table><tr><td>" + bytes([0xE4, 0xB8]) * (25 * MB)


def xml_workbooks():
    yield "billion laughs", lambda: laughs()
    yield "elements without end", lambda: OPENING + fill("<a>")
    yield "an attribute without end", lambda: OPENING + "<Worksheet ss:Name='" + fill("x")
    yield "a comment without end", lambda: OPENING + "<!--" + fill("x ")
    yield "attributes without end", lambda: OPENING + "<Worksheet " + "".join(f"a{index}='' " for index in range(3_000_000))
    yield "sheets", lambda: OPENING + fill("<Worksheet ss:Name='a'/>") + "</Workbook>"
    row = "<Row><Cell><Data ss:Type='Number'>1</Data></Cell></Row>"
    yield "merged down", lambda: (
        OPENING + "<Worksheet><Table><Row>" + "<Cell ss:MergeDown='999999999'><Data>a</Data></Cell>" * 500 + "</Row>"
        + fill(row, 20) + "</Table></Worksheet></Workbook>"
    )
    yield "empty rows", lambda: OPENING + "<Worksheet><Table>" + fill("<Row/>", 20) + "</Table></Worksheet></Workbook>"
    yield "empty cells", lambda: OPENING + "<Worksheet><Table><Row>" + fill("<Cell/>", 20) + "</Row></Table></Worksheet></Workbook>"


def archives():
    csv = b"a,b,c\n"
    yield "zip in zip in zip", lambda: zipped(("a.zip", zipped(("b.zip", zipped(("c.csv", csv * MB))))))
    yield "a text of 2 GB", lambda: zipped(*[("%d.csv" % index, csv * (200 * MB // 6)) for index in range(3)])
    yield "a page of 300 MB", lambda: zipped(("a.htm", b"<table><tr><td>" + b"x" * (300 * MB)))
    yield "pages", lambda: zipped(*[(f"{index}.htm", b"<table><tr><td>" + b"x<b>" * (3 * MB)) for index in range(40)])
    yield "overlapping", lambda: overlapping(200)
    yield "overlapping, more than may be", lambda: overlapping(60_000)
    yield "100,000 files", lambda: many_entries(100_000)
    yield "1,000,000 files", lambda: many_entries(1_000_000)
    whole = zipped(("a.csv", csv))
    yield "a directory that points nowhere", lambda: whole[:-6] + struct.pack("<IH", 0x7FFFFFFF, 0)
    yield "a directory without end", lambda: whole[:-10] + struct.pack("<IIH", 0xFFFFFFFF, 0, 0)
    yield "an entry that points nowhere", lambda: directory_entry(b"a.csv", 0, 9, 9, 0x7FFFFFF0) + end_record(1, 51, 0)
    yield "an entry that is itself", lambda: self_holding()
    sheet = "<workbook><sheets>" + "<sheet name='a' r:id='r'/>" * 500_000 + "</sheets></workbook>"
    yield "workbooks with 500,000 sheets", lambda: zipped(
        *[(f"{index}.xlsx", zipped(("xl/workbook.xml", sheet))) for index in range(50)]
    )


def self_holding():
    """A stored entry whose content is the whole file, as near as can be without a fixed point of its checksum."""
    name = b"a.zip"
    size = 30 + len(name)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 33, 0, size, size, len(name), 0) + name
    directory = directory_entry(name, 0, size, size, 0, 0)
    return local + directory + end_record(1, len(directory), len(local))


CASES = (("page", pages), ("XML workbook", xml_workbooks), ("archive", archives))


def make(kind, number, path):
    """Writes one file; done by a process of its own, whose memory would else be counted to the command's."""
    name, contents = next(itertools.islice(dict(CASES)[kind](), int(number), None))
    content = contents()
    with open(path, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
    print(name)


def cases(path):
    for kind, _ in CASES:
        for number in itertools.count():
            made = subprocess.run(
                [sys.executable, __file__, "--make", kind, str(number), path], capture_output=True, text=True
            )
            if "StopIteration" in made.stderr:
                break
            if made.returncode != 0:
                sys.exit(made.stderr)
            yield f"{kind}: {made.stdout.strip()}"


def run(command, path):
    """The command's processor seconds, megabytes, exit code and output."""
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen([*command, path], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        timer = threading.Timer(60, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, output.read()


def main():
    if sys.argv[1:2] == ["--make"]:
        return make(*sys.argv[2:])
    command = sys.argv[1:]
    if not command:
        sys.exit(__doc__)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.xls")
        for name in cases(path):
            seconds, megabytes, code, output = run(command, path)
            good = seconds <= SECONDS and megabytes <= MEGABYTES and 0 <= code < 128
            failed += not good
            line = f"{'ok  ' if good else 'FAIL'} {seconds:5.2f} s {megabytes:4.0f} MB  {name}"
            if os.environ.get("VERBOSE") or not good:
                line += f"  [{code}: {output.decode('utf-8', 'replace').strip()[:160]!r}]"
            print(line, flush=True)
    if failed:
        sys.exit(f"{failed} hostile sheets took more than {SECONDS:g} s or {MEGABYTES} MB, or ended the command")
    print(f"hostile sheets: all within {SECONDS:g} s and {MEGABYTES} MB")


if __name__ == "__main__":
    main()
