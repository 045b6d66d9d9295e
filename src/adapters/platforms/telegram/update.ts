import { z } from 'zod'

/**
 * The parts of an update that are read here. What a message cannot do without must be right; anything else that is
 * not as it should be counts as absent, so that nothing Telegram adds or changes loses what somebody said.
 */
const Id = z.int()
const text = z.string().optional().catch(undefined)
const size = z.int().nonnegative().optional().catch(undefined)
/** There or not; what is in it does not matter. */
const present = z
  .unknown()
  .transform((value) => value !== undefined && value !== null && value !== false)
  .optional()

const User = z.object({
  id: Id,
  is_bot: z.boolean().catch(false),
  first_name: z.string().catch(''),
  last_name: text,
  username: text,
})
export type User = z.infer<typeof User>

const Chat = z.object({ id: Id, type: z.enum(['private', 'group', 'supergroup', 'channel']), title: text })
export type TelegramChat = z.infer<typeof Chat>

const Entity = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  user: z.object({ id: Id }).optional().catch(undefined),
})
export type Entity = z.infer<typeof Entity>
const entities = z
  .array(z.unknown())
  .transform((all) => all.flatMap((one) => Entity.safeParse(one).data ?? []))
  .optional()
  .catch(undefined)

const File = z.object({
  file_id: z.string().min(1).max(300),
  file_size: size,
  file_name: text,
  mime_type: text,
  title: text,
})
export type TelegramFile = z.infer<typeof File>
const file = File.optional().catch(undefined)

const Place = z.object({ latitude: z.number(), longitude: z.number() })

const Buttons = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: text }))),
})

export const Message = z.object({
  message_id: Id,
  message_thread_id: Id.optional().catch(undefined),
  is_topic_message: z.boolean().catch(false),
  from: User.optional().catch(undefined),
  sender_chat: present,
  is_automatic_forward: present,
  chat: Chat,
  date: z.int().catch(0),
  edit_date: z.int().optional().catch(undefined),
  reply_to_message: z
    .object({
      message_id: Id,
      from: User.optional().catch(undefined),
      forum_topic_created: present,
      text,
      caption: text,
    })
    .optional()
    .catch(undefined),
  media_group_id: text,
  text,
  entities,
  caption: text,
  caption_entities: entities,
  photo: z.array(File).nonempty().optional().catch(undefined),
  document: file,
  animation: file,
  video: file,
  video_note: file,
  voice: file,
  audio: file,
  sticker: z.object({ emoji: text }).optional().catch(undefined),
  location: Place.optional().catch(undefined),
  venue: z.object({ location: Place, title: z.string(), address: z.string() }).optional().catch(undefined),
  contact: z
    .object({ phone_number: z.string(), first_name: z.string(), last_name: text })
    .optional()
    .catch(undefined),
  poll: present,
  dice: present,
  game: present,
  story: present,
  checklist: present,
  paid_media: present,
  reply_markup: Buttons.optional().catch(undefined),
  new_chat_members: z.array(User).optional().catch(undefined),
  left_chat_member: User.optional().catch(undefined),
  migrate_to_chat_id: Id.optional().catch(undefined),
  migrate_from_chat_id: Id.optional().catch(undefined),
})
export type Message = z.infer<typeof Message>

const Member = z.object({ status: z.string(), is_member: z.boolean().optional().catch(undefined) })
export type Member = z.infer<typeof Member>

export const MemberChange = z.object({
  chat: Chat,
  from: User,
  date: z.int().catch(0),
  old_chat_member: Member,
  new_chat_member: Member,
})
export type MemberChange = z.infer<typeof MemberChange>

/** Of a message that is too old Telegram gives chat and number alone. */
export const Press = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/u),
  from: User,
  message: Message.optional().catch(undefined),
  // Ours have no such characters, and it becomes part of a key.
  data: z
    .string()
    .min(1)
    .max(64)
    .refine((data) => data.isWellFormed() && !/\p{Cc}/u.test(data)),
})
export type Press = z.infer<typeof Press>

/** What we ask to be told; nothing else is sent to us. */
export const KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
export type Kind = (typeof KINDS)[number]

export const Envelope = z.looseObject({ update_id: Id })

export const Me = z.object({
  id: Id,
  username: z.string().min(1),
  first_name: z.string().catch(''),
  /** False while BotFather's group privacy is on. */
  can_read_all_group_messages: z.boolean().optional().catch(undefined),
})
export type Me = z.infer<typeof Me>
