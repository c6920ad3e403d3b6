import type { Page } from '../page.ts'
import { accountsPage } from './accounts.tsx'
import { attestationPage } from './attestation.tsx'
import { attestationsPage } from './attestations.tsx'
import { sessionsPage } from './sessions.tsx'
import { settingsPage } from './settings.tsx'
import { setupPage } from './setup.tsx'
import { slipsPage } from './slips.tsx'

/** First use, what waits for a second person, and the administrator's pages. */
export const officePages: readonly Page[] = [
  setupPage,
  accountsPage,
  slipsPage,
  settingsPage,
  sessionsPage,
  attestationsPage,
  attestationPage,
]
