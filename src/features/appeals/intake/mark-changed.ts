import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { Fact } from '../../../kernel/requests.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { tellStaff } from '../life/appeal-letters.ts'
import { actorOf } from '../life/move-appeal.ts'
import { filedTexts } from './filed.texts.ts'

/** What was filed stays as it was said; that its author changed it is marked, and staff look. */
export async function markChanged(
  fact: Extract<Fact, { kind: 'messageChanged' }>,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  const source = { place: chatKey(doing.by.chat), message: fact.message }
  const found = await store.findSource(source, doing.work)
  const appeal = found === undefined ? undefined : await store.find(found.number, doing.work)
  if (appeal === undefined) return
  const { number, status } = appeal
  await store.markSource(source, fact.text, doing.work)
  const by = actorOf(appeal, 'asker', doing)
  const note = fact.text === null ? '撤回了一条原话' : '改了一条原话'
  store.note(
    { number, at: doing.work.at, act: 'sourceChanged', from: status, to: status, role: 'asker', by, note },
    doing.work,
  )
  // A sealed asker's new words may name them; staff learn that something changed, not what.
  const shown = appeal.sealed && fact.text !== null ? '（身份封存，不显示）' : fact.text
  await tellStaff(appeal, 'source-changed', filedTexts.sourceChanged(number, shown), doing)
}
