import { exportRecord } from '../../services/exports.ts'
import { inProposal, noQuery, page } from '../page.ts'

/** The record of a case as a file, for the verifier. */
export const proposalRecord = page({
  path: '/c/:c/proposals/:p/record.json',
  may: 'anybody',
  params: inProposal,
  query: noQuery,
  load: ({ site, reader, params }) => exportRecord(site.engine, reader, params.p),
  view: (record) => ({ file: 'record.json', type: 'application/json', content: JSON.stringify(record) }),
})
