import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import {
  type CheckpointAddress,
  type CheckpointDelivery,
  checkpointAddresses,
  checkpointDeliveries,
  endCheckpointAddress,
  noteHandedOver,
  setCheckpointAddress,
} from '../../services/checkpoint-addresses.ts'
import type { Refusal } from '../../services/refusal.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Done } from '../components/done.tsx'
import { TextField } from '../components/field.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { isOf, type Ui } from '../ui.ts'
import { checkpointWords } from '../words/checkpoints.ts'
import { sayTime } from '../words/dates.ts'

const form = formsOn(inCommunity, done)

interface Shown {
  readonly addresses: readonly CheckpointAddress[]
  readonly deliveries: readonly CheckpointDelivery[]
}

/** What a form did leads back here. */
const backTo = <T,>(did: Result<T, Refusal>, c: string, word: string): Result<{ readonly to: string }, Refusal> =>
  did.ok ? ok({ to: `/c/${c}/checkpoints/handing?done=${word}` }) : did

/** To whom checkpoints go outside the system, as the supervision committee says, and which were handed over. */
export const handingOverPage = page({
  path: '/c/:c/checkpoints/handing',
  may: ['clerk', 'supervisor', 'administrator'],
  params: inCommunity,
  query: done,
  load: ({ site: { engine }, reader }) =>
    bySignedIn(reader, async (actor): Promise<Result<Shown, Refusal>> => {
      const addresses = await checkpointAddresses(engine, actor)
      if (!addresses.ok) return addresses
      const deliveries = await checkpointDeliveries(engine, actor)
      return deliveries.ok ? ok({ addresses: addresses.value.items, deliveries: deliveries.value.items }) : deliveries
    }),
  forms: {
    set: form(
      z.object({ address: z.string().trim().min(1).max(200) }),
      async ({ site, actor, params: { c }, fields: { address } }) =>
        backTo(await setCheckpointAddress(site.engine, actor, address), c, 'set'),
    ),
    end: form(z.object({ address: z.uuid().toLowerCase() }), async ({ site, actor, params: { c }, fields }) =>
      backTo(await endCheckpointAddress(site.engine, actor, fields.address), c, 'ended'),
    ),
    handed: form(z.object({ size: z.coerce.number().int().min(1) }), async ({ site, actor, params: { c }, fields }) =>
      backTo(await noteHandedOver(site.engine, actor, fields.size), c, 'noted'),
    ),
  },
  view: ({ addresses, deliveries }, ui, { query }) => {
    const w = checkpointWords[ui.lang]
    return (
      <Document ui={ui} title={w.handing} lead={w.handingLead}>
        <Done done={query.done} words={{ set: w.addressSet, ended: w.ended, noted: w.noted }} />
        <Section title={w.addresses}>
          {addresses.length === 0 ? <Empty>{w.noAddress}</Empty> : null}
          <ul class="cards">
            {addresses.map((one) => (
              <li>
                <h3>{one.address}</h3>
                {isOf(ui, 'supervisor') ? (
                  <Form ui={ui} name="end">
                    <Hidden name="address" value={one.id} />
                    <Submit quiet>{w.end}</Submit>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
          {isOf(ui, 'supervisor') ? (
            <Form ui={ui} name="set">
              <TextField ui={ui} form="set" name="address" label={w.address} maxlength={200} />
              <Submit>{w.set}</Submit>
            </Form>
          ) : null}
        </Section>
        <Section title={w.toHand}>
          {deliveries.length === 0 ? <Empty>{w.nothing}</Empty> : null}
          <ul class="cards">
            {deliveries.map((one) => (
              <Delivered ui={ui} of={one} />
            ))}
          </ul>
        </Section>
      </Document>
    )
  },
})

const Delivered = ({ ui, of }: { readonly ui: Ui; readonly of: CheckpointDelivery }) => {
  const w = checkpointWords[ui.lang]
  const time = (instant: string) => sayTime(instant, ui.place?.today ?? '', ui.lang)
  return (
    <li>
      <h3>
        <code>
          {of.size}:{of.code}
        </code>{' '}
        <Tag kind={of.handedOverAt === null ? 'plain' : 'good'}>{of.handedOverAt === null ? w.waits : w.handed}</Tag>
      </h3>
      <p>
        {w.to} {of.addresses.join(ui.lang === 'zh' ? '、' : ', ')}
      </p>
      <p class="small">
        {w.at} {time(of.sealedAt)}
        {of.handedOverAt === null ? '' : ` · ${w.handed} ${time(of.handedOverAt)}`}
      </p>
      {of.handedOverAt === null && isOf(ui, 'clerk', 'supervisor') ? (
        <Form ui={ui} name="handed">
          <Hidden name="size" value={String(of.size)} />
          <Submit>{w.noteHanded}</Submit>
        </Form>
      ) : null}
    </li>
  )
}
