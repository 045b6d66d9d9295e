export const importTexts = {
  totalDiffers: (said: string, sum: string) =>
    `表里的合计是 ${said}，各行加起来是 ${sum}，请和慈善组织核对。`,
}
