import { createHash } from 'node:crypto'
import { base } from './base.ts'
import { components } from './components.ts'
import { hall } from './hall.ts'
import { layout } from './layout.ts'
import { office } from './office.ts'
import { print } from './print.ts'
import { script } from './script.ts'
import { table } from './table.ts'

/** The one stylesheet of the pages. */
export const style = [base, layout, components, table, office, hall, print].join('')

const named = (name: string, content: string): string =>
  `${name}?${createHash('sha256').update(content).digest('base64url').slice(0, 10)}`

/** Addresses that change with what they lead to, so that browsers may keep it for ever. */
export const styleAddress = named('/style.css', style)
export const scriptAddress = named('/script.js', script)
