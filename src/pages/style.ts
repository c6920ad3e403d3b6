/** The one stylesheet of the pages: large text, system fonts, nothing by colour alone. */
export const style = `
:root { color-scheme: light; font: 1.125rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }
body { margin: 0; color: #1b1b1b; background: #fff }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 2rem; margin: 0.5rem 0 }
h2 { font-size: 1.5rem; margin: 2rem 0 0.5rem; border-bottom: 0.2rem solid #a61b1b }
.lead { margin-top: 0; color: #444 }
ul.cases { list-style: none; margin: 0; padding: 0 }
ul.cases > li { border: 1px solid #767676; border-radius: 0.5rem; margin: 1rem 0; padding: 0.75rem 1rem }
h3 { font-size: 1.25rem; margin: 0 }
p { margin: 0.25rem 0 }
.where { font-weight: bold }
ul.grounds { margin: 0.25rem 0 0; padding-left: 1.5rem }
a { color: #0b4f9e; display: inline-block; min-height: 2.75rem; line-height: 2.75rem }
@media print { a { display: none } ul.cases > li { break-inside: avoid } }
`
