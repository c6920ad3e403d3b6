/** Colours of paper, ink and seal; light, dark, and large print. */
export const base = `
:root {
  color-scheme: light dark;
  --paper: #fbf8f1; --sheet: #fffdf8; --ink: #26221c; --soft: #5d564a; --line: #8f8674; --faint: #e9e2d3;
  --seal: #97201d; --on-seal: #ffffff; --link: #7a1a18; --good: #1e5b38; --bad: #8c2f12; --mind: #6a4b00; --wash: #f4eee0;
  font: 1.0625rem/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
}
:root.large { font-size: 1.5rem; line-height: 1.6 }
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191714; --sheet: #221f1b; --ink: #ece5d8; --soft: #b8af9f; --line: #857c6c; --faint: #39342c;
    --seal: #b3322c; --on-seal: #ffffff; --link: #f0b0a3; --good: #93d3a8; --bad: #f2a488; --mind: #e6c777; --wash: #2a2620;
  }
}
*, *::before, *::after { box-sizing: border-box }
html { overflow-wrap: anywhere; -webkit-text-size-adjust: 100% }
body { margin: 0; color: var(--ink); background: var(--paper) }
main, .head, .foot { max-width: 56rem; margin: 0 auto; padding: 0 1rem }
main { padding-bottom: 2.5rem; min-height: 50vh }
main:focus { outline: none }
h1 { font-size: 1.625rem; line-height: 1.3; margin: 1.25rem 0 0.5rem }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 2.25rem 0 0.75rem; padding-left: 0.625rem; border-left: 0.3rem solid var(--seal) }
h3 { font-size: 1.0625rem; line-height: 1.4; margin: 0 0 0.25rem }
h1, h2, h3 { text-wrap: balance }
p { margin: 0.5rem 0; text-wrap: pretty }
ul, ol { padding-left: 1.4rem }
a { color: var(--link); text-underline-offset: 0.2em }
:focus-visible { outline: 0.2rem solid var(--link); outline-offset: 0.15rem }
:lang(en) :is(h1, h2, h3)::first-letter, :lang(en) :is(h2, h3) a::first-letter { text-transform: uppercase }
.lead { color: var(--soft); margin-top: 0 }
.small, .hint { color: var(--soft); font-size: 0.9375em }
pre, code { font-family: ui-monospace, Consolas, monospace; font-size: 0.875em; white-space: pre-wrap }
`
