/** 协调会材料 from the facts of the ledger. Pure; nothing is added to what staff and units wrote. */
import { appealStateLabels, isOpen } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import { briefTexts as texts } from './brief.texts.ts'
import type { BriefSheet } from './brief-sheet.ts'
import type { BriefFacts } from './papers.store.ts'

/** A unit has to have been at it so often that a meeting says whose it is. */
const OFTEN_BACK = 2

/** How much of each history and of each text is told: whoever lays out the page takes the fullest that fits. */
interface Room {
  readonly events: number
  /** Of the asker's words, of a step's, and of a reason within what is open. */
  readonly signs: { readonly problem: number; readonly step: number; readonly reason: number }
  /** A line for each fact: no wish, the unit and the days together, the most pressing of what is open. */
  readonly isTight: boolean
}
const ROOMS: readonly Room[] = [
  { events: 4, signs: { problem: 110, step: 110, reason: 60 }, isTight: false },
  { events: 2, signs: { problem: 80, step: 80, reason: 40 }, isTight: false },
  { events: 1, signs: { problem: 48, step: 30, reason: 12 }, isTight: true },
]
/** Of what is open so much stands in one line. */
const OPEN_IN_A_LINE = 2

export interface BriefMaking {
  readonly now: Date
  readonly directory: Directory
  /** How late something is, is said in working days. */
  readonly calendar: Calendar
}

/** The same matters, from the fullest to the tersest. */
export function compileBrief(facts: readonly BriefFacts[], making: BriefMaking): readonly BriefSheet[] {
  return ROOMS.map((room) => ({
    title: texts.title(),
    subtitle: texts.subtitle(facts.length, making.directory.federation, making.now),
    matters: facts.map((one) => matter(one, room, making)),
    foot: texts.foot(),
  }))
}

function matter(facts: BriefFacts, room: Room, making: BriefMaking): BriefSheet['matters'][number] {
  const { now, directory, calendar } = making
  const { entry } = facts
  const { labels } = texts
  const unit = texts.unit(facts, directory)
  const since = texts.since(facts, now, calendar, room.isTight)
  const open = decide(facts, room, making)
  return {
    head: texts.head(facts, room.isTight),
    state: texts.state(facts, now, calendar),
    isLate: isOpen(entry.status) && entry.status !== 'paused' && entry.dueAt !== null && entry.dueAt < now,
    facts: [
      { label: labels.problem, lines: [...texts.problem(facts, room.signs.problem, room.isTight)] },
      ...(room.isTight
        ? [{ label: labels.unit, lines: [`${unit}；${since}`] }]
        : [
            { label: labels.unit, lines: [unit] },
            { label: labels.since, lines: [since] },
          ]),
      { label: labels.tried, lines: tried(facts, room, making) },
      { label: labels.decide, lines: room.isTight ? [open.slice(0, OPEN_IN_A_LINE).join('；')] : open },
    ],
  }
}

/** The last steps that say something, the oldest of them first. */
function tried({ history }: BriefFacts, { events, signs }: Room, { now, directory }: BriefMaking): string[] {
  const told = history.flatMap((event) => texts.event(event, signs.step, now, directory) ?? [])
  if (told.length === 0) return [texts.nothingTried()]
  const left = told.length - events
  return told
    .slice(-events)
    .map((line, at) => (at === 0 && left > 0 ? `${line}${texts.earlier(left)}` : line))
}

/** 待定: what its state leaves open, the most pressing first. */
function decide(facts: BriefFacts, { signs }: Room, making: BriefMaking): string[] {
  const { now, directory, calendar } = making
  const { entry, history, handOffs, extension, instructions, meetingAskedAt } = facts
  const { status, unit, dueAt } = entry
  if (!isOpen(status)) return [texts.decide.over(appealStateLabels[status])]
  const back = history.findLast(({ act }) => act === 'sendBack')
  const isReopened = history.some(({ act }) => act === 'reopen')
  const open = [
    ...(unit === null
      ? [texts.decide.whoHandles(back, signs.reason, directory)]
      : handOffs >= OFTEN_BACK
        ? [texts.decide.disputed(handOffs)]
        : []),
    ...(extension === null ? [] : [texts.decide.extension(extension, signs.reason, directory)]),
    // A pause stops the clock: what it waits for is the question, not how late it is.
    ...(status === 'paused'
      ? [
          texts.decide.paused(
            history.findLast(({ act }) => act === 'pause'),
            signs.reason,
          ),
        ]
      : dueAt !== null && dueAt < now
        ? [texts.decide.late(facts, now, calendar)]
        : []),
    ...(isReopened ? [texts.decide.unsolved()] : []),
    ...instructions
      .filter(({ isReported }) => !isReported)
      .slice(-1)
      .map((one) => texts.decide.instruction(one, signs.reason, now, directory)),
  ]
  if (open.length > 0) return open
  return [meetingAskedAt === null ? texts.decide.nothing() : texts.decide.meeting(meetingAskedAt, now)]
}
