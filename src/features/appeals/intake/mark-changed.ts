import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { Fact } from '../../../kernel/requests.ts'
import type { Source } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { tellStaff } from '../life/appeal-letters.ts'
import { actorOf } from '../life/move-appeal.ts'
import { filedTexts } from './filed.texts.ts'

type Changed = Extract<Fact, { kind: 'messageChanged' }>

/** What was filed stays as it was said; that its author changed it is marked in every appeal it went into, and staff look. */
export async function markChanged(fact: Changed, store: AppealsStore, doing: Doing): Promise<void> {
  const source = { place: chatKey(doing.by.chat), message: fact.message }
  for (const { number } of await store.listSources(source, doing.work))
    await markOne(number, source, fact, store, doing)
}

async function markOne(
  number: string,
  source: Source,
  fact: Changed,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined) return
  const { status } = appeal
  await store.markSource(source, number, fact.text, doing.work)
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
