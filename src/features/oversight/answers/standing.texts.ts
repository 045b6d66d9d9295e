export const standingTexts = {
  rest: (left: number) => `还有 ${left} 条没列，说“继续”看其余。`,
}
