/** On paper: A4, black, without what can only be pressed. */
export const print = `
@media print {
  @page { size: A4; margin: 22mm 20mm 18mm }
  :root, :root.large { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #333; --line: #666; --link: #000; --wash: #fff; --good: #000; --bad: #000; --mind: #000; font-size: 12pt }
  .tools, .head nav, .pager, .buttons, form, .skip { display: none }
  .head { border-top: 0 }
  main { min-height: 0; padding-bottom: 0 }
  .steps li[class] .mark { background: none; border-color: #000; color: #000 }
  a { text-decoration: none }
  details > summary { display: none }
  .card, .cards > li, tr, figure { break-inside: avoid }
  thead { display: table-header-group }
  h2, h3 { break-after: avoid }
}
`
