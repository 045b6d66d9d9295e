/** Why a channel does not run, as staff and operators read it. */
export const serveTexts = {
  misconfigured: (why: string) => `设置不对，打不开：${why}`,
  couldNotOpen: () => '没能打开，原因记在日志里，十秒后自动再试。',
}
