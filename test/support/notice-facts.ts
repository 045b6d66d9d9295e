import type { Beginning } from '../../src/conversation/dialogue.ts'
import type { Turn } from '../../src/conversation/turn.ts'
import { asksForReceipt } from '../../src/features/notices/notice-words.ts'
import type { NoticeDraft } from '../../src/features/notices/prepare/notice-draft.ts'
import { awaitsReceipts } from '../../src/features/notices/prepare/notice-draft.ts'
import { prepareDialogue } from '../../src/features/notices/prepare/prepare.dialogue.ts'
import { prepareTexts, RECEIPT_LINE } from '../../src/features/notices/prepare/prepare.texts.ts'
import type { NoticePlan, PrepareState } from '../../src/features/notices/prepare/prepare-state.ts'
import { readTopic } from '../../src/features/notices/prepare/read-topic.ts'
import type { NoticeTemplate } from '../../src/features/notices/templates/template.ts'
import type { Directory } from '../../src/kernel/directory.ts'
import { asksForGifts } from '../../src/mailings/fundraising.ts'
import { previewOf } from '../../src/mailings/mailing-preview.ts'

/** A plan without private chats, as the roster alone tells it. */
function planOf(draft: NoticeDraft, directory: Directory): NoticePlan {
  const { text = '', audience, leaves } = draft
  if (audience === undefined) throw new Error('A plan was asked for without an audience.')
  if (asksForGifts(text)) return { kind: 'refused', text: prepareTexts.fundraising(), again: true }
  const awaits = awaitsReceipts(draft)
  const whole = awaits && !asksForReceipt(text) ? `${text}\n${RECEIPT_LINE}` : text
  const preview = previewOf({ text: whole, audience, directory, preparedBy: 'song' })
  if (preview.groups.length === 0) return { kind: 'nobody', audience: preview.audience }
  return {
    kind: 'ready',
    preview,
    topic: draft.topic ?? readTopic(text),
    awaitsReceipts: awaits,
    quietly: false,
    ...(draft.answerBy === undefined ? {} : { answerBy: draft.answerBy }),
    ...(leaves?.kind === 'at' ? { leavesAt: leaves.at } : {}),
  }
}

/** What the house would know for this step of preparing a notice. */
export function noticeFacts(directory: Directory, templates: readonly NoticeTemplate[] = []) {
  return (state: PrepareState | undefined, turn: Turn) => {
    const known: Record<string, unknown> = {}
    const beginning: Beginning = { onTop: false, frame: 'f' }
    for (let round = 0; round < 4; round++) {
      const queries = prepareDialogue.needs?.(state, turn, beginning, known) ?? {}
      for (const [name, query] of Object.entries(queries)) {
        if (query.ask === 'membership.directory') known[name] = directory
        if (query.ask === 'notices.numbers') known[name] = { number: 7, confirmation: '8842' }
        if (query.ask === 'notices.template' && 'name' in query)
          known[name] = templates.find((one) => one.name === query.name)
        if (query.ask === 'notices.plan' && 'draft' in query)
          known[name] = planOf(query.draft as NoticeDraft, directory)
      }
    }
    return known
  }
}
