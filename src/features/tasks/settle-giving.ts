/** From a wish and what was looked up to the next question, or to the preview. Pure. */
import type { Turn } from '../../conversation/turn.ts'
import { namesMembers } from '../../kernel/members-named.ts'
import { may } from '../../kernel/person.ts'
import { aboutLine } from './about-line.ts'
import { giveTexts as texts } from './give.texts.ts'
import { type GiveKnown, type GiveStep, type Item, refused, showing } from './give-state.ts'
import { type Meant, type Wish, whomItMeans } from './plan-giving.ts'
import { type Addressee, isSameAddressee } from './task.ts'
import { callAddressee } from './task-people.ts'
import type { AppealGlance } from './tasks.effects.ts'

/** Each appeal that is meant, by its alternatives, with what was found of it; one without any where none is meant. */
interface Looked {
  readonly alternatives: readonly string[]
  readonly glance: AppealGlance | undefined
}

function lookedUp({ alternatives, also }: Wish, known: GiveKnown): readonly Looked[] {
  return [
    { alternatives, glance: known.glance },
    ...also.map((one, i) => ({ alternatives: one, glance: known[`glance${i + 1}`] })),
  ]
}

/** Whom each appeal goes to; the first that is not clear decides what is asked. */
export function whomTheyMean(
  wish: Wish,
  known: GiveKnown,
  { by }: Turn,
):
  | Exclude<Meant, { kind: 'to' }>
  | { readonly kind: 'each'; readonly to: readonly (readonly Addressee[])[] } {
  const { directory } = known
  const each: (readonly Addressee[])[] = []
  if (directory === undefined) return { kind: 'unknown' }
  for (const { glance } of lookedUp(wish, known)) {
    const meant = whomItMeans(wish, glance, directory, by.person.code, by.at)
    if (meant.kind !== 'to') return meant
    each.push(meant.to)
  }
  return { kind: 'each', to: each }
}

/** Everybody who gets one, each once. */
export const everybody = (each: readonly (readonly Addressee[])[]): readonly Addressee[] =>
  each.flat().filter((one, i, all) => all.findIndex((other) => isSameAddressee(one, other)) === i)

export function settle(wish: Wish, known: GiveKnown, turn: Turn): GiveStep {
  const { by } = turn
  const { directory, plan } = known
  if (wish.candidates.length > 1) {
    const glances = wish.candidates.map((_number, i) => known[`candidate${i}`])
    // Where one of them is out of sight by now, the numbers alone are shown.
    const lines = glances.flatMap((glance) => (glance === undefined ? [] : [aboutLine(glance)]))
    const isWhole = lines.length === wish.candidates.length
    return showing({ step: 'whichAppeal', wish, lines: isWhole ? lines : [] })
  }
  if (directory === undefined) return refused(texts.notAllowed())
  const looked = lookedUp(wish, known)
  const gone = looked.find(({ alternatives, glance }) => alternatives.length > 0 && glance === undefined)
  if (gone !== undefined)
    return refused(texts.noSuchAppeal(gone.alternatives[0] ?? '', may(by.person, 'appeal.see-all')))
  const sealed = looked.find(({ glance }) => glance?.sealed)?.glance
  if (sealed !== undefined && namesMembers(wish.text, directory))
    return refused(texts.namesInSealed(sealed.number))
  const meant = whomTheyMean(wish, known, turn)
  if (meant.kind === 'unknown')
    return showing({ step: 'toWhom', wish, question: texts.unknownAddressee(), options: [] })
  if (meant.kind === 'several') {
    const options = meant.options.map((to) => ({ label: callAddressee(to, directory), to }))
    return showing({ step: 'toWhom', wish, question: texts.severalFit(meant.words), options })
  }
  if (plan === undefined) return showing({ step: 'toWhom', wish, question: texts.toWhom(), options: [] })
  const due = plan.dueAt
  if (due !== null && !(due instanceof Date))
    return showing({ step: 'when', wish, question: texts.missingYear(due.missingYear) })
  if (due !== null && due <= by.at)
    return showing({ step: 'when', wish, question: texts.past(texts.moment(due, by.at)) })
  const items = looked.map(
    ({ glance }, i): Item => ({
      appeal: glance?.number ?? null,
      about: glance === undefined ? null : aboutLine(glance),
      to: [...(meant.to[i] ?? [])],
    }),
  )
  const [first = { appeal: null, about: null, to: [] }, ...more] = items
  const [head, ...others] = looked.map(({ glance }) => (glance === undefined ? [] : [glance.number]))
  return showing({
    step: 'confirming',
    // By now it is known which year's is meant.
    wish: { ...wish, alternatives: head ?? [], also: others },
    ...first,
    more,
    dueAt: due?.toISOString() ?? null,
    preview: texts.preview(
      looked.map(({ glance }, i) => ({
        about: items[i]?.about ?? null,
        status: glance?.status ?? null,
        who: (meant.to[i] ?? []).map((to) => callAddressee(to, directory)),
      })),
      wish.text,
      due,
      plan.reach,
      by.at,
    ),
  })
}
