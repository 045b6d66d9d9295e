import type { SendResult } from '../../../conversation/platform.ts'
import { TookTooLong } from './time-limit.ts'
import { wechatTexts } from './wechat.texts.ts'

/** No connection was made at all, so nothing left. */
const NEVER_LEFT: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])

/** What a puppet's error while saying something means for the letter. In doubt it may have arrived. */
export function failureOf(error: unknown): SendResult {
  const { failure } = wechatTexts
  const inDoubt: SendResult = { kind: 'uncertain', why: failure.inDoubt() }
  if (error instanceof TookTooLong || !(error instanceof Error)) return inDoubt
  if (/not logged in|already ?logout/iu.test(error.message)) return { kind: 'account-offline' }
  if (/unsupported api/iu.test(error.message)) return { kind: 'permanent', why: failure.unsupported() }
  if ('code' in error && NEVER_LEFT.has(error.code)) return { kind: 'transient', why: failure.notReadable() }
  // The web protocol's server answered, and said no.
  if (refusalIn(error)) return { kind: 'transient', why: failure.refusedByServer() }
  return inDoubt
}

function refusalIn(error: object): boolean {
  let value: unknown = error
  for (const name of ['response', 'data', 'BaseResponse', 'Ret']) {
    if (typeof value !== 'object' || value === null || !(name in value)) return false
    value = (value as Record<string, unknown>)[name]
  }
  return typeof value === 'number' && value !== 0
}
