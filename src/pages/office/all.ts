import type { Page } from '../page.ts'
import { attestationPage } from './attestation.tsx'
import { attestationsPage } from './attestations.tsx'

/** What waits for a second person, and the administrator's pages. */
export const officePages: readonly Page[] = [attestationsPage, attestationPage]
