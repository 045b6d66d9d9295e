/** What the page is answered; it shows `error` as it is. */
export const oneTimeLinkTexts = {
  noSuch: '这个链接不对，或者已经过期。请在群里再@我一次，我给您新的。',
  openedElsewhere:
    '这个链接已经在别的手机或浏览器上打开过了。如果那不是您，请别在群里发任何数字，再@我一次，我给您新的。',
  over: '这个网页已经结束。还有事，请在群里@我。',
  notProved: '还没有核对是不是您本人，请先在群里发网页上的数字。',
  malformed: '这条消息没有看懂，请刷新网页再试。',
  tooMany: '太快了，请稍等一分钟再试。',
  notNow: '暂时没有存下来，请再发一次。',
  noPage: '没有这个页面。',
  noFile: '这个附件已经取不到了。',
} as const
