import { Problem } from '../components/problem.tsx'
import type { Children } from '../page.ts'
import { scriptAddress, styleAddress } from '../style/address.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { Footer } from './footer.tsx'
import { Head } from './head.tsx'

interface DocumentProps extends Children {
  readonly ui: Ui
  readonly title: string
  /** One sentence below the title. */
  readonly lead?: string | undefined
}

/** A whole page: large print as its first link, then the sections, the content, and how to check it. */
export const Document = ({ ui, title, lead, children }: DocumentProps) => {
  const where = ui.place?.name ?? common[ui.lang].product
  return (
    <html lang={ui.lang === 'zh' ? 'zh-CN' : 'en'} class={ui.large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === where ? title : `${title} · ${where}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styleAddress} />
        <script src={scriptAddress} defer />
      </head>
      <body>
        <Head ui={ui} />
        <main id="content" tabindex={-1}>
          <h1>{title}</h1>
          {lead === undefined ? null : <p class="lead">{lead}</p>}
          <Problem ui={ui} />
          {children}
        </main>
        <Footer ui={ui} />
      </body>
    </html>
  )
}
