export const mannersTexts = {
  /** Nothing of it is lost: who hears “too many” believes that it was in vain. */
  pleaseWait: () => '消息来得有点密，我都收到了，会一条一条看。请先缓一缓，等我回复了再接着说。',
  place: (title: string | undefined, isGroup: boolean) =>
    isGroup ? (title === undefined ? '一个群里' : `“${title}”里`) : '私聊里',
  flood: (name: string, place: string, most: number) =>
    `${name}在${place}一分钟发来了 ${most} 条以上的消息，已请对方先缓一缓。发来的话都照常处理，没有丢掉。`,
  loop: (name: string, place: string, rounds: number, minutes: number) =>
    `${place}，${name}的回复像是程序自动发的，与我来回了 ${rounds} 轮。我先停 ${minutes} 分钟不接它的话，也没有在那里说起。如果是真人，换个说法再说，我就会接。`,
}
