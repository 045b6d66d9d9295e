/** What is said here to people, to staff and to operators. */
export const telegramTexts = {
  // Names that enclosures get where the platform has none.
  photo: (number: number) => `照片-${number}.jpg`,
  voice: (number: number) => `语音-${number}.ogg`,
  video: (number: number) => `视频-${number}.mp4`,
  audio: (number: number) => `录音-${number}.mp3`,
  document: (number: number) => `文件-${number}`,
  unsupported: () => '这类消息',
  unreadable: () => '我这里看不了，请用文字说',

  // What people say without words, in words.
  place: (latitude: number, longitude: number) => `位置：纬度 ${latitude}，经度 ${longitude}`,
  venue: (title: string, address: string) => `位置：${[title, address].filter(Boolean).join('，')}`,
  contact: (name: string, phone: string) => `联系人：${[name, phone].filter(Boolean).join(' ')}`,

  // What is shown when a button was pressed.
  chosen: (label: string) => `已选：${label}`,
  received: () => '收到',

  /** Calls somebody whose name is not known. */
  you: () => '请看',

  // Why a letter did not go, for staff.
  blocked: () => '对方停用了与娘家的私聊',
  deactivated: () => '对方的账号已注销',
  kicked: () => '娘家已不在这个群里',
  groupGone: () => '这个群已经不在了',
  toProgram: () => '对方是机器人，收不了信',
  silenced: () => '这个群不让娘家发言，请群主给机器人发言的权限',
  topicGone: () => '这个话题已经关闭或删除',
  tooLarge: () => '附件太大，Telegram 不收',
  fileMissing: () => '附件已经不在了',
  fileNotRead: () => '附件暂时取不出来',
  nothingToSay: () => '信里没有内容',
  badChoice: () => '选项的编号太长，Telegram 不收',
  refused: (code: number) => `Telegram 不收这封信（${code}）`,
  lost: () => '发出后没有等到 Telegram 的答复，对方可能已经收到',
  serverFailed: (code: number) => `Telegram 的服务器出错（${code}），对方可能已经收到`,
  serverBusy: () => 'Telegram 的服务器暂时不收信',
  unsent: () => '连不上 Telegram',
  partly: () => '只发出了一部分',

  // How the account is, for operators and staff.
  wrongToken: () =>
    'Telegram 不认这个令牌。请在 BotFather 里核对（/mybots，API Token），改好 TELEGRAM_BOT_TOKEN 后重启；用自建 Bot API 服务器的，再核对 TELEGRAM_API_ROOT。',
  groupPrivacy: () =>
    '群隐私模式开着：在群里只有命令和对娘家消息的回复能收到，普通的@收不到。请在 BotFather 里关掉（/setprivacy，Disable），再把机器人移出群、重新拉进来；它是群管理员的群不受影响。',
  elsewhere: () =>
    '另有一个程序在用同一个令牌收消息，消息会被分走。请停掉那个程序；找不到就在 BotFather 里换新令牌。',
  unreachable: () =>
    '连不上 Telegram 的服务器，正在不断重试。请检查网络；在国内要设 TELEGRAM_PROXY 或自建 Bot API 服务器（TELEGRAM_API_ROOT）。',
  serverDown: () => 'Telegram 的服务器出错，正在不断重试，不用处理。',
  webhookRefused: () =>
    'Telegram 不接受本机的网址。请检查 NIANGJIA_PUBLIC_URL：要能从外网用 https 打开，端口是 443、80、88 或 8443。',
  webhookFailing: (waiting: number) =>
    `Telegram 送不到本机的网址，有 ${waiting} 条消息在等。请检查反向代理和证书，或改用 TELEGRAM_UPDATES=polling。`,
  unreadableAnswer: () => 'Telegram 的答复看不懂。请核对 TELEGRAM_API_ROOT 是不是 Bot API 服务器的地址。',

  /** Beside each command in Telegram's own menu. */
  commands: {
    appeal: '反映难处和诉求',
    status: '我的诉求到哪一步了',
    policy: '问政策，例如 /policy 稳岗返还要什么材料',
    cancel: '停下正在说的事',
    bind: '绑定会员身份，例如 /bind 绑定码',
    help: '能做什么，怎么用',
  },
} as const
