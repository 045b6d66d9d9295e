import type { Choice } from '../../../kernel/letter-draft.ts'

const secrecyChoices: readonly Choice[] = [
  { id: 'anonymous', label: '完全匿名' },
  { id: 'sealed', label: '封存身份' },
]

/**
 * A read-back's choices while 匿名 may mean either. The yes stays first (a typed 1 says it), the no goes last:
 * whoever types 2 for the second way must not lose what they told.
 */
export function withSecrecyChoices([yes, ...others]: readonly Choice[]): readonly Choice[] {
  return yes === undefined ? secrecyChoices : [yes, ...secrecyChoices, ...others]
}

export const secrecyTexts = {
  whichSecrecy: () =>
    [
      '身份怎么处理，请选一种，不选就按封存：',
      '· 封存身份：您的姓名和企业加密保管，承办单位和工作人员看不到；有进展我照常在这里告诉您。',
      '· 完全匿名：我们不存您是谁，只给您一个查询码；码丢了，谁也没法再告诉您结果。',
    ].join('\n'),

  sealedLine: () =>
    '身份：封存，工作人员和承办单位看不到您和企业的名字。事项里的地点、金额这些线索，派出去之前由工作人员改得含糊些；介意的话您也可以先改掉再提交',
  /** What remains has to be said before the yes, not after it. */
  anonymousLine: () =>
    '身份：完全匿名，我们不存您是谁，提交后只给您一个查询码。聊天软件自己仍留着这里的聊天记录，介意的话请自行删除；在群里说过的，群里的人已经看到了',
}
