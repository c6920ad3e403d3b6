import { Form, Submit } from '../components/form.tsx'
import { toPreference } from '../preferences.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sectionsFor } from './sections.ts'

/** What stands above every page: how to read it, where one is, who one is, and the sections that are for them. */
export const Head = ({ ui }: { readonly ui: Ui }) => {
  const w = common[ui.lang]
  return (
    <header class="head">
      <div class="tools">
        <a href={toPreference('print', ui.large ? 'usual' : 'large', ui.here)}>{ui.large ? w.usual : w.large}</a>
        <a
          href={toPreference('lang', ui.lang === 'zh' ? 'en' : 'zh', ui.here)}
          lang={ui.lang === 'zh' ? 'en' : 'zh-CN'}
        >
          {w.language}
        </a>
        <a class="skip" href="#content">
          {w.skip}
        </a>
        <Session ui={ui} />
      </div>
      <p class="place">
        <a href={ui.place ? at(ui) : '/'}>{ui.place?.name ?? w.product}</a>
      </p>
      <Sections ui={ui} />
    </header>
  )
}

const Sections = ({ ui }: { readonly ui: Ui }) => {
  const sections = sectionsFor(ui)
  const [path] = ui.here.split('?')
  return sections.length === 0 ? null : (
    <nav aria-label={common[ui.lang].nav}>
      <ul>
        {sections.map(({ to, title }) => (
          <li>
            <a href={to} aria-current={to === path ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Session = ({ ui }: { readonly ui: Ui }) => {
  const w = common[ui.lang]
  if (!ui.place) return null
  if (!ui.place.me) return <a href={`${at(ui, '/sign-in')}?${new URLSearchParams({ back: ui.here })}`}>{w.signIn}</a>
  return (
    <Form ui={ui} name="sign-out" action={at(ui, '/sign-out')} class="sign-out">
      {ui.place.me.name === null ? null : <span class="who">{ui.place.me.name}</span>}
      <Submit quiet>{w.signOut}</Submit>
    </Form>
  )
}
