/** The screen of the hall, read from its last row. */
export const hall = `
body.hall { min-height: 100vh; display: flex; flex-direction: column }
.hall main { max-width: none; width: 100%; padding: 1rem 2vw 2rem; font-size: clamp(1rem, 1.6vw, 2rem); flex: 1 }
.hall h1 { font-size: 1.75em; margin: 0 0 0.5rem; border-bottom: 0.2rem solid var(--seal); padding-bottom: 0.25rem }
.hall h1 span { display: inline-block }
.hall h1 .when { font-size: 0.75em }
.hall h2 { font-size: 1.375em; margin: 1.25rem 0 0.5rem }
.hall .numbers { grid-template-columns: repeat(auto-fit, minmax(6em, 1fr)) }
.hall .numbers .n { font-size: 3em }
.hall .digits { font-size: 3em }
.hall .hall-code { max-width: none }
.hall .top { display: grid; gap: 1rem; align-items: start }
.hall .top .numbers { margin: 0 }
.hall .question { font-size: 2em; margin: 0.25rem 0 }
.hall .countdown { font-size: 3em; font-weight: bold; font-variant-numeric: tabular-nums; line-height: 1.1 }
.hall .verdict-now { font-size: 2.25em; font-weight: bold; margin: 0.25rem 0 }
.hall .verdict-now.yes { color: var(--good) }
.hall .verdict-now.no { color: var(--bad) }
.hall .bars svg, .hall .bars table { max-width: none }
.hall .bars { display: grid; gap: 1rem; align-items: start }
.hall progress { width: 100%; height: 1.5em; accent-color: var(--seal) }
.hall .foot-links { padding: 0.5rem 2vw; display: flex; gap: 1.5rem; flex-wrap: wrap }
.hall .foot-links a { display: inline-flex; align-items: center; min-height: 2.75rem }
@media (min-width: 60rem) { .hall .top { grid-template-columns: 1fr auto } .hall .bars { grid-template-columns: 1fr 1fr } }
`
