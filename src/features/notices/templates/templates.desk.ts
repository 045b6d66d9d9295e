import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing, Reading } from '../../../conversation/feature.ts'
import type { OrderEffect, Plan, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import { asksForGifts } from '../../../mailings/fundraising.ts'
import { LONGEST_TEXT } from '../../../mailings/mailing-preview.ts'
import { tell } from '../../../mailings/mailing-road.ts'
import type { NoticesParts } from '../notices.service.ts'
import { readTopic } from '../prepare/read-topic.ts'
import { dropTemplateDialogue, saveTemplateDialogue, type TemplateOrder } from './save-template.dialogue.ts'
import { gapsOf } from './template.ts'
import { readAboutTemplates } from './template-words.ts'
import { type TemplatesQuery, templatesDialogue } from './templates.dialogue.ts'
import { templatesTexts as texts } from './templates.texts.ts'

type Queries =
  | TemplatesQuery
  | PlanQuery<TemplateOrder, 'notices.planTemplate'>
  | PlanQuery<TemplateOrder, 'notices.planTemplateDrop'>
type Effects =
  | OrderEffect<TemplateOrder, 'notices.keepTemplate'>
  | OrderEffect<TemplateOrder, 'notices.dropTemplate'>

/** 模板: texts with gaps, kept, listed and deleted here; used in prepare.dialogue.ts. */
export function templatesDesk({ templates }: Pick<NoticesParts, 'templates'>): Desk {
  const mayKeep = ({ by }: Doing) => may(by.person, 'notice.prepare')

  async function planSaving(order: TemplateOrder, doing: Doing): Promise<Plan<TemplateOrder>> {
    const { name, text } = order
    if (!mayKeep(doing)) return { kind: 'refused', text: texts.mayNot() }
    if (text === undefined) return { kind: 'asking', question: texts.askText(name) }
    if (text.length > LONGEST_TEXT) return { kind: 'asking', question: texts.tooLong(LONGEST_TEXT) }
    if (asksForGifts(text)) return { kind: 'refused', text: texts.fundraising() }
    const before = await templates.find(name, doing.work)
    const preview = texts.preview(name, text, gapsOf(text), readTopic(text), before !== undefined)
    return { kind: 'ready', order, preview }
  }

  async function planDrop(order: TemplateOrder, doing: Doing): Promise<Plan<TemplateOrder>> {
    if (!mayKeep(doing)) return { kind: 'refused', text: texts.mayNot() }
    const there = await templates.find(order.name, doing.work)
    return there === undefined
      ? { kind: 'refused', text: texts.noSuch(order.name) }
      : { kind: 'ready', order, preview: texts.askDrop(order.name, there.text) }
  }

  const answers: Answers<Queries> = {
    'notices.templates': (_query, { work }) => templates.list(work),
    'notices.planTemplate': ({ order }, doing) => planSaving(order, doing),
    'notices.planTemplateDrop': ({ order }, doing) => planDrop(order, doing),
  }
  const performs: Performs<Effects> = {
    async 'notices.keepTemplate'({ order: { name, text } }, doing) {
      const { code } = doing.by.person
      if (code === undefined || !mayKeep(doing) || text === undefined || asksForGifts(text)) return
      const version = ((await templates.find(name, doing.work))?.version ?? 0) + 1
      templates.put({ name, version, text, topic: readTopic(text), by: code, at: doing.work.at }, doing.work)
      tell(doing, 'saved', texts.saved(name))
    },
    async 'notices.dropTemplate'({ order: { name } }, doing) {
      if (!mayKeep(doing)) return
      await templates.remove(name, doing.work)
      tell(doing, 'dropped', texts.dropped(name))
    },
  }
  return {
    dialogues: [saveTemplateDialogue, dropTemplateDialogue, templatesDialogue],
    answers,
    performs,
    recognise({ text }, { by, inProgress }): readonly Reading[] {
      const about = readAboutTemplates(text)
      if (about === undefined || !may(by.person, 'notice.prepare')) return []
      // Said to a notice that is being prepared, they are about that notice.
      const isPreparing = inProgress === 'notices.prepare'
      const words = [text.slice(0, 20)]
      const read = (dialogue: Reading['dialogue'], label: string, data: unknown): readonly Reading[] => [
        { dialogue, label, words, band: 'command', score: 0.85, data },
      ]
      if (about.what === 'use') return isPreparing ? [] : read('notices.prepare', '群发通知', undefined)
      if (about.what === 'drop') return read('notices.removeTemplate', '删模板', { name: about.name })
      if (about.what === 'list') return read('notices.listTemplates', '看模板', { name: about.name })
      if (isPreparing) return []
      const { name, text: body } = about
      return read('notices.saveTemplate', '存模板', body === undefined ? { name } : { name, text: body })
    },
  }
}
