export const composeTexts = {
  heard: (heard: readonly { readonly said: string; readonly meant: string }[]) =>
    `${heard.map(({ said, meant }) => `“${said}”是按“${meant}”查的`).join('，')}。`,
  narrower: () => '只能说您包联范围里的，别的请问工商联工作人员。',
  unread: (words: string) => `“${words}”没有认出来，下面没有按它筛选。`,
}
