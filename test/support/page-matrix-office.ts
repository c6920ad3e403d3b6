import type { PageEntry } from './page-matrix.ts'

const office = ['clerk', 'supervisor', 'administrator'] as const

/** What waits for a second person, and the administrator's pages. */
export const officeMatrix: Readonly<Record<string, PageEntry>> = {
  '/setup': { may: 'anybody', forms: ['found'] },
  '/c/:c/accounts': { may: ['administrator'], forms: ['open', 'end'] },
  '/c/:c/slips': { may: ['clerk', 'administrator'], forms: ['issue'] },
  '/c/:c/settings': { may: ['administrator'], forms: ['comments', 'calendar'] },
  '/c/:c/sessions': { may: ['administrator'], forms: ['end'] },
  '/c/:c/checkpoints/handing': { may: office, forms: ['set', 'end', 'handed'] },
  '/c/:c/attestations': { may: office },
  '/c/:c/attestations/:o': { may: office, resource: 'attestation', forms: ['confirm', 'reject'] },
}
