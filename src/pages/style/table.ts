/** The clerk's table at a meeting: numbers at a glance, names to tap, sheets to fill. */
export const table = `
.numbers { list-style: none; margin: 0.75rem 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr)); gap: 0.5rem }
.numbers li { background: var(--sheet); border: 0.0625rem solid var(--line); border-radius: 0.375rem; padding: 0.375rem 0.5rem; text-align: center; display: flex; flex-direction: column }
.numbers .n { font-size: 1.75rem; line-height: 1.2; font-weight: bold; font-variant-numeric: tabular-nums }
.tests { list-style: none; margin: 0.75rem 0; padding: 0 }
.tests li { padding: 0.25rem 0; border-bottom: 0.0625rem solid var(--faint) }
.hall-code { text-align: center; max-width: 32rem }
.hall-code p { margin: 0.125rem 0 }
.digits { font-size: 2.5rem; line-height: 1.2; font-weight: bold; letter-spacing: 0.08em; font-variant-numeric: tabular-nums }
.names { list-style: none; margin: 0.5rem 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.5rem }
.large .names { grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)) }
.name { font: inherit; font-size: 1.125em; width: 100%; min-height: 3.5rem; padding: 0.25rem 0.5rem; border: 0.0625rem solid var(--line); border-radius: 0.375rem; background: var(--sheet); color: var(--ink); cursor: pointer; display: flex; flex-direction: column; align-items: center; justify-content: center; line-height: 1.3 }
.name:hover { border-color: var(--seal) }
.name.here { border-color: var(--good); color: var(--good) }
.sheet { width: auto; min-width: 60% }
.sheet select { font: inherit; color: inherit; background: var(--sheet); border: 0.0625rem solid var(--line); border-radius: 0.375rem; min-height: 2.875rem; min-width: 8rem; padding: 0 0.5rem }
.result { border-top: 0.0625rem solid var(--faint); margin-top: 0.5rem; padding-top: 0.25rem }
ol.cards { padding: 0 }
.plain { list-style: none; padding: 0 }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; margin: 0.25rem 0 }
.box { border: 0.0625rem solid var(--line); border-radius: 0.375rem; padding: 0.5rem 1rem }
.slips { display: grid; grid-template-columns: 1fr 1fr; border-top: 0.0625rem dashed var(--line); border-left: 0.0625rem dashed var(--line) }
.slips li { border-right: 0.0625rem dashed var(--line); border-bottom: 0.0625rem dashed var(--line); padding: 0.75rem; break-inside: avoid; display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; align-items: start }
.slips li > p { grid-column: 1 / -1 }
.slips li p { margin: 0.125rem 0 }
.address { overflow-wrap: anywhere }
.square { width: 6.5rem; height: 6.5rem; display: block }
.square rect { fill: #fff }
.square path { fill: #000 }
ul.slips { list-style: none; padding-left: 0 }
.slips .code { font-size: 1.375rem; font-weight: bold; letter-spacing: 0.05em; font-family: ui-monospace, Consolas, monospace; overflow-wrap: normal; white-space: nowrap }
@media (max-width: 30rem) { .slips { grid-template-columns: 1fr } }
@media print {
  body:has(.slips) > :not(main), main:has(.slips) > :is(h1, .lead) { display: none }
  .slips { grid-template-columns: 1fr 1fr; margin: 0 }
  .slips li { height: 62mm; overflow: hidden }
  .slips li:nth-child(8n) { break-after: page }
  .slips .code { font-size: 1.125rem; letter-spacing: 0 }
  .slips .small { font-size: 0.8125rem; line-height: 1.4 }
}
`
