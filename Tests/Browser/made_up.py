"""Codes and rows for organisations that do not exist, so that the tests know exactly what may be seen of them."""

import csv
import datetime
import pathlib

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()
CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def organisation_code(body):
    """GB 11714: eight characters and their check."""
    values = [int(character, 36) for character in body]
    check = 11 - sum(value * weight for value, weight in zip(values, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    return body + {10: "X", 11: "0"}.get(check, str(check))


def credit_code(head, body):
    """GB 32100: registrar, category and division, an organisation code, a check."""
    text = head + organisation_code(body)
    total = sum(CHARACTERS.index(character) * pow(3, place, 31) for place, character in enumerate(text))
    return text + CHARACTERS[(31 - total % 31) % 31]


def citizen_number(body):
    """GB 11643: seventeen digits and their check; the birth dates used here lie before 1890."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


class Organisation:
    """One of them."""

    def __init__(self, code, name, category="法人及非法人组织"):
        self.code, self.name, self.category = code, name, category


PUNISHED = Organisation(credit_code("91220402", "TEWT99W1"), "辽源市清源泉示例食品有限公司")
HONEST = Organisation(credit_code("91220402", "TEWT99W2"), "辽源市青山坡示例建材有限公司")
TRADER = Organisation(credit_code("92220402", "TEWT99W3"), "龙山区虚构丙小吃店", "个体工商户")

# Known by a minor penalty alone, so that nothing of it may be shown.
HIDDEN = Organisation(credit_code("91220402", "TEWT99H1"), "辽源市隐泉虚构食品有限公司")

# Organisations of one brand, which have to be told apart: the first is the parent of the second.
SIBLINGS = [
    Organisation(credit_code(f"91{place}", f"TEWT99{number}"), name)
    for place, number, name in (
        ("220402", "K1", "辽源市云岫商贸有限公司"), ("220402", "K2", "辽源市云岫商贸有限公司第一分公司"),
        ("220402", "K3", "辽源市云岫商贸股份有限公司"), ("220421", "K4", "东丰县云岫商贸有限公司"),
        ("220402", "K5", "云岫（辽源）建筑工程有限公司"), ("220402", "K6", "辽源市云岫商贸有限公司"),
    )
]

CERTIFICATE = citizen_number("22040218850101001")
PERSON_IN_TEXT = citizen_number("22040218860202002")
TELEPHONE = "13800138000"
REMARK = "内部线索勿外传"
REPRESENTATIVE = "虚构甲乙"
DEPARTMENT = "辽源市市场监督管理局"

# What no page may ever say.
SECRETS = (CERTIFICATE, PERSON_IN_TEXT, TELEPHONE, REMARK, REPRESENTATIVE)

# What the entry that is shown says of itself.
VIOLATION = "使用超过保质期的食品原料"

SHOWN, ENDED, MINOR, UNDETERMINED, TO_WITHDRAW = ("辽清罚〔示例〕%d号" % number for number in range(1, 6))


def day(delta):
    return (TODAY + datetime.timedelta(days=delta)).strftime("%Y/%m/%d")


def _item(name):
    file = next((ROOT / "catalogue" / "sectors").glob(f"*-{name}.yaml"))
    return next(item for item in yaml.safe_load(file.read_text(encoding="utf-8"))["items"] if item["id"] == name)


def _authority_code():
    departments = yaml.safe_load((ROOT / "catalogue" / "departments.yaml").read_text(encoding="utf-8"))["departments"]
    return next(one["code"] for one in departments if one["name"]["zh"] == DEPARTMENT)


def write(path, item, rows):
    """A sheet in the item's first layout, with the headings of the catalogue."""
    item = _item(item)
    headings = {field["id"]: field["heading"] for field in item["fields"]}
    columns = [column["field"] for column in item["templates"][0]["columns"]]
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow([headings[column] for column in columns])
        for row in rows:
            sheet.writerow([row.get(column, "") for column in columns])
    return path


def _common(organisation):
    return {
        "name": organisation.name,
        "category": organisation.category,
        "code": organisation.code,
        "legalRep": REPRESENTATIVE,
        "repIdType": "身份证",
        "repIdNumber": CERTIFICATE,
        "authority": DEPARTMENT,
        "authorityCode": _authority_code(),
        "source": DEPARTMENT,
        "sourceCode": _authority_code(),
        "remarks": REMARK,
    }


def penalty(organisation, number, kinds, decided, content, **more):
    return {
        **_common(organisation),
        "docNumber": number,
        "violation": "违反食品安全管理规定",
        "facts": f"经营超过保质期的食品，举报人{TELEPHONE}，经办{PERSON_IN_TEXT}",
        "ground": "《食品安全法》第一百二十四条",
        "kinds": kinds,
        "content": content,
        "decidedOn": decided,
        "validUntil": "2099/12/31",
        **more,
    }


def licence(organisation, number, decided):
    return {
        **_common(organisation),
        "docTitle": "准予行政许可决定书",
        "docNumber": number,
        "licenceKind": "普通",
        "certTitle": "食品经营许可证",
        "certNumber": "JY" + number[-4:-1],
        "content": "准予从事申请的事项。",
        "decidedOn": decided,
        "validFrom": decided,
        "validUntil": "2099/12/31",
        "state": "有效",
    }


def penalties():
    confiscated = {"confiscated": "0.5"}
    content = "没收违法所得5000元"
    return [
        penalty(PUNISHED, SHOWN, "没收违法所得", day(-40), content, violation=VIOLATION, **confiscated),
        penalty(PUNISHED, ENDED, "没收违法所得", "2021/03/10", content, **confiscated),
        penalty(PUNISHED, MINOR, "警告", day(-30), "警告"),
        penalty(PUNISHED, UNDETERMINED, "罚款", day(-20), "罚款人民币5000元", fine="0.5"),
        penalty(PUNISHED, TO_WITHDRAW, "责令停产停业", day(-10), "责令停产停业"),
        penalty(HIDDEN, "辽清罚〔示例〕6号", "警告", day(-30), "警告"),
    ]


def licences():
    return [
        licence(PUNISHED, "辽清许〔示例〕101号", day(-90)),
        licence(HONEST, "辽清许〔示例〕102号", day(-60)),
        licence(TRADER, "辽清许〔示例〕103号", day(-50)),
    ] + [licence(one, f"辽清许〔示例〕{number}号", day(-45)) for number, one in enumerate(SIBLINGS, 201)]
