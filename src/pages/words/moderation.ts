import type { moderationReasons } from '../../../workflows/format/catalogue.ts'
import type { Title } from '../../../workflows/stages/stage.ts'
import type { Lang } from '../../../workflows/wording.ts'
import { option } from './fields.ts'

const reasons: Readonly<Record<(typeof moderationReasons)[number], Title>> = {
  insult: option.insult,
  'personal-data': option['personal-data'],
  'off-topic': option['off-topic'],
  unlawful: option['unlawful-comment'],
  duplicate: option.duplicate,
  advertising: option.advertising,
}

/** The published reason for which a comment is kept back, in words. */
export const moderationReason = (reason: string, lang: Lang): string =>
  (reasons as Readonly<Record<string, Title>>)[reason]?.[lang] ?? reason
