import { readChain } from '../adapters/storage/audit.storage.ts'
import { type ChainHead, verifyChainStream } from '../audit/chain.ts'
import { HouseError } from '../kernel/errors.ts'
import { auditTexts as texts } from './audit.texts.ts'
import { printJson, printLine } from './command-line.ts'
import { withHouse } from './with-house.ts'

export interface AuditVerifyOptions {
  readonly json: boolean
  readonly demo: boolean
  /** `SEQ:HASH` as an earlier check or a backup printed it: the chain must pass it. */
  readonly head: string | undefined
}

/** `audit verify [--head SEQ:HASH]`: whether the chain holds; where it breaks, 1. */
export async function auditVerifyCommand(options: AuditVerifyOptions): Promise<number> {
  const known = options.head === undefined ? [] : [parseHead(options.head)]
  return withHouse(options, async ({ storage }) => {
    const verdict = await verifyChainStream(readChain(storage.database), known)
    if (options.json) await printJson(verdict)
    else if (!verdict.ok) await printLine(texts.broken(verdict))
    else
      await printLine(
        verdict.length === 0 ? texts.empty() : texts.whole(verdict.length, headText(verdict.head)),
      )
    return verdict.ok ? 0 : 1
  })
}

export const headText = ({ seq, hash }: ChainHead) => `${seq}:${hash}`

function parseHead(text: string): ChainHead {
  const [, seq, hash] = /^\s*([1-9]\d{0,14}):([0-9a-fA-F]{64})\s*$/.exec(text) ?? []
  if (seq === undefined || hash === undefined) throw new HouseError('usage', texts.wrongHead())
  return { seq: Number(seq), hash: hash.toLowerCase() }
}
