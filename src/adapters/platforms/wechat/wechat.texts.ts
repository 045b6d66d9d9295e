import type { Attachment } from '../../../inbox/arrival.ts'

const bracketed = (what: string, detail: string) => (detail === '' ? `[${what}]` : `[${what}] ${detail}`)

export const wechatTexts = {
  /** Enclosures that come without a name. */
  enclosure: {
    image: '图片',
    file: '文件',
    voice: '语音',
    video: '视频',
  } satisfies Record<Attachment['kind'], string>,

  shared: {
    link: (title: string, url: string) => bracketed('链接', [title, url].filter(Boolean).join(' ')),
    miniProgram: (title: string) => bracketed('小程序', title),
    place: (where: string) => bracketed('位置', where),
    card: (name: string) => bracketed('名片', name),
    history: (title: string) => bracketed('聊天记录', title),
    post: (title: string) => bracketed('视频号', title),
    transfer: () => '[转账]',
    redEnvelope: () => '[红包]',
  },

  missingFile: (name: string) => `（附件“${name}”已经取不出来）`,

  health: {
    connecting: () => '正在连接微信。',
    scan: () =>
      '微信号还没有登录。请用这个号的手机微信扫码：二维码在运行本系统的终端里，也在终端给出的登录网页上。',
    scanned: () => '已经扫码，请在手机上点“登录”。',
    mustBind: () =>
      '这是一次新的登录，群和人的编号都换了。请工作人员在每个群里发一次“绑定本群 群代码”，没有绑定的群不会再发送任何消息；绑定过身份的人也要再绑定一次。',
    loggedOut: () =>
      '微信号已退出登录，发往微信的消息都在等着。请用这个号的手机微信重新扫码，二维码在终端和登录网页上；如果刚登录就又退出，请先看手机微信里有没有安全提示。',
    refused: () =>
      '微信不允许这个号这样登录。请先在手机微信里看安全提示；这个号可能从此不能用这种方式接入，请换一个备用号，或改用企业微信。',
    restricted: () =>
      '微信对这个号有风险或限制提示。请在手机上打开“微信团队”的消息并按提示处理；处理好之前请少发消息，尤其不要群发。',
    unreachable: () =>
      '连不上微信接入服务，正在自动重试。请检查网络，以及微信接入方式（WECHATY_PUPPET）的设置。',
  },

  /** Why a letter did not go. */
  failure: {
    noRoom: () => '微信号已不在这个群里',
    notReadable: () => '一时查不到这个群或这个人，没有发出',
    inDoubt: () => '微信没有回话，对方可能已经收到',
    unsupported: () => '这种微信接入方式发不了这类消息',
    refusedByServer: () => '微信没有接受这条消息',
    empty: () => '这条消息没有内容',
  },

  page: {
    title: '微信登录',
    heading: '登录娘家使用的微信号',
    waiting: '请用这个微信号的手机扫码，然后在手机上点“登录”。二维码会自动更新，不用刷新页面。',
    scanned: '已经扫码，请在手机上点“登录”。',
    connecting: '正在连接微信，请稍等，二维码马上出来。',
    online: (name: string | undefined) => `已经登录${name ? `：${name}` : ''}。这个页面可以关掉了。`,
    rebind:
      '如果这是一次新的登录，请工作人员在每个群里发一次“绑定本群 群代码”，没有绑定的群不会再发送任何消息。',
    closed: '这个进程现在没有在使用微信号。',
    risk: '这个页面只给管理员看。谁扫了这个码，谁的微信号就会被系统使用，请不要转发。',
    notFound: '没有这个页面。登录网页的完整地址在运行本系统的终端里，每次启动都会换。',
  },

  terminal: (address: string, qr: string) =>
    `\n微信登录：请用娘家使用的那个微信号扫码，然后在手机上点“登录”。\n${qr}\n或在浏览器打开（只给管理员看，不要转发）：${address}\n`,
} as const
