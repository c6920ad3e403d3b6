import type { CommunityLine, ProposalLine } from '../services/views/proposals.ts'

/** The plain page at `/`: each community's proposals with their stages and verdicts. */
export const overviewPage = (communities: readonly CommunityLine[]) => (
  <html lang="zh">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>议事</title>
    </head>
    <body>
      <main>
        <h1>议事</h1>
        <p>
          村(居)民议事与表决 <span lang="en">Deliberation and voting of villages and neighbourhoods</span>
        </p>
        {communities.length === 0 ? (
          <p>还没有建立社区。首位管理员用安装口令建立,见说明书。</p>
        ) : (
          communities.map((community) => <Community {...community} />)
        )}
        <p>
          <a href="/docs">接口文档 API</a>
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
      <table>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">事项</th>
            <th scope="col">程序</th>
            <th scope="col">步骤</th>
            <th scope="col">最近一次表决</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((line) => (
            <tr>
              <td>{line.number}</td>
              <th scope="row">{line.title ?? '(已删除)'}</th>
              <td>{line.procedure.zh}</td>
              <td>{standing(line)}</td>
              <td>{line.verdict ? `${line.verdict.stage.zh}:${line.verdict.carried ? '通过' : '未通过'}` : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)

const endings: Readonly<Record<string, string>> = {
  closed: '已办结',
  withdrawn: '已撤回',
  'refused-at-intake': '不予受理',
  rejected: '未通过,终结',
  unlawful: '审查认定违法,终结',
  'abandoned-without-quorum': '多次未达法定人数,终结',
}

const standing = ({ stage, ending }: ProposalLine): string => (ending === null ? stage.title.zh : (endings[ending] ?? ending))
