/** Words in a document that are meant for a model, hidden between the lines. To us they are text; a model need not see them. */

const TO_A_MODEL =
  /(?:忽略|无视|忘记|忘掉|不要理会|抛开)[^。\n]{0,12}(?:指令|指示|规则|提示|上文|以上|前面|之前|设定|要求)|(?:你|您)(?:现在|从现在起|接下来)?[^。\n]{0,6}(?:扮演|就?是一个|是(?:一名|一位)?(?:AI|人工智能|助手|模型|管理员|系统))|(?:系统|开发者)(?:提示|指令|消息)|(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|above|previous)|\byou are now\b|\bsystem prompt\b|\bjailbreak\b|<\|[a-z_]+\|>|\[\/?INST\]|###\s*(?:system|instruction)/iu

export const speaksToModel = (text: string): boolean => TO_A_MODEL.test(text.normalize('NFKC'))
