/** Pieces of the patterns that amounts, quantities and prices are read by. */
const DIGIT = '[\\d零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸兩]'
export const NUMBER = `(?:${DIGIT}|[十拾])(?:[\\d零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸兩wk]|[.,，](?=\\d)|点(?=[零一二三四五六七八九]))*`
/** 块 counts money, and 条 or 头 what they count; longer words before those they contain. */
export const UNITS =
  '平方米|立方米|公斤|千克|毫升|公里|人份|[箱件台套吨袋瓶桶包床条顶个只双副支辆艘份盒罐捆卷本册张头株棵组车板提筐具架部根片粒颗朵把升斤克米打]'
export const ABOUT = '[多来余几]|左右|上下|以上|以内|不等|出头'
export const CHANGE = `(?:(?:元|圆|块钱|块)(?:${DIGIT}(?:角|毛|分)|${DIGIT}(?![\\d箱件台套吨]))*(?:${DIGIT}分)?[整正]?|${DIGIT}?[角毛](?:${DIGIT}分)?|分(?!钟))?`
