/** What only the office's pages have: wide tables, rows of links, small deeds beside what they are about. */
export const office = `
.scroll { overflow-x: auto }
.scroll th[scope=row] { white-space: nowrap }
.nowrap { white-space: nowrap }
.roll th, .roll td { white-space: nowrap }
.links { list-style: none; margin: 0.5rem 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 0 1.5rem }
.links li { border-bottom: 0.0625rem solid var(--faint) }
.links a { display: inline-flex; align-items: center; min-height: 2.75rem }
.deeds { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0 }
td .deeds { margin: -0.375rem 0; white-space: nowrap }
td.met { color: var(--good) }
.deeds a { display: inline-flex; align-items: center; min-height: 2.75rem }
.answer { border-left: 0.2rem solid var(--faint); padding-left: 0.75rem }
`
