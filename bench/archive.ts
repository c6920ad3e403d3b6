import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { zipped } from '../src/documents/zip.ts'
import type { Keys } from '../src/identity/keys.ts'
import { signCheckpoint, signHead } from '../src/identity/record-key.ts'
import { sha256 } from '../src/record/sha256.ts'
import { exportRecord } from '../src/services/exports.ts'
import { adultsOf, Committee } from '../test/support/committee.ts'
import { value, withVillageServices } from '../test/support/engine.ts'
import { canonicalBytes } from '../workflows/format/canonical.ts'
import { originOf, sealedHeadBytes } from '../workflows/format/checkpoint.ts'
import { genesis, headOf, leafOf, toHex } from '../workflows/format/hash.ts'
import { emptyTree, type Frontier, grown, rootOf, treeLeaf } from '../workflows/format/merkle.ts'
import { type ArchiveIndex, archived } from '../workflows/verify/archive.ts'
import type { RecordExport } from '../workflows/verify.ts'

const begins = new Date('2026-01-05T09:00:00+08:00')

/** A case that an assembly has decided, as its record is exported. */
export const playedCase = async (): Promise<{ readonly record: RecordExport; readonly keys: Keys }> => {
  let played: { readonly record: RecordExport; readonly keys: Keys } | undefined
  await withVillageServices(begins, async (village) => {
    const committee = new Committee(village, begins)
    const proposal = await committee.opens(await committee.adopts('persons'), '修路', [])
    await committee.accepts(proposal)
    for (const body of ['party-committee', 'two-committees', 'party-assembly'] as const)
      await committee.reviews(body, [proposal])
    const { meeting, on } = await committee.calls('village-assembly', [proposal], 10, { mode: 'persons' })
    committee.goTo(on)
    const voters = await adultsOf(village)
    await committee.signsIn(meeting, voters)
    await committee.votes(meeting, proposal, voters, new Set(voters))
    await committee.ends(meeting)
    const record = await value(exportRecord(village.engine, village.clerk, proposal))
    played = { record, keys: village.engine.keys }
  })
  if (!played) throw new Error('the case was not played')
  return played
}

/** The case once more under ids of its own: chained, signed and to be sealed like the first. */
const copyOf = async (record: RecordExport, keys: Keys) => {
  const own = record.chains.filter(({ name }) => name !== 'community')
  const ids = [...new Set(own.map(({ name }) => name.slice(name.indexOf('/') + 1)))]
  const others = new Map(ids.map((id) => [id, randomUUID()]))
  const renamed = (text: string) => ids.reduce((said, id) => said.replaceAll(id, others.get(id) ?? id), text)
  const heads = new Map<string, string>()
  const chains = []
  // The meetings come before the proposal, which cites their heads.
  for (const { name, entries, signedHeads = [] } of own) {
    let head = genesis
    const written = entries.map(({ bytes, head: before }) => {
      const said = renamed(bytes).replace(/(?<="meetingHead":")[0-9a-f]{64}/, (cited) => heads.get(cited) ?? cited)
      head = headOf(sha256, head, leafOf(sha256, Buffer.from(said)))
      heads.set(before, toHex(head))
      return { bytes: said, head: toHex(head) }
    })
    const [chain, seq, at] = [renamed(name), written.length, begins.toISOString()]
    const signed = await signHead(keys, { community: record.community, chain, seq, head: toHex(head), at })
    // As many heads as were signed of the first: those before the last are read past, and say what they said there.
    chains.push({ name: chain, entries: written, signed: [...signedHeads, signed] })
  }
  return { proposal: others.get(record.proposal) ?? '', chains }
}

/** An archive of so many entries at least; answers how many. */
export const writesArchive = async (
  file: string,
  record: RecordExport,
  keys: Keys,
  atLeast: number,
): Promise<number> => {
  const adoption = toHex(sha256(canonicalBytes(record.adoption)))
  const community = record.chains.find(({ name }) => name === 'community')
  if (!community) throw new Error('the export has the community’s chain')
  const own = record.chains.find(({ name }) => name === `proposal/${record.proposal}`)
  const cited = new Set(own?.entries.flatMap(({ bytes }) => bytes.match(/(?<=")[0-9a-f]{64}(?=")/g) ?? []))
  const shown = Object.entries(record.disclosures).flatMap(([commitment, { salt, text }]) =>
    cited.has(commitment) ? [`${JSON.stringify({ commitment, salt, text })}\n`] : [],
  )
  const cases: ArchiveIndex['cases'][number][] = []
  const names: string[] = []
  let [entries, tree]: [number, Frontier] = [0, emptyTree]
  const leaves: string[] = []
  const files = async function* () {
    let next: Awaited<ReturnType<typeof copyOf>> | undefined = {
      proposal: '',
      chains: [
        {
          name: 'community',
          entries: [...community.entries],
          signed: [...(community.signedHeads ?? []), community.signedHead],
        },
      ],
    }
    while (next) {
      for (const { name, entries: written, signed } of next.chains) {
        yield { name: archived.chain(name), content: written.map(({ head, bytes }) => `${head} ${bytes}\n`) }
        yield { name: archived.signedHeads(name), content: signed.map((jws) => `${jws}\n`), stored: true as const }
        if (name.startsWith('proposal/')) yield { name: archived.shown(name), content: shown }
        const sealed = { chain: name, seq: written.length, head: written.at(-1)?.head ?? '' }
        leaves.push(`${new TextDecoder().decode(sealedHeadBytes(sealed))}\n`)
        tree = grown(sha256, tree, treeLeaf(sha256, sealedHeadBytes(sealed)))
        names.push(name)
        entries += written.length
      }
      if (next.proposal !== '') cases.push({ proposal: next.proposal, adoption })
      next = entries < atLeast ? await copyOf(record, keys) : undefined
    }
    yield { name: archived.adoption(adoption), content: [JSON.stringify(record.adoption)] }
    yield { name: archived.leaves, content: leaves }
    const note = signCheckpoint(keys, {
      origin: originOf(record.community),
      size: tree.size,
      root: rootOf(sha256, tree),
    })
    yield { name: archived.checkpoints, content: [`${JSON.stringify(note)}\n`] }
    const index: ArchiveIndex = { format: 1, community: record.community, cases, chains: names, keys: record.keys }
    yield { name: archived.index, content: [JSON.stringify(index)] }
  }
  await pipeline(zipped(files(), begins), createWriteStream(file))
  return entries
}
