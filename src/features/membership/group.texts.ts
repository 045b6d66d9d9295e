import type { Audience } from '../../kernel/directory.ts'

export interface NamedGroup {
  readonly code: string
  readonly title: string
}

/** A group of the roster with who is meant by it. */
export interface GroupAudience extends NamedGroup {
  readonly audience: Audience
  readonly chamber?: string
  readonly people: number
  readonly companies: number
}

const KINDS: Record<Audience, string> = {
  public: '对外公开的群',
  members: '会员群',
  internal: '内部工作群',
}

const named = ({ code, title }: NamedGroup) => (code === title ? code : `${title}（${code}）`)

export const groupTexts = {
  switchInGroup: () => '收诉求是按群设置的，请到要设置的群里说“本群收诉求 开”或“本群收诉求 关”。',
  maySwitch: () => '这个开关由工商联工作人员来设置，有需要请跟工作人员说一声。',
  switchedOn: () =>
    '本群收诉求已打开。在这个群里不用@我，谁说到难处我会私聊核对，群里只回编号；别的话我不插嘴，也不留存。',
  switchedOff: () => '本群收诉求已关闭。要找我请@我，别的话我不接，也不留存。',
  cannotOverhear: () => '这个平台只把@我的话交给我，所以在这里开不了收诉求。有难处请@我说，或者私聊我。',
  isOn: () => '本群收诉求现在是开着的：不用@我，谁说到难处我会私聊核对。要关就说“本群收诉求 关”。',
  isOff: () => '本群收诉求现在是关着的：要@我我才接话。要开就说“本群收诉求 开”。',

  bindInGroup: () => '绑定要在那个群里说：进群后@我，说“绑定本群”加上群代码。',
  mayBind: () => '绑定群由工商联工作人员来办，有需要请跟工作人员说一声。',
  whichGroup: (known: readonly NamedGroup[]) =>
    [
      '请带上名册里的群代码，例如“绑定本群 machinery-group”。',
      ...(known.length > 0 ? [`名册里有：${known.map(named).join('、')}`] : []),
    ].join('\n'),
  unknownGroup: (written: string, nearest: readonly NamedGroup[]) =>
    nearest.length === 0
      ? `名册里没有“${written}”这个群，名册里还没有登记任何群。请先把群导入名册。`
      : `名册里没有“${written}”这个群。最接近的是：${nearest.map(named).join('、')}。请带上群代码再说一次。`,
  alreadyBound: (group: NamedGroup) => `本群已经绑定为${named(group)}，不用再绑。`,
  confirmElsewhere: (group: NamedGroup) =>
    `${named(group)}现在绑定在另一个群上，那个群还在用。改绑到本群以后，那个群就收不到它的通知了。确认改绑吗？`,
  confirmInstead: (group: NamedGroup, here: NamedGroup) =>
    `本群现在绑定为${named(here)}。改绑为${named(group)}以后，${here.title}就没有群了，要另外绑定。确认改绑吗？`,
  yes: () => '确认改绑',
  no: () => '先不改',
  keptAsIs: () => '好的，没有改动。',
  bound: (group: GroupAudience, moved: number) =>
    [
      `本群已绑定为${named(group)}，${KINDS[group.audience]}${group.chamber === undefined ? '' : `，属于${group.chamber}`}。`,
      `发给${group.chamber ?? (group.audience === 'internal' ? '工作人员' : '全体会员')}的通知会发到这里，名册里一共 ${group.people} 人${group.companies > 0 ? `、${group.companies} 家企业` : ''}。`,
      ...(moved > 0 ? [`之前没发出去的 ${moved} 条消息，现在补发到这里。`] : []),
    ].join(''),
  wasGone: () => '名册刚刚有变动，这个群代码已经不在了。请核对后再说一次。',
  notBound: () => '本群没有绑定名册里的群，不用解绑。',
  unbound: (group: NamedGroup) =>
    `本群已与${named(group)}解绑，发给它的通知不会再发到这里。要再绑就说“绑定本群 ${group.code}”。`,
}
