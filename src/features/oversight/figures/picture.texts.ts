import { spokenFigure } from './figure.ts'

export const pictureTexts = {
  drawn: (title: string, figure: number) => `${title}（${spokenFigure(figure)}）`,
  fileName: (figure: number) => `${spokenFigure(figure)}.png`,
}
