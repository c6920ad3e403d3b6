/** The stylesheet of every printed paper: A4, 仿宋 and 黑体 by name, page x of y, room for the seal. */
export const paperStyle = `
@page { size: A4; margin: 22mm 20mm 18mm;
  @bottom-center { font: 12pt serif; content: "第 " counter(page) " 页，共 " counter(pages) " 页" } }
@page english { size: A4; margin: 22mm 20mm 18mm;
  @bottom-center { font: 12pt serif; content: "Page " counter(page) " of " counter(pages) } }
body { margin: 0; background: #fff; color: #000;
  font: 1rem/1.75 "FangSong_GB2312", "FangSong", "仿宋_GB2312", "仿宋", "STFangsong", "Noto Serif CJK SC", serif }
:lang(en) body { page: english }
main { max-width: 42rem; margin: 0 auto; padding: 1rem }
h1 { margin: 0 0 1.25rem; text-align: center; line-height: 1.3; font-size: 1.5rem; font-weight: normal;
  font-family: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "SimSun", "宋体", serif }
h2 { margin: 1rem 0 0.25rem; font-size: 1rem; font-weight: normal; break-after: avoid;
  font-family: "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif }
p { margin: 0; text-indent: 2em; white-space: pre-wrap; overflow-wrap: anywhere }
p.field, td p, th p { text-indent: 0 }
p.field b { font-family: "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif; font-weight: normal }
ol { margin: 0; padding-left: 3em }
table { width: 100%; margin: 0.5rem 0; border-collapse: collapse; line-height: 1.4 }
caption { text-align: left }
th, td { border: 1px solid #000; padding: 0.25rem 0.4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap }
th { font-family: "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif; font-weight: normal }
thead { display: table-header-group }
:lang(zh) thead th { white-space: nowrap }
tr { break-inside: avoid }
table.form th { width: 9em; vertical-align: middle }
td.by-hand { height: 2.5em }
table.form td.by-hand { height: 6em }
.signatures { margin-top: 2.5rem; break-inside: avoid }
.signatures p { text-indent: 0; padding-left: 40%; margin-top: 0.75rem }
.signatures .seal { padding-top: 3rem }
figure { margin: 1rem 0; break-inside: avoid }
figure svg { display: block; width: 32mm; height: 32mm }
figure.dense svg { width: 42mm; height: 42mm }
figure.photo { display: inline-block; width: 46%; margin: 0.5rem 3% 0.5rem 0; vertical-align: top }
figure.photo img { display: block; max-width: 100%; max-height: 55mm }
figure.photo p { text-indent: 0 }
figcaption { font-size: 0.875rem; line-height: 1.4; overflow-wrap: anywhere }
.page { break-before: page }
@media print { body { font-size: 16pt } main { max-width: none; padding: 0 } h1 { font-size: 22pt } h2 { font-size: 16pt } table { font-size: 12pt } figcaption { font-size: 10.5pt } .page { border: 0; margin: 0 } }
`
