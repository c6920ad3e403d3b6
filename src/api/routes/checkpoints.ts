import { z } from '@hono/zod-openapi'
import { receiptShape } from '../../../workflows/verify/receipt.ts'
import {
  checkpointAddresses,
  checkpointDeliveries,
  endCheckpointAddress,
  noteHandedOver,
  setCheckpointAddress,
} from '../../services/checkpoint-addresses.ts'
import { sealNow } from '../../services/sealing.ts'
import { checkpoint, checkpoints, consistency, inclusion } from '../../services/views/checkpoints.ts'
import { checkReceipt } from '../../services/views/receipt-check.ts'
import type { App } from '../app-context.ts'
import { open, signedIn } from '../define.ts'
import { inCommunity, printedCheckpoint } from './common.ts'

const most = Number.MAX_SAFE_INTEGER
const size = z.coerce.number().int().min(1).max(most)
const inCheckpoint = inCommunity.extend({ size: size.openapi({ param: { name: 'size', in: 'path' } }) })
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const checkpointView = z
  .object({ size: z.int(), root: hash, note: z.string(), code: z.string(), sealedAt: z.string() })
  .openapi('Checkpoint')
const addressView = z.object({ id: z.uuid(), address: z.string(), setAt: z.string() }).openapi('CheckpointAddress')

/** 存证校验码: the community's tree, where it stood, and what proves it; and to whom it is handed. */
export const checkpointRoutes = (app: App): void => {
  const { api, engine } = app
  open(
    api,
    {
      method: 'post',
      path: '/api/communities/{c}/receipts/check',
      tag: 'record',
      summary: 'Hold a receipt to the record: for anybody, and without an account',
      params: inCommunity,
      body: receiptShape,
      answers: z.object({
        ok: z.boolean(),
        chain: z.string(),
        seq: z.int(),
        choice: z.string().optional(),
        /** The newest entry that has changed or corrected this vote since. */
        changed: z.int().optional(),
        disagreement: z.looseObject({ what: z.string() }).optional(),
        sealed: printedCheckpoint,
      }),
    },
    ({ params, body }) => checkReceipt(engine, params.c, body),
  )
  open(
    api,
    {
      method: 'get',
      path: '/api/communities/{c}/checkpoint',
      tag: 'record',
      summary: 'The newest checkpoint, for anybody to keep',
      params: inCommunity,
      answers: checkpointView,
    },
    ({ params }) => checkpoint(engine, params.c),
  )
  open(
    api,
    {
      method: 'get',
      path: '/api/communities/{c}/checkpoints',
      tag: 'record',
      summary: 'Every checkpoint, oldest first: a feed for whoever keeps them',
      params: inCommunity,
      query: z.object({
        cursor: z.coerce.number().int().min(0).max(most).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      answers: z.object({ items: z.array(checkpointView), next: z.string().optional() }),
    },
    ({ params, query }) => checkpoints(engine, params.c, query.cursor, query.limit),
  )
  open(
    api,
    {
      method: 'get',
      path: '/api/communities/{c}/checkpoints/{size}',
      tag: 'record',
      summary: 'The checkpoint of a size',
      params: inCheckpoint,
      answers: checkpointView,
    },
    ({ params }) => checkpoint(engine, params.c, params.size),
  )
  open(
    api,
    {
      method: 'get',
      path: '/api/communities/{c}/checkpoints/{size}/inclusion',
      tag: 'record',
      summary: 'Proof that an entry, such as the one of a receipt, is in the tree of a checkpoint',
      params: inCheckpoint,
      query: z.object({
        chain: z.string().regex(/^(community|(proposal|meeting)~[0-9a-f-]{36})$/),
        seq: z.coerce.number().int().min(1).max(2_147_483_647),
      }),
      answers: z.object({
        size: z.int(),
        index: z.int(),
        seq: z.int(),
        laterLeaves: z.array(hash),
        path: z.array(hash),
      }),
    },
    ({ params, query }) =>
      inclusion(engine, params.c, params.size, { chain: query.chain.replace('~', '/'), seq: query.seq }),
  )
  open(
    api,
    {
      method: 'get',
      path: '/api/communities/{c}/checkpoints/{size}/consistency',
      tag: 'record',
      summary: 'Proof that the tree of a checkpoint begins with an older one',
      params: inCheckpoint,
      query: z.object({ from: size }),
      answers: z.object({ from: z.int(), to: z.int(), proof: z.array(hash) }),
    },
    ({ params, query }) => consistency(engine, params.c, params.size, query.from),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/checkpoints',
      tag: 'record',
      summary: 'Seal now what was recorded, before something is printed or handed over',
      params: inCommunity,
      answers: z.object({ size: z.int() }),
      status: 201,
    },
    ({ actor }) => sealNow(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/checkpoint-deliveries',
      tag: 'record',
      summary:
        'Checkpoints with whom they go to, and when somebody said that they were handed over; nothing is sent by itself',
      params: inCommunity,
      answers: z.object({
        items: z.array(
          z.object({
            size: z.int(),
            code: z.string(),
            note: z.string(),
            sealedAt: z.string(),
            addresses: z.array(z.string()),
            handedOverAt: z.string().nullable(),
          }),
        ),
      }),
    },
    ({ actor }) => checkpointDeliveries(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/checkpoints/{size}/handed-over',
      tag: 'record',
      summary: 'Note that a checkpoint was handed to its addresses, and with it all before it',
      params: inCheckpoint,
      answers: z.object({ size: z.int(), handedOver: z.int() }),
    },
    ({ actor, params }) => noteHandedOver(engine, actor, params.size),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/checkpoint-addresses',
      tag: 'record',
      summary: 'To whom checkpoints are handed',
      params: inCommunity,
      answers: z.object({ items: z.array(addressView) }),
    },
    ({ actor }) => checkpointAddresses(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/checkpoint-addresses',
      tag: 'record',
      summary: 'Set an address that checkpoints are handed to, as the supervision committee',
      params: inCommunity,
      body: z.strictObject({ address: z.string().trim().min(1).max(200) }),
      answers: addressView,
      status: 201,
    },
    ({ actor, body }) => setCheckpointAddress(engine, actor, body.address),
  )
  signedIn(
    app,
    {
      method: 'delete',
      path: '/api/communities/{c}/checkpoint-addresses/{a}',
      tag: 'record',
      summary: 'Take an address off',
      params: inCommunity.extend({
        a: z
          .uuid()
          .toLowerCase()
          .openapi({ param: { name: 'a', in: 'path' } }),
      }),
      answers: z.object({ ended: z.uuid() }),
    },
    ({ actor, params }) => endCheckpointAddress(engine, actor, params.a),
  )
}
