import { afterEach, beforeEach, describe, type TestContext, test } from 'vitest'
import type { OpenWire } from '../../support/wires.ts'
import { addressingCases } from './addressing.cases.ts'
import { arrivingCases } from './arriving.cases.ts'
import type { Case } from './case.ts'
import { changesCases } from './changes.cases.ts'
import { enclosuresCases } from './enclosures.cases.ts'
import { failuresCases } from './failures.cases.ts'
import { type Guest, openGuest } from './guest.ts'
import { healthCases } from './health.cases.ts'
import { hostileCases } from './hostile.cases.ts'
import { lettersCases } from './letters.cases.ts'

const CHAPTERS: Readonly<Record<string, readonly Case[]>> = {
  'who says what where': arrivingCases,
  'how it concerns us': addressingCases,
  enclosures: enclosuresCases,
  'what changes afterwards': changesCases,
  letters: lettersCases,
  'what becomes of letters': failuresCases,
  'the account': healthCases,
  'what no good server says': hostileCases,
}

/** A cell of the table that `npm run contracts` prints. */
export interface Cell {
  readonly chapter: string
  readonly case: string
  readonly platform: string
  /** Why the case itself could not run; with `stoodIn`, its `without` did. */
  readonly reason?: string
  readonly stoodIn?: boolean
}

declare module 'vitest' {
  interface TaskMeta {
    cell?: Cell
  }
}

/** The same cases for every platform: what one of them cannot do is proven to be declared, or has its reason. */
export function keepsTheContract(platform: string, open: OpenWire): void {
  describe(platform, () => {
    let guest: Guest
    beforeEach(async () => {
      guest = await openGuest(open)
      await guest.enter()
    })
    afterEach(() => guest.leave())

    describe.each(Object.entries(CHAPTERS))('%s', (chapter, cases) => {
      test.for(cases.map((one) => [one.name, one] as const))('%s', async ([name, one], context) => {
        await runCell({ chapter, case: name, platform }, one, guest, context)
        guest.check()
      })
    })
  })
}

async function runCell(cell: Cell, one: Case, guest: Guest, { task, skip }: TestContext): Promise<void> {
  task.meta.cell = cell
  let reason: string | undefined
  for (const need of one.needs ?? []) reason ??= need(guest.wire)
  if (reason === undefined) return one.run(guest)
  task.meta.cell = { ...cell, reason, stoodIn: one.without !== undefined }
  if (one.without === undefined) skip(reason)
  else await one.without(guest)
}
