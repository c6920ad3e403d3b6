import type { Lang } from '../../../workflows/wording.ts'
import { type Block, type Column, cellText, colon, type Paper, type Photo, type Photos, photoLines } from '../blocks.ts'
import { qrPath } from './qr-code.ts'

/** A paper as a page of its own, ready for A4; it has no script and no inline style. */
export const printHtml = ({ title, lang, blocks }: Paper, stylesheet: string, photos: Photos = {}): string => {
  const page = (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <main>
          {blocks.map((block) => (
            <Part lang={lang} photos={photos} {...block} />
          ))}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${page.toString()}`
}

const Part = ({ lang, photos, ...block }: Block & { readonly lang: Lang; readonly photos: Photos }) => {
  switch (block.sort) {
    case 'title':
      return <h1>{block.text}</h1>
    case 'heading':
      return <h2>{block.text}</h2>
    case 'line':
      return (
        <>
          {block.text.split('\n').map((text) => (
            <p>{text}</p>
          ))}
        </>
      )
    case 'field':
      return (
        <p class="field">
          <b>{block.label}</b>
          {colon[lang]}
          {block.text}
        </p>
      )
    case 'list':
      return (
        <ol>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
      )
    case 'table':
      return <Rows {...block} />
    case 'form':
      return (
        <table class="form">
          <tbody>
            {block.rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td class={row.byHand ? 'by-hand' : undefined}>{cellText(row.text, row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'signatures':
      return (
        <section class="signatures">
          {block.lines.map((text) => (
            <p>{text}</p>
          ))}
          {block.seal === undefined ? null : <p class="seal">{block.seal}</p>}
          {block.day === undefined ? null : <p>{block.day}</p>}
        </section>
      )
    case 'code':
      return <Square {...block} />
    case 'photo':
      return <Picture lang={lang} photos={photos} photo={block} />
    case 'page':
      return <hr class="page" />
  }
}

const Rows = ({ columns, rows }: Extract<Block, { sort: 'table' }>) => (
  <table>
    <thead>
      <tr>
        {columns.map(({ head }) => (
          <th scope="col">{head}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          {columns.map((column, n) => (
            <td class={column.byHand ? 'by-hand' : undefined}>{cell(column, row[n] ?? '')}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** What a cell says; the name of a file beside the paper leads to it. */
const cell = (column: Column, text: string) =>
  column.leadsTo === undefined || text === '' ? cellText(text, column) : <a href={`${text}${column.leadsTo}`}>{text}</a>

interface PictureProps {
  readonly lang: Lang
  readonly photos: Photos
  readonly photo: Photo
}

const Picture = ({ lang, photos, photo }: PictureProps) => {
  const shown = photo.address === undefined ? undefined : photos.shownAt?.(photo)
  return (
    <figure class="photo">
      {shown === undefined ? null : <img src={shown} alt={photo.text} />}
      <figcaption>
        {photoLines(photo, lang, photos).map((line) => (
          <p>{line}</p>
        ))}
      </figcaption>
    </figure>
  )
}

/** A code of so many squares is printed larger, so that every telephone still tells them apart. */
const denseFrom = 45

const Square = ({ address, text }: Extract<Block, { sort: 'code' }>) => {
  const { size, path } = qrPath(address)
  return (
    <figure class={size > denseFrom ? 'dense' : undefined}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={address}>
        <path d={path} />
      </svg>
      <figcaption>
        {text}
        <br />
        {address}
      </figcaption>
    </figure>
  )
}
