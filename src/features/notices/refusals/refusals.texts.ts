import { TOPICS, type Topic } from '../../../mailings/topics.ts'
import { TOPIC_NAMES } from '../topic-names.ts'

const names = (topics: readonly Topic[]) => topics.map((topic) => TOPIC_NAMES[topic]).join('、')
const inOrder = (topics: readonly Topic[]) => TOPICS.filter((topic) => topics.includes(topic))

/** What they get and do not get, as it stands. */
const standing = (refused: readonly Topic[]): string => {
  if (refused.length === 0) return '各类通知都会单独发给您'
  const got = TOPICS.filter((topic) => !refused.includes(topic))
  return got.length === 0
    ? '各类通知都不单独发给您'
    : `${names(got)}类照发，${names(inOrder(refused))}类不单独发给您`
}

export const refusalsTexts = {
  strangers: () => '您还没有绑定身份，通知不会私下发给您，不用退订。群里发的大家都看得到。',
  told: (refused: readonly Topic[], drives: readonly number[]) =>
    [
      `现在${standing(refused)}。群里发的大家都看得到，不受影响。`,
      ...(drives.length === 0 ? [] : [`募捐${drives.join('、')}也不再发给您。`]),
      refused.length === 0
        ? '不想收哪类，直接说，例如“只收政策，不收活动”。'
        : '想改直接说，例如“恢复活动通知”，或者“恢复”。',
    ].join(''),
  kept: (refused: readonly Topic[]) =>
    `记下了，现在${standing(refused)}。群里发的不受影响，您自己事项的进度照常告诉您。${
      refused.length === 0
        ? ''
        : `想再收就说“恢复”，或者“恢复${TOPIC_NAMES[inOrder(refused)[0] as Topic]}通知”。`
    }`,
}
