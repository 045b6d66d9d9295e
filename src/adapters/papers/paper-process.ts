/** Run as a process of its own: writes the one paper that it is handed. It knows nothing of the house but that. */
import type { BriefSheet } from '../../features/oversight/papers/brief-sheet.ts'
import type { Circular } from '../../features/oversight/papers/circular.ts'

export type PaperOrder =
  | { readonly kind: 'brief'; readonly sheets: readonly BriefSheet[] }
  | { readonly kind: 'circular'; readonly circular: Circular }

export interface Written {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly chosen: number
}

export type PaperWritten = ({ readonly ok: true } & Written) | { readonly ok: false; readonly reason: string }

async function write(order: PaperOrder): Promise<PaperWritten> {
  try {
    if (order.kind === 'brief') {
      const { writeBrief } = await import('./write-brief.ts')
      return { ok: true, ...(await writeBrief(order.sheets)) }
    }
    const { writeCircular } = await import('./write-circular.ts')
    return { ok: true, bytes: await writeCircular(order.circular), pages: 1, chosen: 0 }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (order: PaperOrder) => {
  void write(order).then((written) => process.send?.(written))
})
process.on('disconnect', () => process.exit())
