/** How a reviewed answer stands in the house. */
export const reviewedTexts = {
  question: () => '问',
  answer: (n: number, of: number) => (of === 1 ? '答' : `答（${n + 1}）`),
  withBasis: (text: string, basis: string) => `${text}（依据：${basis.replace(/。$/u, '')}）`,
} as const
