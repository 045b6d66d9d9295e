export const docsEmbedTexts = {
  complete: (total: number) => `${total} 段不同的文字都已做好语义索引。`,
  incomplete: (done: number, total: number) =>
    `做了 ${done} 段，共 ${total} 段，模型中途没有回应。已做的都留着，请稍后再运行一次；原因用 doctor 看。`,
} as const
