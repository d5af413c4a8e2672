"""A made-up register: N organisations with unique names and valid codes, the same for the same N, streamed.

    python Benchmarks/names.py 200000 .build/bench/names-200000.csv

A smaller register is the beginning of a larger one. Places are those of one city for most, the rest of the country for others;
brands are drawn from 686 characters, few of them often; nearly half of the names belong to families (same brand; other
place, trade, form, or a branch); some have a former name. No sole traders. Nothing is taken from real registers.
"""

import argparse
import csv
import random
import sys
from dataclasses import dataclass, replace
from itertools import accumulate, islice

SEED = 20180102

# Characters of brands, the most used first.
BRAND_CHARACTERS = (
    "鑫华源盛达宏瑞丰泰恒兴隆金海天博润诚信嘉德永安福祥龙佳美通利顺东方正大新宝康益和众联创智云科星辰宇凯腾飞"
    "翔鸿洋旺富贵荣昌吉庆元亨万聚汇合中国际世纪环球远景明光亮辉煌耀阳晨曦日月春夏秋冬雪雨露霖泽沐清源泉江河湖"
    "波涛澜浩瀚淼森林木松柏桦桐楠樟梓杉榕枫柳杨梅兰竹菊莲荷芳馨香茗茶艺文墨书翰轩阁雅韵致臻尚优卓越超凡非常"
    "品质精工匠铭名声誉威武雄狮虎豹鹰鹏鹤鹿马骏骐骥驰骋奔跃进步升腾起航帆舟船港湾岸桥梁路途程锦绣彩虹霞云锋"
    "锐铠钢铁铜银铂钻石玉珠翠翡琳琅瑜瑾璟璐琪琦瑶玲珑珍玺玥珂琨瑛晶莹洁净纯真善良仁义礼智贤忠孝勇毅坚强健壮"
    "乐悦欣怡喜欢畅舒逸安宁静谧闲适居家园庭院府邸堂馆楼台亭榭宫殿城堡邦域疆土地山岭峰峦岳岩峻嵩巍昆仑泰衡"
    "君王皇帝御尊侯爵士官仕贤俊杰英豪雄才子骄伟岸峥嵘嵘志向梦想希望未来前程锦鸿图展拓开启创业建筑立成功胜"
    "捷迅速快疾敏灵巧妙奇异特殊独唯一二三四五六七八九十百千亿兆双同共齐协力行动能量聚焦集群众邻里亲友朋伴"
    "侣缘分情意爱心慈惠恩泽普济民生育养护卫健朗康宝贝童趣幼苗青禾稻谷麦穗粮农牧渔果蔬绿野田原乡村北南西左右"
    "上下内外长久恒远古今时代纪元初始本根基石固实朴素简约时光影像声乐音律诗画歌舞棋琴瑟弦鼓铃钟鼎炉窑陶瓷"
    "碧蓝紫红赤丹朱黄橙白黑墨玄皓皎洁璨灿烂炫炎焱烨煜熙熠炜炳烽火燃热温暖旭昊昕昱晟晖晗暄曙晓朝暮夕"
    "沃沛沁泓泊洛洲浦浙涌润涵淳渤渊湘溪滨滋漫潮澄澳瀛灏甫甲申由男留略盈盟目直相省真石矿砂硕确磊祖祝神祺禄"
    "秀秦程稳穆空立章童端笑笛筑策简米粤粹糖系紫纬纳纵纶络绍统继维综绿缔网罗羽翼翎耘耕联聪肯育胜舜航良艾芝"
    "芯芸苏若茂范荃荟莱菱萃萌萱葆蒙蓉蓓蓝蔚薇藤虹融衍裕誉讯诺谊谐谦豫贝财贤贸赢赛越跨踏辰迈连逢道邦郎郡"
    "都酷醇采里重野量鑫钧钰铎铭锡锦键镁镇镜长闻阔陆陈际雷霄霆靖韩顶项顾颐风首骏魁鲁鲜鲲麒麟黎默鼎齐"
)

# (place, weight); the register is that of one city.
HOME = "辽源市 30 辽源 14 吉林省辽源市 5 辽源市龙山区 7 龙山区 3 辽源市西安区 4 东丰县 9 东辽县 7 吉林省 6 吉林 3"
ABROAD = """
北京 30 北京市 8 上海 30 上海市 6 天津 9 天津市 5 重庆 9 重庆市 4 广州 15 广州市 8 深圳 16 深圳市 14 杭州 14 杭州市 3
长春 16 长春市 22 吉林市 12 四平市 9 通化市 7 白山市 4 松原市 6 白城市 5 延边 4 沈阳 10 沈阳市 8 大连 8 大连市 5
哈尔滨 7 哈尔滨市 7 南京 9 南京市 5 苏州 8 苏州市 4 无锡 5 无锡市 2 常州 4 徐州 3 宁波 5 宁波市 3 温州 4 温州市 3
合肥 6 合肥市 3 福州 4 厦门 5 厦门市 3 泉州 3 南昌 4 南昌市 2 济南 6 济南市 3 青岛 6 青岛市 4 烟台 4 潍坊 3 临沂 3
郑州 7 郑州市 4 洛阳 3 武汉 8 武汉市 5 长沙 6 长沙市 3 株洲 2 佛山 4 佛山市 3 东莞 4 东莞市 5 珠海 3 中山 2 惠州 2
南宁 3 南宁市 2 海口 3 海南 3 成都 9 成都市 4 绵阳 2 贵阳 3 贵州 3 昆明 4 昆明市 2 云南 3 西安 6 西安市 3 陕西 4
兰州 3 甘肃 2 西宁 2 青海 1 银川 2 宁夏 2 乌鲁木齐 2 新疆 3 拉萨 1 西藏 1 呼和浩特 2 内蒙古 4 石家庄 4 石家庄市 2
唐山 3 保定 3 河北 4 河北省 1 太原 4 山西 3 辽宁 4 辽宁省 1 黑龙江 3 黑龙江省 2 江苏 5 江苏省 1 浙江 6 浙江省 1
安徽 4 安徽省 1 福建 4 福建省 1 江西 3 江西省 1 山东 6 山东省 2 河南 4 河南省 2 湖北 4 湖北省 1 湖南 4 湖南省 1
广东 6 广东省 2 广西 3 四川 5 四川省 2 梅河口市 6 公主岭市 4 磐石市 2 伊通县 2 柳河县 2 辉南县 2 海龙县 1 开原市 2
铁岭市 3 抚顺市 3 鞍山市 3 锦州市 2 营口市 2 丹东市 2 本溪市 1 齐齐哈尔市 2 大庆市 2 牡丹江市 2 佳木斯市 2
"""
HOME_SHARE, NO_PLACE_SHARE = 0.72, 0.04

TRADES = """
商贸 90 科技 80 建筑工程 55 建材 30 农业科技 16 农业发展 20 贸易 40 物流 26 运输 20 汽车销售 18 汽车维修 14 餐饮 18
餐饮管理 22 食品 26 房地产开发 18 物业服务 16 物业管理 16 装饰工程 24 装饰装潢 10 广告传媒 14 广告 14 文化传媒 30
文化传播 18 信息技术 20 网络科技 30 电子商务 18 电子科技 12 机械制造 12 机械设备 10 机电设备 9 医药 12 大药房连锁 8
医疗器械 12 生物科技 16 环保科技 13 新能源 10 新能源科技 12 电力工程 10 市政工程 11 园林绿化 12 劳务 12 劳务派遣 9
人力资源 12 企业管理咨询 18 企业管理 20 商务服务 10 咨询服务 9 投资 10 投资管理 12 资产管理 6 实业 16 服装 10 服饰 9
纺织 7 袜业 14 针织 8 家具 9 木业 9 家居 6 门窗 8 五金 8 五金机电 6 建筑劳务 12 路桥工程 6 水利工程 6 勘测设计 4
工程设计 5 工程管理 6 工程监理 3 工程造价咨询 3 矿业 6 煤业 6 煤炭销售 6 石油化工 4 化工 8 塑业 5 橡塑制品 5 包装 7
印务 6 印刷 5 纸业 4 酒业 8 粮油 9 粮食贸易 6 米业 6 种业 5 畜牧 7 养殖 16 种植 18 果蔬 6 蔬菜种植 8 食用菌 5 梅花鹿养殖 7
饲料 5 农机 8 农资 6 肥业 4 水产 3 生态农业 8 林业 4 旅游 6 旅行社 6 酒店管理 8 酒店 6 宾馆 4 洗浴 3 健身 3 体育文化 5
教育科技 8 教育咨询 9 培训 6 幼教 3 家政服务 7 养老服务 8 健康管理 9 保洁服务 5 保安服务 5 安防科技 5 消防工程 5
智能科技 11 软件 9 数据服务 6 通信 6 通讯 5 计算机 5 仪器仪表 4 自动化设备 5 精密机械 4 模具 3 铸造 4 钢结构 5 金属制品 6
铝业 4 轴承 3 汽车配件 8 汽车租赁 6 二手车交易 3 货运代理 4 供应链管理 9 国际贸易 7 进出口 6 珠宝 4 化妆品 4 美容 5
母婴用品 3 日用品 5 超市 6 百货 5 再生资源回收 6 环境工程 5 污水处理 3 热力 3 燃气 4 自来水 2 供热 3 殡葬服务 1
测绘 3 检测技术 5 会计咨询 4 税务师 2 拍卖 2 典当 2 融资担保 2 小额贷款 2 保险代理 3
"""

# (form, weight, first two characters of the code).
FORMS = [
    ("有限公司", 700, "91"), ("有限责任公司", 95, "91"), ("股份有限公司", 14, "91"), ("集团有限公司", 14, "91"),
    ("专业合作社", 55, "93"), ("农民专业合作社", 40, "93"), ("中心（有限合伙）", 10, "91"), ("合伙企业（有限合伙）", 8, "91"),
    ("厂", 22, "91"), ("经销处", 5, "91"), ("服务中心", 10, "52"), ("协会", 9, "51"), ("商会", 4, "51"), ("培训学校", 6, "52"),
    ("研究院", 3, "52"), ("事务所", 5, "91"),
]  # fmt: skip
BRANCHES = "龙山 8 东丰 8 东辽 8 西安区 5 辽源 20 长春 8 第一 8 第二 6 第三 3 北方 2 四平 4 梅河口 4 通化 3 吉林 6 沈阳 2 城南 2 城北 2"
DIVISIONS = "220400 20 220402 40 220403 18 220421 14 220422 12 220100 4 220000 2"

# How the parts of a name stand: 0 in a row, 1 place in brackets after the brand, 2 place in brackets before the form.
LAYOUTS = [(0, 86), (1, 11), (2, 3)]
BRAND_LENGTHS = [(2, 63), (3, 31), (4, 6)]
# How many names a family has beside the first, and what is other in a sibling.
SIBLINGS = [(0, 80), (1, 8), (2, 5), (3, 3), (5, 2), (8, 1), (12, 1)]
DIFFERENCES = [("place", 32), ("trade", 30), ("form", 14), ("branch", 24)]
HALF_WIDTH_SHARE = 0.06
FORMER_SHARE = 0.05

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = [pow(3, place, 31) for place in range(17)]
BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
BODY_VALUES = {character: int(character, 36) for character in CODE_ALPHABET}
CODE_VALUES = {character: value for value, character in enumerate(CODE_ALPHABET)}


@dataclass(frozen=True)
class Organisation:
    """The parts of a name, and what belongs to it."""

    place: str
    brand: str
    trade: str
    form: str
    branch: str
    layout: int
    brackets: str
    code: str = ""
    former: "Organisation | None" = None

    @property
    def name(self):
        opening, closing = self.brackets
        form = self.form if self.brackets == "（）" else self.form.replace("（", opening).replace("）", closing)
        branch = self.branch + "分公司" if self.branch else ""
        if self.layout == 1 and self.place:
            return f"{self.brand}{opening}{self.place}{closing}{self.trade}{form}{branch}"
        if self.layout == 2 and self.place:
            return f"{self.brand}{self.trade}{opening}{self.place}{closing}{form}{branch}"
        return f"{self.place}{self.brand}{self.trade}{form}{branch}"


def weighted(text):
    """[(word, weight)] of "word weight word weight …"."""
    words = text.split()
    return list(zip(words[::2], map(float, words[1::2])))


class Draws:
    """Endless draws from weighted choices, each kind of draw with its own random sequence."""

    def __init__(self, seed):
        self.seed = seed

    def of(self, kind, choices):
        rng = random.Random(f"{self.seed} {kind}")
        values = [choice[0] for choice in choices]
        totals = list(accumulate(choice[1] for choice in choices))
        while True:
            yield from rng.choices(values, cum_weights=totals, k=4096)

    def share(self, kind, share):
        return self.of(kind, [(True, share), (False, 1 - share)])


class Families:
    """Draws organisations, family by family, without codes; names may come twice."""

    def __init__(self, seed):
        draws = Draws(seed)
        characters = dict.fromkeys(BRAND_CHARACTERS)
        self.characters = draws.of("character", [(c, 1 / (rank + 12) ** 0.95) for rank, c in enumerate(characters)])
        self.lengths = draws.of("length", BRAND_LENGTHS)
        self.at_home = draws.share("at home", HOME_SHARE)
        self.home = draws.of("home", weighted(HOME))
        self.abroad = draws.of("abroad", weighted(ABROAD))
        self.placeless = draws.share("placeless", NO_PLACE_SHARE)
        self.trades = draws.of("trade", weighted(TRADES))
        self.forms = draws.of("form", FORMS)
        self.layouts = draws.of("layout", LAYOUTS)
        self.half_width = draws.share("half width", HALF_WIDTH_SHARE)
        self.siblings = draws.of("siblings", SIBLINGS)
        self.differences = draws.of("difference", DIFFERENCES)
        self.branches = draws.of("branch", weighted(BRANCHES))
        self.renamed = draws.share("renamed", FORMER_SHARE)
        self.renamings = draws.of("renaming", [("brand", 3), ("trade", 4), ("form", 3)])

    def brand(self):
        return "".join(islice(self.characters, next(self.lengths)))

    def place(self):
        if next(self.placeless):
            return ""
        return next(self.home) if next(self.at_home) else next(self.abroad)

    def first(self):
        brackets = "()" if next(self.half_width) else "（）"
        return Organisation(
            self.place(), self.brand(), next(self.trades), next(self.forms), "", next(self.layouts), brackets
        )

    def changed(self, organisation, part):
        """The same organisation with another place, trade, form or brand, or a branch of it."""
        drawn = {
            "place": self.place,
            "brand": self.brand,
            "trade": lambda: next(self.trades),
            "form": lambda: next(self.forms),
            "branch": lambda: next(self.branches),
        }
        return replace(organisation, **{part: drawn[part]()})

    def family(self):
        first = self.first()
        yield first
        for _ in range(next(self.siblings)):
            yield self.changed(first, next(self.differences))

    def former(self, organisation):
        return self.changed(organisation, next(self.renamings)) if next(self.renamed) else None


def organisations(count, seed=SEED):
    """`count` organisations with unique names, former ones included, and unique codes."""
    families = Families(seed)
    divisions = Draws(seed).of("division", weighted(DIVISIONS))
    registers = {form: register for form, _, register in FORMS}
    seen, made = set(), 0
    while made < count:
        for organisation in families.family():
            name = organisation.name
            if name in seen or made == count:
                continue
            seen.add(name)
            former = families.former(organisation)
            if former is not None:
                if former.name in seen:
                    former = None
                else:
                    seen.add(former.name)
            code = code_of(registers[organisation.form] + next(divisions), made)
            yield replace(organisation, code=code, former=former)
            made += 1


def code_of(head, number):
    """The unified code of the number-th organisation: head of eight characters, body, both check characters.

    The first 923,521 bodies begin with TEWT; after them TEW and another character, so that they stay unique.
    """
    block, place = divmod(number, 31**4)
    # A step without common factor visits every number of a block once, in no order that a reader sees.
    rest = (place * 610_837 + 77_777) % 31**4
    tail = CODE_ALPHABET[rest // 29791] + CODE_ALPHABET[rest // 961 % 31] + CODE_ALPHABET[rest // 31 % 31] + CODE_ALPHABET[rest % 31]
    body = "TEW" + CODE_ALPHABET[(CODE_VALUES["T"] + block) % 31] + tail
    inner = 11 - sum(BODY_VALUES[c] * weight for c, weight in zip(body, BODY_WEIGHTS)) % 11
    code = head + body + ("X" if inner == 10 else "0" if inner == 11 else str(inner))
    outer = -sum(CODE_VALUES[c] * weight for c, weight in zip(code, CODE_WEIGHTS)) % 31
    return code + CODE_ALPHABET[outer]


def write(path, count, seed=SEED):
    """Writes the register as CSV: name, code, former."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(["name", "code", "former"])
        for organisation in organisations(count, seed):
            former = organisation.former.name if organisation.former else ""
            sheet.writerow([organisation.name, organisation.code, former])


def register(folder, count):
    """The register of so many names as a file, made once."""
    path = folder / f"names-{count}.csv"
    if not path.exists():
        part = path.with_suffix(".part")
        write(part, count)
        part.rename(path)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("out")
    options = parser.parse_args()
    write(options.out, options.count)


if __name__ == "__main__":
    sys.exit(main())
