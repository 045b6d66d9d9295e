import type { Answers, Desk, Performs } from '../../conversation/desk.ts'
import type { Doing } from '../../conversation/feature.ts'
import type { Speaker } from '../../conversation/said.ts'
import { dayOf } from '../../kernel/clock.ts'
import { follow } from './answers/follow.ts'
import { tellAnswer } from './answers/tell-answer.ts'
import { askDialogue } from './ask.dialogue.ts'
import type { AskEffect, AskQuery, ModelQuery } from './ask.effects.ts'
import type { AskParts } from './ask-parts.ts'
import { CONTEXT_MINUTES, readingsOf } from './ask-readings.ts'
import { readAgainErrand } from './asking/read-again.ts'
import { readAsked } from './asking/read-asked.ts'
import { drawErrand, orderDrawing } from './figures/draw-chart.ts'
import type { Figure } from './figures/figure.ts'
import { passLink } from './figures/pass-link.ts'
import { pictureDialogue } from './figures/picture.dialogue.ts'
import { mayOpen } from './figures/sight-day.ts'
import { writeSheet } from './figures/write-sheet.ts'

/** 领导问数: the ledger in plain Chinese, within what one answers for. */
export function askDesk(parts: AskParts): Desk {
  const lately = openLately()
  return {
    dialogues: [askDialogue, pictureDialogue],
    recognise(said, { by, answered }) {
      const asked = readAsked(said.text, by.at)
      if (asked === undefined) return []
      return readingsOf(asked, by.person, { figure: figureIn(answered), isFresh: lately.isFresh(by) })
    },
    answers: {
      'oversight.hasModel': async () => parts.questionModel !== undefined,
      'oversight.figure': ({ number }, doing) => figureBefore(parts, number, doing),
      'oversight.look'(query, doing) {
        lately.note(doing.by)
        return tellAnswer(parts, query, doing)
      },
      async 'oversight.follow'({ act, figure, standing }, doing) {
        lately.note(doing.by)
        const found = figure === null ? undefined : await parts.figures.find(figure, doing.work)
        return follow(parts, { act, figure: found, standing }, doing)
      },
      async 'oversight.entry'({ numbers }, doing) {
        const seer = { person: doing.by.person, day: dayOf(doing.work.at) }
        for (const number of numbers) {
          const entry = await parts.store.find(seer, number, doing.work)
          doing.audit('oversight.look', `appeal:${number}`, {
            question: 'number',
            count: entry === undefined ? 0 : 1,
          })
          if (entry !== undefined) return entry
        }
        return undefined
      },
    } satisfies Answers<AskQuery | ModelQuery>,
    performs: {
      'oversight.draw': async (effect, doing) => orderDrawing(effect, doing),
      'oversight.sheet': (effect, doing) => writeSheet(effect, parts, doing),
      'oversight.readAgain': async ({ data }, doing) =>
        doing.order({ kind: 'oversight.readAgain', data, key: `${doing.turnKey}:read` }),
      'oversight.link': (effect, doing) => passLink(effect, parts, doing),
    } satisfies Performs<AskEffect>,
    runs: { 'oversight.draw': drawErrand(parts), 'oversight.readAgain': readAgainErrand(parts) },
  }
}

/**
 * Who was told a number just now: 上个月呢 then goes on with it, and is nobody's otherwise. Kept by this process alone:
 * after a restart such words are weighed like any others.
 */
function openLately() {
  const told = new Map<string, number>()
  return {
    note({ person, at }: Speaker): void {
      if (person.code !== undefined) told.set(person.code, at.getTime())
    },
    isFresh({ person, at }: Speaker): boolean {
      const last = told.get(person.code ?? '')
      return last !== undefined && at.getTime() - last <= CONTEXT_MINUTES * 60_000
    },
  }
}

/** The figure that is named, or else the last that this person was told, while it is still what they go on with. */
async function figureBefore(
  { figures }: AskParts,
  number: number | null,
  { by, work }: Doing,
): Promise<Figure | undefined> {
  if (by.person.code === undefined) return undefined
  const figure =
    number === null
      ? await figures.findLast(by.person.code, new Date(work.at.getTime() - CONTEXT_MINUTES * 60_000), work)
      : await figures.find(number, work)
  return figure !== undefined && mayOpen(figure, by.person) ? figure : undefined
}

/** Of a letter of ours that is answered: the number it told, which stands at its end. */
function figureIn(answered: string | undefined): number | null {
  const found = [...(answered ?? '').matchAll(/明细(\d{1,9})/gu)].at(-1)?.[1]
  return found === undefined ? null : Number(found)
}
