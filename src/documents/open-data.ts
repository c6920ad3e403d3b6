import type { Title } from '../../workflows/stages/stage.ts'
import { csvOf } from './csv.ts'
import { zipOf } from './zip.ts'

export type OpenValue = string | number | boolean | null

export interface OpenField {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date'
  readonly title: Title
}

/** A table that anybody may use: what each column means, and its rows. */
export interface OpenTable {
  readonly name: string
  readonly title: Title
  readonly fields: readonly OpenField[]
  readonly rows: readonly Readonly<Record<string, OpenValue>>[]
}

export interface OpenPackage {
  readonly name: string
  readonly title: Title
  /** What is in it of people, and what is not. */
  readonly names: Title
  readonly tables: readonly OpenTable[]
}

const licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
}

const said = ({ title, names }: OpenPackage): string =>
  [
    `${title.zh} / ${title.en}`,
    '',
    `使用许可:知识共享 署名 4.0(${licence.path})。使用时请注明来源。`,
    `Licence: ${licence.title} (${licence.path}). Say where it comes from.`,
    '',
    `${names.zh}各表的列见 datapackage.json(Frictionless Data Package)。`,
    `${names.en} datapackage.json (Frictionless Data Package) tells of every column.`,
    '',
  ].join('\n')

/** 开放数据: every table as CSV and as JSON, with its schema and its licence. The same tables give the same bytes. */
export const packOpenData = (pack: OpenPackage): Promise<Uint8Array> => {
  const { name, title, tables } = pack
  const schema = {
    profile: 'tabular-data-package',
    name,
    title: title.en,
    description: title.zh,
    licenses: [licence],
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path: `${table.name}.csv`,
      title: table.title.en,
      description: table.title.zh,
      encoding: 'utf-8',
      format: 'csv',
      mediatype: 'text/csv',
      schema: {
        fields: table.fields.map((field) => ({
          name: field.name,
          type: field.type,
          title: field.title.en,
          description: field.title.zh,
        })),
        missingValues: [''],
      },
    })),
  }
  const files: Record<string, string> = {
    'LICENCE.txt': said(pack),
    'datapackage.json': `${JSON.stringify(schema, null, 2)}\n`,
  }
  for (const { name: table, fields, rows } of tables) {
    const heads = fields.map((field) => field.name)
    files[`${table}.csv`] = csvOf([heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))])
    const lines = rows.map((row) => Object.fromEntries(heads.map((head) => [head, row[head] ?? null])))
    files[`${table}.json`] = `${JSON.stringify(lines, null, 2)}\n`
  }
  return zipOf(files)
}
