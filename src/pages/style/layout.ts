/** What stands above and below each page. */
export const layout = `
.head { padding-top: 0.25rem; border-top: 0.35rem solid var(--seal); max-width: none }
.head > * { max-width: 54rem; margin-left: auto; margin-right: auto }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem }
.tools > a, .tools .button { display: inline-flex; align-items: center; min-height: 2.75rem }
.tools > a:first-child { font-weight: bold }
.skip { position: absolute; left: 1rem; top: -6rem; background: var(--sheet); padding: 0 1rem; z-index: 1 }
.skip:focus { top: 0.5rem }
.tools .sign-out { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem }
.sign-out .who { color: var(--soft) }
.sign-out .button { border: 0; padding: 0; background: none; text-decoration: underline; min-width: 0 }
.place { margin: 0.25rem auto 0; font-size: 1.375rem; font-weight: bold; letter-spacing: 0.06em }
.place a { color: inherit; text-decoration: none; display: inline-flex; align-items: center; min-height: 2.75rem }
.place a:hover { text-decoration: underline }
.head nav { border-bottom: 0.0625rem solid var(--line) }
.head nav ul { list-style: none; display: flex; flex-wrap: wrap; margin: 0; padding: 0; gap: 0 1.125rem }
.head nav a { display: flex; align-items: center; min-height: 2.75rem; text-decoration: none; border-bottom: 0.2rem solid transparent }
.head nav a:hover { text-decoration: underline }
.head nav a[aria-current] { font-weight: bold; border-bottom-color: var(--seal); color: var(--ink) }
.foot { border-top: 0.0625rem solid var(--line); color: var(--soft); padding-top: 0.75rem; padding-bottom: 2rem; font-size: 0.9375rem }
.large .foot { font-size: 0.9em }
.foot h2 { font-size: 1em; margin: 0; padding: 0; border: 0; color: var(--ink) }
.foot p { margin: 0.25rem 0 }
.foot a { display: inline-flex; align-items: center; min-height: 2.75rem }
`
