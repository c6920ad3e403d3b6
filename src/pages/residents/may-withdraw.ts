import type { OwnComment } from '../../services/views/own-comments.ts'

/** Whether a comment may still be taken back by whoever made it: it hangs, and nothing has come of it. */
export const mayWithdraw = ({ posting, withdrawn, keptBack, answer, upheld }: OwnComment): boolean =>
  posting.open && !withdrawn && keptBack === null && answer === null && upheld === null
