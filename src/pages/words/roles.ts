import type { Lang } from '../../../workflows/wording.ts'

type Both = Readonly<Record<Lang, string>>

const roles: Readonly<Record<string, Both>> = {
  administrator: { zh: '管理员', en: 'administrator' },
  clerk: { zh: '文书(经办人)', en: 'clerk' },
  supervisor: { zh: '监督委员会', en: 'supervision committee' },
  expert: { zh: '专家', en: 'expert' },
  township: { zh: '乡镇(街道)', en: 'township' },
}
const disciplines: Readonly<Record<string, Both>> = {
  law: { zh: '法律', en: 'law' },
  'social-management': { zh: '社会管理', en: 'social management' },
}

export const roleName = (role: string, lang: Lang): string => roles[role]?.[lang] ?? role
export const disciplineName = (one: string, lang: Lang): string => disciplines[one]?.[lang] ?? one
/** The disciplines that the procedures ask experts of. */
export const disciplineCodes: readonly string[] = Object.keys(disciplines)
