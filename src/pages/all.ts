import { clerkPages } from './clerk/all.ts'
import { homePage } from './everyone/home.tsx'
import { proposalPage } from './everyone/proposal.tsx'
import { proposalRecord } from './everyone/proposal-record.ts'
import { proposalsPage } from './everyone/proposals.tsx'
import { overview } from './overview.tsx'
import type { Page } from './page.ts'
import { signInPage } from './session/sign-in.tsx'
import { signOutPage } from './session/sign-out.tsx'

/** Every page of the product. */
export const pages: readonly Page[] = [
  overview,
  signInPage,
  signOutPage,
  homePage,
  proposalsPage,
  proposalPage,
  proposalRecord,
  ...clerkPages,
]
