import type { Sql } from './client.ts'
import { DatabaseRefused } from './refused.ts'

type Power = { readonly login: string; readonly powerful: boolean; readonly owned: readonly string[] }

const powerOf = async (sql: Sql): Promise<Power> => {
  // Membership counts as well: a member can put on the role, and row level security with it off.
  const [role] = await sql<{ login: string; powerful: boolean }[]>`
    select session_user::text as login,
      exists (select from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(session_user, oid, 'member')) as powerful`
  const owned = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
      and pg_has_role(session_user, c.relowner, 'member') order by 1`
  return { login: role?.login ?? '', powerful: role?.powerful ?? true, owned: owned.map(({ name }) => name) }
}

/** A server's login must stand under row level security, and cannot while it is above the tables. */
export const refusePowerfulLogin = async (sql: Sql): Promise<void> => {
  const { login, powerful, owned } = await powerOf(sql)
  if (powerful)
    throw new DatabaseRefused(
      'login_too_powerful',
      `The login ${login} is a superuser or passes by row level security, so one community could read another. Give DATABASE_URL a plain login that is a member of yishi_app.`,
      { login },
    )
  if (owned.length > 0)
    throw new DatabaseRefused(
      'login_owns_tables',
      `The login ${login} owns tables (${owned.slice(0, 3).join(', ')}), so it could switch off their row level security. Give DATABASE_URL another login, a member of yishi_app that owns nothing.`,
      { login, owned },
    )
}
