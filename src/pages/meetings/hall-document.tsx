import type { Children } from '../page.ts'
import { toPreference } from '../preferences.ts'
import { scriptAddress, styleAddress } from '../style/address.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { hallWords } from '../words/hall.ts'

interface HallProps extends Children {
  readonly ui: Ui
  readonly title: string
  readonly when: string
  readonly meeting: string
}

/** The whole screen for the hall. Without script it asks for itself again every few seconds. */
export const HallDocument = ({ ui, title, when, meeting, children }: HallProps) => {
  const w = hallWords[ui.lang]
  const c = common[ui.lang]
  return (
    <html lang={ui.lang === 'zh' ? 'zh-CN' : 'en'} class={ui.large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <noscript>
          <meta http-equiv="refresh" content="15" />
        </noscript>
        <title>{`${w.screen} · ${ui.place?.name ?? c.product}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styleAddress} />
        <script src={scriptAddress} defer />
      </head>
      <body class="hall">
        <div class="foot-links">
          <a href={toPreference('print', ui.large ? 'usual' : 'large', ui.here)}>{ui.large ? c.usual : c.large}</a>
          <a
            href={toPreference('lang', ui.lang === 'zh' ? 'en' : 'zh', ui.here)}
            lang={ui.lang === 'zh' ? 'en' : 'zh-CN'}
          >
            {c.language}
          </a>
          <a href={ui.here}>{w.refresh}</a>
          <a href={at(ui, `/meetings/${meeting}`)}>{w.back}</a>
        </div>
        <main id="content" tabindex={-1}>
          <h1>
            <span>
              {ui.place?.name} {title}
            </span>{' '}
            <span class="when">{when}</span>
          </h1>
          {children}
        </main>
      </body>
    </html>
  )
}
