const NAMES: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  wechat: '微信',
  wecom: '企业微信',
  'web-chat': '网页聊天',
}

/** A platform as people here call it. */
export const nameOfPlatform = (platform: string): string => NAMES[platform] ?? platform
