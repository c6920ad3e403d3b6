/** The small set of parts that pages are made of. */
export const components = `
.card, .cards > li { background: var(--sheet); border: 0.0625rem solid var(--line); border-radius: 0.375rem; padding: 0.875rem 1rem }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem }
.cards h2 { font-size: 1.0625rem; line-height: 1.4; margin: 0 0 0.25rem; padding: 0; border: 0 }
.cards h2 a, .cards h3 a { display: inline-block; padding: 0.625rem 0 }
:is(.card, .cards > li) > .buttons { margin: 0.75rem 0 0.25rem }
.cards p { margin: 0.125rem 0 }
.tag { display: inline-block; border: 0.0625rem solid currentColor; border-radius: 0.25rem; padding: 0 0.4rem; font-size: 0.875em; line-height: 1.5; color: var(--soft); white-space: nowrap }
.tag.good { color: var(--good) }
.tag.bad { color: var(--bad) }
.empty { color: var(--soft); border: 0.0625rem dashed var(--line); border-radius: 0.375rem; padding: 0.75rem 1rem }
.notice { display: flex; gap: 0.75rem; border: 0.0625rem solid currentColor; border-left-width: 0.4rem; border-radius: 0.375rem; padding: 0.5rem 1rem; margin: 1rem 0; background: var(--sheet) }
.notice > div { color: var(--ink); min-width: 0; flex: 1 }
.notice .mark { font-weight: bold; padding-top: 0.5rem }
.notice.done { color: var(--good) }
.notice.mind { color: var(--mind) }
.notice.problem { color: var(--bad) }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.25rem 0; align-items: center }
.button { font: inherit; display: inline-flex; align-items: center; justify-content: center; min-height: 2.875rem; min-width: 6rem; padding: 0.25rem 1.25rem; border-radius: 0.375rem; border: 0.0625rem solid var(--seal); background: var(--seal); color: var(--on-seal); text-decoration: none; cursor: pointer }
.button.quiet { background: transparent; color: var(--link); border-color: var(--line) }
.button:hover { text-decoration: underline }
.large .button { min-height: 3.75rem }
.field { margin: 1rem 0; border: 0; padding: 0; min-width: 0 }
.field > label:not(.choice), legend { display: block; font-weight: bold; padding: 0 }
.field .hint { margin: 0; text-wrap: wrap }
.field :is(input:not([type=radio], [type=checkbox]), select, textarea) { margin-top: 0.25rem }
.field input:not([type=radio], [type=checkbox]), .field select, .field textarea { font: inherit; color: inherit; background: var(--sheet); width: 100%; max-width: 32rem; min-height: 2.875rem; padding: 0.375rem 0.625rem; border: 0.0625rem solid var(--line); border-radius: 0.375rem }
.photo img { display: block; max-width: 100%; height: auto }
.field textarea { max-width: none; resize: vertical }
.faulty { border-left: 0.3rem solid var(--bad); padding-left: 0.75rem }
.fault { color: var(--bad); font-weight: bold; margin: 0.25rem 0 }
.choice { display: flex; align-items: center; gap: 0.75rem; min-height: 2.875rem; padding: 0.25rem 0.75rem; border: 0.0625rem solid var(--line); border-radius: 0.375rem; margin: 0.5rem 0; background: var(--sheet) }
.choice input { width: 1.375rem; height: 1.375rem; flex: none; accent-color: var(--seal) }
.large .choice { min-height: 3.75rem }
.search { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: end }
.search .field { flex: 1 1 12rem; max-width: 32rem; margin: 0.5rem 0 }
.search .buttons { margin: 0.5rem 0 }
.steps { list-style: none; margin: 0; padding: 0 }
.steps > li { display: flex; gap: 0.75rem; position: relative; padding-bottom: 1rem }
.steps > li > div { min-width: 0; flex: 1 }
.steps .mark { width: 1.75rem; height: 1.75rem; line-height: 1.625rem; border-radius: 50%; border: 0.0625rem solid var(--line); text-align: center; flex: none; background: var(--sheet); font-size: 0.9375rem; z-index: 1 }
.steps > li:not(:last-child)::before { content: ""; position: absolute; left: 0.84375rem; top: 1.75rem; bottom: 0; border-left: 0.0625rem solid var(--line) }
.steps .done .mark { background: var(--good); border-color: var(--good); color: var(--paper) }
.steps .now .mark { background: var(--seal); border-color: var(--seal); color: var(--on-seal) }
.steps .now .step-title { font-weight: bold }
.steps .ahead .step-title { color: var(--soft) }
.steps .note { font-size: 0.9375em; margin-top: 0.125rem }
.steps .note ul { margin: 0; padding-left: 1.2rem }
table { border-collapse: collapse; width: 100%; background: var(--sheet); margin: 0.75rem 0 }
caption { text-align: left; color: var(--soft); font-size: 0.9375em; padding-bottom: 0.25rem }
th, td { border: 0.0625rem solid var(--line); padding: 0.375rem 0.625rem; text-align: left; vertical-align: top; font-weight: normal }
thead th { background: var(--wash) }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.verdict { white-space: nowrap }
.meeting { margin: 1.25rem 0 }
main section > h3, .move h3 { margin-top: 1.25rem }
.grounds caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
.button.big { font-size: 1.25rem; min-height: 3.75rem; flex: 1 1 14rem }
.met .verdict { color: var(--good) }
.unmet .verdict { color: var(--bad); font-weight: bold }
.bars { margin: 1rem 0 }
.bars svg { width: 100%; max-width: 32rem; display: block }
.bars .whole { fill: var(--faint) }
.bars .yes { fill: var(--good) }
.bars .no { fill: var(--bad) }
.bars .abstain { fill: var(--mind) }
.bars .other { fill: var(--line) }
.bars text { font-size: 0.8125rem; fill: var(--ink) }
.bars table { max-width: 32rem }
.sum th, .sum td { font-weight: bold }
.facts { margin: 0.5rem 0 }
.facts > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.25rem 0; border-bottom: 0.0625rem solid var(--faint) }
.facts dt { color: var(--soft); flex: 0 0 7rem }
.facts dd { margin: 0; flex: 1 1 12rem; min-width: 0 }
.large .facts dt { flex-basis: 100% }
.pager { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 1rem 0 }
.pager a { display: inline-flex; align-items: center; min-height: 2.75rem }
.text { white-space: pre-wrap }
ins { text-decoration: underline; text-decoration-thickness: 0.125em; background: var(--wash); color: var(--good) }
del { color: var(--bad) }
details > summary { cursor: pointer; min-height: 2.75rem; display: flex; align-items: center; gap: 0.5rem; color: var(--link) }
details > summary::before { content: "▸" }
details[open] > summary::before { content: "▾" }
.options { display: grid; gap: 1rem; margin: 1.5rem 0 }
.option { font: inherit; font-size: 1.375rem; font-weight: bold; min-height: 4.5rem; border-radius: 0.5rem; border: 0.125rem solid var(--line); background: var(--sheet); color: var(--ink); cursor: pointer; display: flex; align-items: center; justify-content: center; gap: 0.75rem; text-decoration: none }
.option.yes { border-color: var(--good); color: var(--good) }
.option.no { border-color: var(--bad); color: var(--bad) }
.question { font-size: 1.375rem; line-height: 1.45; font-weight: bold; margin: 1rem 0 }
.chosen { font-size: 2rem; font-weight: bold; text-align: center; border: 0.125rem solid currentColor; border-radius: 0.5rem; padding: 1rem; margin: 1.25rem 0; background: var(--sheet) }
.chosen.yes { color: var(--good) }
.chosen.no { color: var(--bad) }
@media (max-width: 39.99rem) {
  .grounds thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  .grounds, .grounds tbody, .grounds tr, .grounds th, .grounds td, .grounds caption { display: block; border: 0 }
  .grounds { background: none }
  .grounds tr { border: 0.0625rem solid var(--line); border-radius: 0.375rem; background: var(--sheet); padding: 0.5rem 0.75rem; margin: 0.5rem 0; display: flex; flex-wrap: wrap; gap: 0 1rem }
  .grounds th, .grounds td { padding: 0; text-align: left }
  .grounds th { flex: 1 0 100%; font-weight: bold }
  .grounds td[data-name]::before { content: attr(data-name) " "; color: var(--soft) }
  .grounds .cite { flex: 1 0 100% }
  .grounds .none { display: none }
}
@media (min-width: 40rem) { thead th { white-space: nowrap } .options { grid-template-columns: repeat(3, 1fr) } }
`
