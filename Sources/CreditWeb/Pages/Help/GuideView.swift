import CreditModel

/// How departments hand in, step by step: check first, read the result, mend in one's own sheet, hand in, send again.
struct GuideView: Sendable {
    let visit: Visit

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.guide)])</h1>
        <p class="lead">\(visit.say("给各部门负责报送的同志：一张表、一个浏览器，不装软件，先查验，再报送。", "For whoever hands in for a department: a sheet and a browser, nothing to install. Check first, then hand in."))</p>
        <p>\(visit.say("第一次用，先下载", "New here? Get the "))<a href="\(CheckTemplates.practice(visit))">\(visit.say("练习表", "practice sheet"))</a>\
        \(visit.say("，原样放进", " and drop it as it is into "))<a href="\(visit.link(.check))">\(visit[FooterLinks.title(.check)])</a>\
        \(visit.say("。它的每一行几乎都故意放了一处差错，文件里“答案”那张表写着错在哪里。练习表只供查验，请勿报送。", ". Nearly every row has one mistake on purpose; its second sheet says which."))</p>
        \(steps)
        \(again)
        \(ContactPanel(visit: visit).html)
        """
    }

    private var steps: HTML {
        visit.say(
            """
            <h2>怎样查验</h2>
            <ol>
            <li>打开“查验表格”，选择或者拖入您的表。XLSX、XLS（包括业务系统导出的网页表格）、CSV，或者装着它们的 ZIP，都可以；WPS 的表一样。查验不保存任何内容，查多少遍都行。</li>
            <li>看结果。标着“拒”的行没有通过，改了再报；标着“醒”的行可以收，请看一眼。每处差错下面写着哪里不对、依据是什么、怎么改。一行不通过，不影响其他行。</li>
            <li>点“下载标注文件”。打开是您自己的表，差错涂了颜色，指向单元格可看说明，最前面的“查验结果”列着每一处，点位置就跳过去。</li>
            <li>直接在这个文件里改。颜色、批注和“查验结果”不用清；证件号码已经遮蔽，后面带着识别码，请不要改动它。</li>
            </ol>
            <h2>怎样报送</h2>
            <ul>
            <li>有前置机文件夹的：把文件放进本部门的文件夹，大约十秒后取走，旁边出现回执和标了差错的工作簿。原件加密保存，到期删除。</li>
            <li>没有的：交给信用办代报，拿回执。</li>
            </ul>
            """,
            """
            <h2>Checking</h2>
            <ol>
            <li>Open “Check a file” and choose your sheet or drop it in: XLSX, XLS (also the web pages that call themselves so), CSV, or a ZIP of them. Checking stores nothing: do it as often as you like.</li>
            <li>Read the result. Rows marked as refused must be mended and sent again; rows with a warning can be taken in. Below each fault stand what is wrong, on what ground, and what to do. One bad row does not hold up the others.</li>
            <li>Choose “Download the marked-up copy”. It is your own, with its faults coloured; point at a cell to read why. The sheet in front lists every fault and leads to its cell.</li>
            <li>Mend the cells in that very file. Colours, comments and the sheet in front may stay; certificate numbers are masked and carry a mark by which they are known again: leave them.</li>
            </ol>
            <h2>Handing in</h2>
            <ul>
            <li>By folder: put the file into your department’s folder on the front-end machine. After some ten seconds it is taken, and the receipt and the marked workbook appear beside it. The original is kept encrypted and deleted when its time is over.</li>
            <li>Without one: give it to the credit office, who hand it in and give you the receipt.</li>
            </ul>
            """
        )
    }

    private var again: HTML {
        visit.say(
            """
            <h2>改了再报</h2>
            <p>不用挑出改过的行，整个文件再报一次：没有改动的行不会重复，改过的记为更正。</p>
            <h2>表头不一样怎么办</h2>
            <p>业务系统导出的表不想改格式的，把表头和三五行样例发给信用办：他们可以为您的格式写一个导入格式，以后原样报送。</p>
            """,
            """
            <h2>Mended and sent again</h2>
            <p>Do not pick out the rows that you changed: hand the whole file in again. Rows that you did not touch are not doubled, the others count as corrections.</p>
            <h2>Other headings</h2>
            <p>Where a system exports a form of its own, send the credit office its headings and a few rows: they can write a layout for it, and from then on you hand the export in as it is.</p>
            """
        )
    }
}
