import { topicRegister } from '../../services/views/topics.ts'
import { inCommunity, noQuery, page } from '../page.ts'
import { bySignedIn } from './signed-in.ts'

/** The register as a file for a spreadsheet. */
export const topicsFile = page({
  path: '/c/:c/topics.csv',
  may: ['clerk', 'supervisor', 'township'],
  params: inCommunity,
  query: noQuery,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => topicRegister(site.engine, actor, {})),
  view: (content) => ({ file: 'topics.csv', type: 'text/csv; charset=utf-8', content }),
})
