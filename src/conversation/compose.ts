import { newId } from '../kernel/ids.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'
import { checkLetter } from '../kernel/privacy.ts'
import type { Work } from '../kernel/work.ts'
import type { Letter } from '../outbox/letter.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Corridor } from './corridor.ts'
import { HOUSE } from './house-itself.ts'
import type { Speaker } from './said.ts'

export interface Drafted {
  readonly key: string
  readonly draft: LetterDraft
}

/**
 * The one way into the outbox: every draft passes the gate of kernel/privacy.ts and gets its identity.
 * What may not be said in a group is said to the speaker alone, and the group only hears that it was.
 */
export async function compose(
  corridor: Corridor,
  drafts: readonly Drafted[],
  by: Speaker,
  work: Work,
): Promise<void> {
  if (drafts.length === 0) return
  const names = await corridor.people.names(work)
  for (const { key, draft } of drafts) {
    const group = draft.to.kind === 'group' ? await corridor.people.groupOf(draft.to, work) : undefined
    const verdict = checkLetter({
      text: draft.text,
      origin: draft.origin,
      place:
        draft.to.kind === 'group'
          ? { kind: 'group', audience: group?.audience ?? 'public' }
          : { kind: 'private' },
      names,
      allow: draft.allow ?? [],
    })
    if (verdict.passes) {
      write(corridor, key, draft, work)
      continue
    }
    corridor.audit.add(
      {
        at: work.at,
        actor: 'house',
        action: 'outbox.withhold',
        subject: key,
        detail: { findings: verdict.findings.map(({ kind }) => kind).join(',') },
      },
      work,
    )
    corridor.warn('a letter was withheld from a chat', {
      key,
      findings: verdict.findings.map(({ kind }) => kind),
    })
    // What the clock owes has no speaker to whom it could be said instead; the log and the trail have it.
    if (draft.to.kind !== 'group' || by.home.platform === HOUSE) continue
    const { choices: _choices, mention: _mention, ...rest } = draft
    write(corridor, key, { ...rest, text: corridorTexts.withheldInGroup() }, work)
    if (draft.mailing === undefined && by.home.kind === 'private') {
      const { mention: _m, replyTo: _r, edits: _e, ...own } = draft
      write(corridor, `${key}:private`, { ...own, to: by.home }, work)
    }
  }
}

function write(corridor: Corridor, key: string, draft: LetterDraft, work: Work): void {
  const dueAt = draft.dueAt ?? work.at
  const state = corridor.maySendNow(
    { to: draft.to, dueAt, ...(draft.mailing ? { mailing: draft.mailing } : {}) },
    work.at,
  )
    ? 'sending'
    : 'waiting'
  const letter: Letter = {
    ...draft,
    id: newId('out', work.at),
    key,
    state,
    tries: 0,
    dueAt,
    writtenAt: work.at,
    messageIds: [],
  }
  corridor.outbox.add(letter, work)
}
