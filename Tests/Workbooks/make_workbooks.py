"""Makes the workbooks that the tests mark: by openpyxl, by XlsxWriter, and the latter's saved again by LibreOffice.

    python make_workbooks.py        needs openpyxl 3.1.5, XlsxWriter 3.3.1, Pillow and soffice

Everything in them is made up. They are kept, not made anew for each run, so that the tests need none of these.
"""

import datetime
import io
import subprocess

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

NUMBER = "110101180001010011"
OLD_NUMBER = 110101809901001
HEADINGS = ["企业名称", "证件号码", "决定日期", "罚款金额", "备注", "合计", "状态", "附注"]


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "行政 & '罚'x"
    sheet.append(HEADINGS)
    for row in range(2, 12):
        number = NUMBER if row % 3 else f"0012{row}"
        note = f"见 {NUMBER} 号" if row == 4 else None
        day = datetime.date(2026, 3, row)
        sheet.append([f"甲{row}公司", number, day, 1000.5 * row, note, f"=D{row}*2", "有效", None])
        sheet.cell(row, 3).number_format = 'yyyy"年"m"月"d"日"'
    sheet["A1"].font = Font(bold=True, color="FF0000")
    sheet["A1"].fill = PatternFill("solid", fgColor="00FF00")
    sheet["A2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["B3"].border = Border(left=Side("thick"))
    sheet.column_dimensions["A"].width = 33
    sheet.row_dimensions[5].height = 40
    sheet.row_dimensions[20].height = 30
    sheet.merge_cells("G3:G5")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = "A1:H11"
    rule = CellIsRule("greaterThan", ["5000"], fill=PatternFill("solid", bgColor="FFC7CE"))
    sheet.conditional_formatting.add("D2:D11", rule)
    choices = DataValidation("list", formula1='"有效,无效"')
    sheet.add_data_validation(choices)
    choices.add("G2:G11")
    sheet["A2"].comment = Comment("原有批注", "张三")
    sheet["D4"].comment = Comment("别的", "李四")
    sheet["H2"].hyperlink = "https://example.org/?id=" + NUMBER
    sheet.protection.sheet = True
    sheet.print_area = "A1:H11"
    sheet.row_dimensions.group(7, 9)
    hidden = book.create_sheet("隐藏")
    hidden.sheet_state = "hidden"
    hidden["A1"] = NUMBER
    hidden["B1"] = OLD_NUMBER
    charts = book.create_sheet("图表")
    for row in range(1, 6):
        charts.append([f"k{row}", row])
    chart = BarChart()
    chart.add_data(Reference(charts, min_col=2, min_row=1, max_row=5))
    charts.add_chart(chart, "D2")
    for cell, value in {"F1": "x", "G1": "y", "F2": 1, "G2": 2, "F3": 3, "G3": 4}.items():
        charts[cell] = value
    charts.add_table(Table(displayName="表1", ref="F1:G3"))
    picture = io.BytesIO()
    Picture.new("RGB", (8, 8), "red").save(picture, "PNG")
    charts.add_image(Image(picture), "D20")
    book.defined_names["金额"] = DefinedName("金额", attr_text="'行政 & ''罚''x'!$D$2:$D$11")
    book.active = 2
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("许可")
    heading = book.add_format({"bold": True, "bg_color": "#DDEEFF", "border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, HEADINGS, heading)
    for row in range(1, 11):
        sheet.write(row, 0, f"乙{row}公司")
        sheet.write_string(row, 1, NUMBER)
        sheet.write_datetime(row, 2, datetime.datetime(2026, 3, row), day)
        sheet.write_number(row, 3, row * 10.5)
        sheet.write_formula(row, 5, f"=D{row + 1}*2", None, row * 21)
    sheet.write_number(3, 4, OLD_NUMBER)
    sheet.write_rich_string(6, 6, "号", bold, NUMBER[:6], NUMBER[6:], "完")
    sheet.write_comment("A3", "已有", {"author": "王五"})
    sheet.insert_button("J2", {"caption": "按钮"})
    sheet.set_row(3, 25, heading)
    sheet.set_column("H:H", 20, heading)
    sheet.set_header("&L" + NUMBER)
    second = book.add_worksheet("第二")
    second.write(0, 0, "x")
    second.insert_textbox("C3", "框里 " + NUMBER)
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=许可!$D$2:$D$11", "categories": "=许可!$B$2:$B$11"})
    second.insert_chart("E5", chart)
    second.write_comment("B2", "第二页")
    page = book.add_chartsheet("图")
    bars = book.add_chart({"type": "bar"})
    bars.add_series({"values": "=许可!$D$2:$D$11"})
    page.set_chart(bars)
    page.activate()
    book.define_name("本地", "=许可!$A$1")
    book.define_name("第二!局部", "=第二!$A$1")
    book.set_properties({"title": "标题 " + NUMBER})
    book.set_custom_property("编号", NUMBER)
    book.close()


if __name__ == "__main__":
    by_openpyxl("openpyxl.xlsx")
    by_xlsxwriter("xlsxwriter.xlsx")
    command = ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "saved"]
    subprocess.run(command + ["xlsxwriter.xlsx"], check=True)
    subprocess.run(["mv", "saved/xlsxwriter.xlsx", "libreoffice.xlsx"], check=True)
    subprocess.run(["rmdir", "saved"], check=True)
