/** What is said to whoever looks after the documents, and about which there are. */

import { asLine, inMarks } from '../written.ts'

export interface ListedDocument {
  readonly title: string
  readonly doc: string
  readonly documentNumber: string | undefined
  readonly isEnded: boolean
}

const MOST_LISTED = 20

export const libraryTexts = {
  documents: (documents: readonly ListedDocument[]) => {
    if (documents.length === 0) return '现在还没有政策文件。需要查什么，可以直接说，我请工作人员来答。'
    const lines = documents.slice(0, MOST_LISTED).map(({ title, doc, documentNumber, isEnded }, at) => {
      const about = [documentNumber, isEnded ? '已到期' : undefined].filter((part) => part !== undefined)
      return `${at + 1}. ${title || doc}${about.length === 0 ? '' : `（${about.join('，')}）`}`
    })
    const more = documents.length - lines.length
    return [
      `您能查的政策文件有 ${documents.length} 份：`,
      ...lines,
      ...(more > 0 ? [`还有 ${more} 份没有列出。`] : []),
      '想知道哪一条，直接问就行，例如“补贴标准是多少”。',
    ].join('\n')
  },

  whichToRemove: () =>
    '要删除哪份文件，请带上名字，例如“删除文件 用工补贴.md”。说“有哪些政策文件”可以看清单。',
  noneNamed: (words: string) =>
    `没有找到名字里有“${asLine(words, 30)}”的文件。说“有哪些政策文件”可以看清单。`,
  severalNamed: (titles: readonly string[]) => `有几份文件都像，请把名字说全：\n${titles.join('\n')}`,
  confirmRemoval: (title: string, doc: string) =>
    `要删除的是${inMarks(title)}（${doc}）。删除后不再用它回答问题，原文件和记录仍然留存。确认删除吗？`,
  removalLabels: { yes: '确认删除', no: '不删除' },
  removed: (title: string) => `已删除${inMarks(title)}，之后的回答不再引用它。`,
  wasGone: (title: string) => `${inMarks(title)}刚才已经被删除了。`,
  kept: (title: string) => `好的，${inMarks(title)}留着没动。`,
  staffRemoves: () => '删除政策文件由工商联工作人员来做。发现文件有错或过期，请告诉工作人员。',
  onlyInPrivate: () => '管理政策文件请在私聊里说。',
} as const
