import type { Archived } from './archive.ts'
import type { Restored } from './restore.ts'
import type { BackedUp } from './write.ts'

/** What was written, what is missing from it, and what has to be kept beside it. */
export const sayBackedUp = (file: string, { communities, rows, files, absent, bytes }: BackedUp): string => {
  const lines = [
    `已备份 ${communities} 个社区、${rows} 行、${files} 个上传文件 → ${file}(${bytes} 字节)`,
    `Backed up ${communities} communities, ${rows} rows, ${files} uploaded files → ${file} (${bytes} bytes)`,
    '密钥(keys.json 或 KEYS)不在备份里:请另行保管,恢复时两样都要。备份里有姓名、电话和文字内容,请像花名册一样保管。',
    'The keys (keys.json or KEYS) are not in it: keep them apart, both are needed. Names and texts are in it: keep it like the roster.',
  ]
  if (absent.length > 0)
    lines.push(
      `注意:${absent.length} 个上传文件缺失或已被改动,未能备份:`,
      `ATTENTION: ${absent.length} uploaded files are missing or were changed, and are not in it:`,
      ...absent.slice(0, 20).map((one) => `  ${one.community}/${one.file}`),
    )
  return `${lines.join('\n')}\n`
}

/** What was put back, and what was checked before it was kept; without a checkpoint from outside an old backup looks like a new one. */
export const sayRestored = (
  { communities, rows, files, entries, proposals, votes, texts }: Restored,
  held: boolean,
): string =>
  [
    `已恢复 ${communities} 个社区、${rows} 行、${files} 个上传文件;核对条目 ${entries} 条、事项 ${proposals} 件、票 ${votes} 张、文字 ${texts} 条,全部一致。可以启动了。`,
    `Restored ${communities} communities, ${rows} rows, ${files} uploaded files; ${entries} entries, ${proposals} proposals, ${votes} votes and ${texts} texts were checked, and all agrees. Start the server now.`,
    ...(held
      ? []
      : [
          '注意:没有给出外面保存的存证校验码,看不出这是不是一份旧备份。请把最新的存证校验码存成文件,用 --checkpoint 再恢复到一个空库核对一次。',
          'ATTENTION: no checkpoint from outside was given, so an old backup could not be told from the newest. Restore it once more into an empty database with --checkpoint FILE to see.',
        ]),
    '',
  ].join('\n')

/** What was archived, and whom it may be given to. */
export const sayArchived = (file: string, { name, cases, chains, entries }: Archived, forAnybody: boolean): string =>
  [
    `已归档 ${name}:事项 ${cases} 件、档案 ${chains} 条链、条目 ${entries} 条 → ${file}`,
    `Archived ${name}: ${cases} cases, ${chains} chains, ${entries} entries → ${file}`,
    ...(forAnybody
      ? []
      : [
          '里面有文字内容和点名表决,请像花名册一样保管;可以公开的用 --anybody 另写一份。',
          'Texts and roll calls are in it: keep it like the roster. Write another with --anybody for the public.',
        ]),
    '',
  ].join('\n')
