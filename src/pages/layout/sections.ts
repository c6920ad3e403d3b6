import type { May } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'

interface Section {
  readonly to: string
  readonly may: May
  readonly title: keyof (typeof common)['zh'] &
    ('home' | 'proposals' | 'meetings' | 'mine' | 'desk' | 'topics' | 'reviews')
}

/** The sections of a community's pages, in the order of the navigation. */
const sections: readonly Section[] = [
  { to: '', may: 'anybody', title: 'home' },
  { to: '/proposals', may: 'anybody', title: 'proposals' },
  { to: '/meetings', may: 'anybody', title: 'meetings' },
  { to: '/mine', may: ['resident'], title: 'mine' },
  { to: '/topics', may: 'signed-in', title: 'topics' },
  { to: '/reviews', may: ['expert'], title: 'reviews' },
  { to: '/desk', may: ['clerk', 'supervisor', 'administrator'], title: 'desk' },
]

const isFor = (may: May, ui: Ui): boolean => {
  if (may === 'anybody') return true
  if (may === 'signed-in') return ui.place?.me !== undefined
  return may.some((one) => (one === 'resident' ? ui.place?.me?.person !== undefined : isOf(ui, one)))
}

/** The sections that are for whoever reads; none outside a community. */
export const sectionsFor = (ui: Ui): readonly { readonly to: string; readonly title: string }[] =>
  ui.place === undefined
    ? []
    : sections
        .filter(({ may }) => isFor(may, ui))
        .map(({ to, title }) => ({ to: at(ui, to), title: common[ui.lang][title] }))
