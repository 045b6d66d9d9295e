/** Word 稿: an errand, for a document takes longer than a turn may. */
import type { Brought, ErrandRun } from '../../../conversation/errand.ts'
import { digest } from '../../../files/digest.ts'
import { circularTexts as texts } from './circular.texts.ts'
import { Circular } from './circular.ts'
import type { CircularMade } from './circular-made.dialogue.ts'
import type { PapersParts } from './papers-parts.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function layCircularErrand({ papers, files }: Pick<PapersParts, 'papers' | 'files'>): ErrandRun {
  return {
    atOnce: 1,
    async run(data, hands) {
      const circular = Circular.parse(data)
      const bytes = await papers.circular(circular)
      const file = { sha256: digest(bytes), name: texts.fileName(circular.month), kind: 'file' as const }
      const kept = { sha256: file.sha256, mediaType: DOCX, size: bytes.length, name: file.name }
      await hands.transactions.inOne(hands.now(), (work) => files.put(bytes, kept, work))
      return brought({ circular, file })
    },
    // The text is the draft; the document only lays it out.
    gaveUp: (data) => brought({ circular: Circular.parse(data), file: null }),
  }
}

const brought = (data: CircularMade): Brought => ({ dialogue: 'oversight.circular-made', data })
