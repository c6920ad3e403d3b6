/**
 * `npm run papers -- FOLDER`: writes every paper of a case, as a page and as a Word file, and has LibreOffice open each and make a
 * PDF of it. Exit code 0 only if that was done; where there is no LibreOffice it says so, and nothing was checked by it.
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { papersOf } from '../src/documents/papers/contents.ts'
import { printDocx } from '../src/documents/print/docx.ts'
import { printHtml } from '../src/documents/print/html.tsx'
import { paperStyle } from '../src/documents/print/paper-style.ts'
import { caseOnPaper, electionOnPaper, fourBodiesOnPaper } from '../test/support/case-on-paper.ts'

const run = promisify(execFile)
const folder = process.argv[2] ?? 'papers'
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Writes every paper that the three cases have formed; answers the Word files. */
const writesPapers = async (): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'paper.css'), paperStyle)
  const files: string[] = []
  for (const [name, told] of Object.entries({
    case: caseOnPaper(),
    village: fourBodiesOnPaper(),
    election: electionOnPaper(),
  }))
    for (const lang of ['zh', 'en'] as const)
      for (const { kind, title, blocks } of papersOf(told, lang)) {
        if (!blocks) continue
        const paper = { title: title[lang], lang, blocks }
        const file = join(folder, `${name}-${kind}-${lang}`)
        await writeFile(`${file}.html`, printHtml(paper, 'paper.css'))
        await writeFile(`${file}.docx`, await printDocx(paper))
        files.push(`${file}.docx`)
      }
  return files
}

const isThere = (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  )

/** Has each file opened and printed; answers those that were not. */
const converts = async (files: readonly string[]): Promise<readonly string[]> => {
  await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], { maxBuffer: 2 ** 24 })
  const failed: string[] = []
  for (const file of files) {
    const pdf = await readFile(file.replace(/docx$/, 'pdf'), 'latin1').catch(() => '')
    if (!pdf.startsWith('%PDF-') || !pdf.trimEnd().endsWith('%%EOF')) failed.push(file)
  }
  return failed
}

/** Whether the machine has a letter for every Chinese character: without such a font a PDF shows boxes. */
const hasChinese = (): Promise<boolean> =>
  run('fc-list', [':lang=zh-cn', 'family']).then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  )

const files = await writesPapers()
say(`${files.length} papers written to ${folder}`)
if (!(await isThere('soffice'))) {
  say('soffice (LibreOffice) is not installed here: the Word files have not been opened by it')
  process.exitCode = 2
} else {
  const failed = await converts(files)
  for (const file of failed) say(`LibreOffice could not open ${file}`)
  const chinese = await hasChinese()
  if (!chinese) say('no Chinese font is installed: the PDFs show boxes')
  if (failed.length === 0) say(`LibreOffice opened all ${files.length} and made PDFs of them: look at their letters`)
  process.exitCode = failed.length === 0 && chinese ? 0 : 1
}
