/** What staff say about templates (模版 is how many type it). Pure. */
import { LONGEST_NAME } from './template.ts'

const NAME = `[“"「《]?([^\\s,，:：。;；“”"「」《》=＝]{2,${LONGEST_NAME}}?)[”"」》]?`
const SAVE = new RegExp(
  `^\\s*(?:请|帮我|把?(?:这个|这份|它|上面的?|刚才的?)(?:通知)?)*(?:存|保存|另存|设|做|加|建|新建|新增)(?:成|为|个|一个)?模[板版][\\s:：]*${NAME}(?:[\\s:：,，]+([\\s\\S]*))?$`,
  'u',
)
const USE = new RegExp(
  `^\\s*(?:请|帮我|我要|按|(?:给|向)([^\\n]{2,60}?))?(?:用|套用?|按|调用|使用)(?:一?下)?模[板版][\\s:：]*${NAME}(?:发(?:个)?(?:通知)?)?(?:[\\s:：,，]+([\\s\\S]*))?$`,
  'u',
)
/** 用例会模板发给食品商会, 那个例会模板 给食品商会发: the name first. */
const USE_NAMED = new RegExp(
  `^\\s*(?:(?:请|帮我|我要)*(?:用|套用?|按|调用|使用)(?:一?下)?|(?:就)?(?:那个?|刚才的?))[“"「《]?([^\\s,，:：。;；“”"「」《》=＝]{2,${LONGEST_NAME}}?)[”"」》]?的?模[板版](?=[\\s,，:：]|$|发|通知|给)(?:(?:[\\s,，]*(?:给|向)([^\\n]{2,40}?)(?:群?发(?:个|一下)?(?:通知)?|通知一?下?))|发(?:个)?通知)?[\\s:：,，]*([\\s\\S]*)$`,
  'u',
)
/** What builders use is no text: 用钢模板施工. */
const OF_BUILDING = /钢|铝|木|建筑|施工|工地|混凝土/u
const LIST =
  /^\s*(?:看|查|列)?(?:一下|看|出)?(?:都)?(?:有)?(?:哪些|什么|几个|所有|全部)?(?:的)?(?:通知)?模[板版](?:列表|清单|都?有(?:哪些|什么|几个))?[?？。]?\s*$/u
const SHOW = new RegExp(`^\\s*(?:看|查看|打开|显示)(?:一?下)?模[板版][\\s:：]*${NAME}[。]?\\s*$`, 'u')
const DROP = new RegExp(
  `^\\s*(?:把)?(?:删除?|去掉|不要)(?:掉)?(?:这个)?模[板版][\\s:：]*${NAME}(?:了|吧)?[。]?\\s*$`,
  'u',
)

export type AboutTemplates =
  | { readonly what: 'save'; readonly name: string; readonly text?: string }
  | { readonly what: 'use'; readonly name: string; readonly rest: string; readonly to?: string }
  | { readonly what: 'list'; readonly name?: string }
  | { readonly what: 'drop'; readonly name: string }

export function readAboutTemplates(text: string): AboutTemplates | undefined {
  const drop = DROP.exec(text)
  if (drop !== null) return { what: 'drop', name: drop[1] as string }
  const save = SAVE.exec(text)
  if (save !== null) {
    const body = save[2]?.trim() ?? ''
    return { what: 'save', name: save[1] as string, ...(body === '' ? {} : { text: body }) }
  }
  const use = USE.exec(text)
  if (use !== null) {
    const to = use[1] === undefined ? {} : { to: use[1] }
    return { what: 'use', name: use[2] as string, rest: use[3] ?? '', ...to }
  }
  const named = USE_NAMED.exec(text)
  if (named !== null && !OF_BUILDING.test(named[1] as string)) {
    const to = named[2] === undefined ? {} : { to: named[2] }
    return { what: 'use', name: named[1] as string, rest: named[3] ?? '', ...to }
  }
  const show = SHOW.exec(text)
  if (show !== null) return { what: 'list', name: show[1] as string }
  return LIST.test(text) ? { what: 'list' } : undefined
}
