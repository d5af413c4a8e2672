extension Trade {
    /// What any department licenses and punishes.
    static let general = Trade(
        words: [],
        licences: [licence("准予行政许可决定书", "行政许可证", "XK", "准予从事申请的事项", years: 3)],
        offences: [
            Offence(kind: "违反行政管理规定", fact: "未按规定报送有关材料，经责令改正逾期未改。", basis: "《中华人民共和国行政处罚法》第二十八条")
        ]
    )

    /// What departments with tasks of their own license and punish.
    static let known: [Trade] = [
        Trade(
            words: ["市场监督", "市场监管", "工商"],
            licences: [
                licence("食品经营许可决定书", "食品经营许可证", "JY", "准予食品经营：预包装食品销售、散装食品销售", years: 5),
                licence("准予药品经营许可决定书", "药品经营许可证", "YP", "准予药品零售，经营范围：处方药、非处方药", years: 5),
                licence("特种设备使用登记决定书", "特种设备使用登记证", "TS", "准予使用登记：曳引驱动乘客电梯", years: 30),
            ],
            offences: [
                Offence(
                    kind: "经营超过保质期的食品",
                    fact: "经查，当事人货架上摆放待售的饼干已超过保质期，违法货值金额较小。",
                    basis: "《中华人民共和国食品安全法》第一百二十四条第一款第五项"
                ),
                Offence(kind: "未按规定明码标价", fact: "经查，当事人销售的商品未标明价格。", basis: "《中华人民共和国价格法》第四十二条"),
                Offence(kind: "发布虚假广告", fact: "经查，当事人在店堂内发布与实际不符的宣传内容。", basis: "《中华人民共和国广告法》第五十五条"),
            ]
        ),
        Trade(
            words: ["住房", "建设", "住建"],
            licences: [
                licence("建筑工程施工许可决定书", "建筑工程施工许可证", "SG", "准予施工：厂房及附属工程", years: 2),
                licence("准予行政许可决定书", "商品房预售许可证", "YS", "准予预售商品房，范围：1至3号楼", years: 3),
            ],
            offences: [
                Offence(
                    kind: "未取得施工许可证擅自施工",
                    fact: "经查，当事人在未取得施工许可证的情况下擅自开工建设。",
                    basis: "《建设工程质量管理条例》第五十七条"
                )
            ]
        ),
        Trade(
            words: ["生态环境", "环境保护"],
            licences: [licence("排污许可决定书", "排污许可证", "PW", "准予排放水污染物、大气污染物", years: 5)],
            offences: [
                Offence(
                    kind: "未按规定运行污染防治设施",
                    fact: "经现场检查，当事人污染防治设施停运，废气未经处理直接排放。",
                    basis: "《中华人民共和国大气污染防治法》第九十九条第三项"
                )
            ]
        ),
        Trade(
            words: ["卫生健康", "卫生"],
            licences: [
                licence("卫生许可决定书", "公共场所卫生许可证", "WS", "准予经营公共场所：理发店、美容店", years: 4),
                licence("医疗机构执业登记决定书", "医疗机构执业许可证", "YL", "准予执业：内科、中医科", years: 5),
            ],
            offences: [
                Offence(
                    kind: "未按规定对公共用品消毒",
                    fact: "经查，当事人未按照规定对顾客用品用具进行清洗、消毒。",
                    basis: "《公共场所卫生管理条例实施细则》第三十六条"
                )
            ]
        ),
        Trade(
            words: ["交通"],
            licences: [licence("道路运输经营许可决定书", "道路运输经营许可证", "DY", "准予道路普通货物运输", years: 4)],
            offences: [
                Offence(
                    kind: "未取得道路运输经营许可擅自从事经营",
                    fact: "经查，当事人车辆未取得道路运输证从事货物运输。",
                    basis: "《中华人民共和国道路运输条例》第六十三条"
                )
            ]
        ),
        Trade(
            words: ["应急", "安全生产"],
            licences: [licence("危险化学品经营许可决定书", "危险化学品经营许可证", "WH", "准予经营：汽油、柴油", years: 3)],
            offences: [
                Offence(
                    kind: "未按规定进行安全生产教育和培训",
                    fact: "经查，当事人未如实记录安全生产教育和培训情况。",
                    basis: "《中华人民共和国安全生产法》第九十七条第四项"
                )
            ]
        ),
        Trade(
            words: ["公安"],
            licences: [licence("特种行业许可决定书", "特种行业许可证", "TZ", "准予经营旅馆业", years: 10)],
            offences: [
                Offence(
                    kind: "未按规定登记旅客信息",
                    fact: "经查，当事人未按规定登记住宿人员信息。",
                    basis: "《中华人民共和国治安管理处罚法》第五十六条"
                )
            ]
        ),
        Trade(
            words: ["自然资源", "林业", "国土"],
            licences: [licence("建设用地规划许可决定书", "建设用地规划许可证", "YD", "准予用地规划，用地性质：工业用地", years: 1)],
            offences: [
                Offence(
                    kind: "未经批准占用土地",
                    fact: "经查，当事人未经批准占用集体土地硬化地面。",
                    basis: "《中华人民共和国土地管理法》第七十七条"
                )
            ]
        ),
        Trade(
            words: ["水利", "水务"],
            licences: [licence("取水许可决定书", "取水许可证", "QS", "准予取水，水源类型：地下水", years: 5)],
            offences: [
                Offence(kind: "未经批准擅自取水", fact: "经查，当事人未办理取水许可擅自取用地下水。", basis: "《中华人民共和国水法》第六十九条")
            ]
        ),
        Trade(
            words: ["人力资源", "人社"],
            licences: [licence("劳务派遣经营许可决定书", "劳务派遣经营许可证", "LP", "准予经营劳务派遣业务", years: 3)],
            offences: [
                Offence(
                    kind: "未按规定建立职工名册",
                    fact: "经查，当事人未按照规定建立职工名册备查。",
                    basis: "《中华人民共和国劳动合同法实施条例》第三十三条"
                )
            ]
        ),
        Trade(
            words: ["城市管理", "城管", "综合执法"],
            licences: [licence("户外广告设置许可决定书", "户外广告设置许可证", "GG", "准予设置户外广告牌匾", years: 1)],
            offences: [
                Offence(
                    kind: "擅自占用城市道路",
                    fact: "经查，当事人未经批准占用人行道堆放物品。",
                    basis: "《城市道路管理条例》第四十二条"
                )
            ]
        ),
        Trade(
            words: ["教育"],
            licences: [licence("民办学校办学许可决定书", "民办学校办学许可证", "BX", "准予举办非学历教育培训", years: 5)],
            offences: [
                Offence(
                    kind: "擅自变更培训地址",
                    fact: "经查，当事人未经批准变更办学地址。",
                    basis: "《中华人民共和国民办教育促进法》第六十二条"
                )
            ]
        ),
        Trade(
            words: ["文化", "旅游"],
            licences: [licence("娱乐经营许可决定书", "娱乐经营许可证", "YJ", "准予经营歌舞娱乐场所", years: 2)],
            offences: [
                Offence(
                    kind: "娱乐场所未按规定建立营业日志",
                    fact: "经查，当事人未按规定建立营业日志。",
                    basis: "《娱乐场所管理条例》第四十九条"
                )
            ]
        ),
        Trade(
            words: ["农业", "畜牧"],
            licences: [licence("兽药经营许可决定书", "兽药经营许可证", "SY", "准予经营兽用化学药品、中药制剂", years: 5)],
            offences: [
                Offence(
                    kind: "经营的种子标签不规范",
                    fact: "经查，当事人销售的玉米种子标签内容不符合规定。",
                    basis: "《中华人民共和国种子法》第七十九条"
                )
            ]
        ),
        Trade(
            words: ["消防"],
            licences: [
                licence("公众聚集场所投入使用营业消防安全许可决定书", "消防安全许可证", "XF", "准予投入使用、营业", years: 10)
            ],
            offences: [
                Offence(
                    kind: "占用疏散通道",
                    fact: "经查，当事人在疏散通道内堆放杂物。",
                    basis: "《中华人民共和国消防法》第六十条第一款第三项"
                )
            ]
        ),
    ]

    private static func licence(
        _ document: String,
        _ certificate: String,
        _ prefix: String,
        _ content: String,
        years: Int
    ) -> Licence {
        Licence(document: document, certificate: certificate, prefix: prefix, content: content, years: years)
    }
}
