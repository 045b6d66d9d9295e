import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { AskEffect } from '../ask.effects.ts'
import type { FiguresStore } from './figures.store.ts'
import { handedTexts as texts } from './handed.texts.ts'
import { type FigureDoor, issueFigureLink } from './issue-link.ts'
import { mayOpen } from './sight-day.ts'

/** 发个链接: a page with what is behind the number, for one browser. Not kept once it has left: a lost one is given anew. */
export async function passLink(
  { figure: number }: Extract<AskEffect, { kind: 'oversight.link' }>,
  parts: { readonly figures: FiguresStore; readonly figureDoor: FigureDoor },
  doing: Doing,
): Promise<void> {
  const { work, by } = doing
  const figure = await parts.figures.find(number, work)
  if (figure === undefined || !mayOpen(figure, by.person)) return
  const issued = issueFigureLink(figure, parts, doing)
  doing.post(`${doing.turnKey}:link`, {
    to: by.home,
    text:
      issued.kind === 'issued'
        ? texts.link(number, issued.url, dayAndHour(issued.until, work.at))
        : texts.noPages(),
    origin: 'automatic',
    ...(issued.kind === 'issued' ? { passing: true as const } : {}),
  })
}
