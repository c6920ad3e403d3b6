import { arithmetic } from '../../workflows/wording.ts'
import type { CommunityLine, ProposalLine } from '../services/views/proposals.ts'

/** The plain page at `/`: each community's proposals with their stages, and the newest verdict with its arithmetic. */
export const overviewPage = (communities: readonly CommunityLine[]) => (
  <html lang="zh">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>议事</title>
      <link rel="stylesheet" href="/style.css" />
    </head>
    <body>
      <main>
        <h1>议事</h1>
        <p class="lead">
          村(居)民议事与表决 <span lang="en">Deliberation and voting of villages and neighbourhoods</span>
        </p>
        {communities.length === 0 ? (
          <p>还没有建立社区。首位管理员用安装口令建立,见说明书。</p>
        ) : (
          communities.map((community) => <Community {...community} />)
        )}
        <p>
          <a href="/docs">
            接口文档 <span lang="en">API</span>
          </a>
        </p>
      </main>
    </body>
  </html>
)

const Community = ({ name, proposals }: CommunityLine) => (
  <section>
    <h2>{name}</h2>
    {proposals.length === 0 ? (
      <p>还没有议事事项。</p>
    ) : (
      <ul class="cases">
        {proposals.map((line) => (
          <li>
            <h3>
              {line.number}. {line.title ?? '(标题已删除)'}
            </h3>
            <p>
              {line.procedure.zh} · <span class="where">{standing(line)}</span>
            </p>
            {line.verdict ? <Verdict {...line.verdict} /> : <p>还没有表决。</p>}
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Verdict = ({ stage, carried, grounds }: NonNullable<ProposalLine['verdict']>) => (
  <>
    <p>
      最近一次表决({stage.zh}):<strong>{carried ? '通过' : '未通过'}</strong>
    </p>
    <ul class="grounds">
      {grounds
        .filter(({ test }) => test !== undefined)
        .map((ground) => (
          <li>
            {arithmetic(ground, 'zh')}({ground.cite})
          </li>
        ))}
    </ul>
  </>
)

const endings: Readonly<Record<string, string>> = {
  closed: '已办结',
  withdrawn: '已撤回',
  'refused-at-intake': '不予受理',
  rejected: '未通过,终结',
  unlawful: '审查认定违法,终结',
  'abandoned-without-quorum': '多次未达法定人数,终结',
}

const standing = ({ stage, ending }: ProposalLine): string =>
  ending === null ? `正在:${stage.title.zh}` : (endings[ending] ?? ending)
