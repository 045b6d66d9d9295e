/** What the web server says to browsers and in the log. */
export const httpTexts = {
  wrongHost: '这个地址不受理。请用本机地址，或由管理员把域名写进设置。',
  operatorsOnly: '这个页面只能在运行娘家的那台电脑上打开（或用 ssh -L 转过去）。',
  wrongOrigin: '请求不是从本系统的网页发出的，没有受理。',
  tooLarge: (limitMb: number) => `内容太大，一次最多 ${limitMb} MB。`,
  tooSlow: '处理超时，请稍后再试。',
  starting: '正在启动，请稍候。',
  closing: '正在停机，请稍后再试。',
  failed: '没有办成，请稍后再试。',
  nothingHere: '没有这个页面。',
  portTaken: (wanted: number, got: number) => `端口 ${wanted} 已被占用，改用 ${got}`,
  noPort: (wanted: number, tried: number) =>
    `从 ${wanted} 起连续 ${tried} 个端口都被占用，请在设置里另选一个端口`,
  cannotListen: (host: string, port: number, code: string) =>
    `不能在 ${host}:${port} 上监听（${code}），请检查监听地址和端口的设置`,
} as const
