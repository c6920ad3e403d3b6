import { type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Keys } from './keys.ts'

const typ = 'yishi+jwt'
const longest = 24 * 3600
/** Tokens are dated by the database's clock and checked by the process's: so many seconds may lie between them. */
const clocksApart = 30

export interface TokenClaims {
  readonly account: string
  readonly session: string
  readonly expires: Date
}

/** A token for one session in one community. Roles are never in it. */
export const issueToken = (
  { tokens }: Pick<Keys, 'tokens'>,
  {
    community,
    account,
    session,
    now,
    ttlSeconds,
    issuer,
  }: {
    readonly community: string
    readonly account: string
    readonly session: string
    readonly now: Date
    readonly ttlSeconds: number
    readonly issuer: string
  },
): Promise<string> => {
  const at = Math.floor(now.getTime() / 1000)
  return new SignJWT({ sid: session })
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: tokens.current.kid })
    .setIssuer(issuer)
    .setAudience(community)
    .setSubject(account)
    .setJti(session)
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + ttlSeconds)
    .sign(tokens.current.jwk.private)
}

/** Checks a token for a community: one algorithm, our own keys by kid, our claims, a bounded age. */
export const checkToken = async (
  { tokens }: Pick<Keys, 'tokens'>,
  token: string,
  { community, issuer, now }: { readonly community: string; readonly issuer: string; readonly now: Date },
): Promise<Result<TokenClaims, { readonly code: 'token_invalid'; readonly reason: string }>> => {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid, jku, x5u, jwk, x5c }: JWTHeaderParameters) => {
        const key =
          jku === undefined && x5u === undefined && jwk === undefined && x5c === undefined && kid !== undefined
            ? tokens.byKid.get(kid)
            : undefined
        if (!key) throw new TypeError('unknown key')
        return key.jwk.public
      },
      {
        algorithms: ['EdDSA'],
        typ,
        issuer,
        audience: community,
        currentDate: now,
        maxTokenAge: longest,
        clockTolerance: clocksApart,
        requiredClaims: ['exp', 'nbf', 'iat', 'sub', 'jti', 'sid', 'aud'],
      },
    )
    const { sub, sid, exp, iat } = payload
    if (sub === undefined || typeof sid !== 'string' || exp === undefined || iat === undefined || exp - iat > longest)
      return refuse({ code: 'token_invalid', reason: 'claims' })
    return ok({ account: sub, session: sid, expires: new Date(exp * 1000) })
  } catch (error) {
    return refuse({
      code: 'token_invalid',
      reason: error instanceof Error && 'code' in error ? String(error.code) : 'malformed',
    })
  }
}
