import { readFile } from 'node:fs/promises'
import { publicDisclosures } from '../features/donations/disclosure/public-disclosures.ts'
import { type KnownDigest, PublicChain, verifyChain } from '../features/donations/disclosure/verify-chain.ts'
import { HouseError } from '../kernel/errors.ts'
import { printJson, printLine } from './command-line.ts'
import { drivesVerifyTexts as texts } from './drives-verify.texts.ts'
import { withHouse } from './with-house.ts'

export interface DrivesVerifyOptions {
  /** A number: a drive of this house. Otherwise a file, or the address of a public page. */
  readonly of: string
  /** `2:ab12cd34ef56`, as it was noted from a picture or a group. */
  readonly known: string | undefined
  readonly json: boolean
  readonly demo: boolean
}

const PATIENCE_MS = 60_000

/**
 * `drives verify FILE|URL|N`: whether the editions of a drive hang together and add up; 1 where they do not. For a file or
 * an address neither database nor settings are looked at, so that anybody can run it.
 */
export async function drivesVerifyCommand(options: DrivesVerifyOptions): Promise<number> {
  const known = options.known === undefined ? [] : [parseKnown(options.known)]
  const chain = /^\d{1,9}$/u.test(options.of)
    ? await ownChain(Number(options.of), options)
    : readChain(await fetched(options.of), options.of)
  const report = verifyChain(chain, known)
  if (options.json) await printJson(report)
  else await printLine(report.ok ? texts.whole(report) : texts.broken(report))
  return report.ok ? 0 : 1
}

function ownChain(drive: number, options: DrivesVerifyOptions): Promise<PublicChain> {
  return withHouse(options, async ({ storage, clock }) => {
    const disclosures = publicDisclosures(storage.disclosures)
    const chain = await storage.transactions.inOne(clock.now(), (work) => disclosures.chain(drive, work))
    if (chain === undefined) throw new HouseError('not-found', texts.noEdition(drive))
    return chain
  })
}

async function fetched(of: string): Promise<string> {
  try {
    if (!/^https?:\/\//iu.test(of)) return await readFile(of, 'utf8')
    const answer = await fetch(chainAddress(of), { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!answer.ok) throw new Error(String(answer.status))
    return await answer.text()
  } catch (cause) {
    throw new HouseError('import', texts.notRead(of), { cause })
  }
}

/** A page's own address does as well: …/public/drives/3, …/public/drives/3/2. */
function chainAddress(of: string): URL {
  const url = new URL(of)
  const page = /^(.*\/public\/drives\/\d+)(?:\/.*)?$/u.exec(url.pathname)?.[1]
  if (page !== undefined) url.pathname = `${page}/chain.json`
  return url
}

function readChain(text: string, from: string): PublicChain {
  try {
    return PublicChain.parse(JSON.parse(text))
  } catch (cause) {
    throw new HouseError('import', texts.notRead(from), { cause })
  }
}

function parseKnown(text: string): KnownDigest {
  const [, edition, digest] =
    /^(\d{1,6})[:：]([0-9a-f]{8,64})$/u.exec(text.replace(/\s/gu, '').toLowerCase()) ?? []
  if (edition === undefined || digest === undefined) throw new HouseError('usage', texts.wrongKnown())
  return { edition: Number(edition), digest }
}
