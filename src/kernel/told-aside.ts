/**
 * How a group is told that the rest was said in private. Texts for groups carry these very words, because where
 * the private chat is not open the corridor puts the way to it in their place.
 */
export const TOLD_ASIDE = '已私信您'
