import type { NoticeTemplate } from '../../features/notices/templates/template.ts'
import type { TemplatesStore } from '../../features/notices/templates/templates.store.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const TEMPLATES: Table<NoticeTemplate> = {
  name: 'NoticeTemplate',
  key: 'name',
  versioned: true,
  columns: ['name', 'version', 'text', 'topic', 'by', 'at'],
}

export function noticeTemplatesStorage(): TemplatesStore {
  return {
    find: (name, work) => roundOf(work).get(TEMPLATES, name),
    list: (work) =>
      roundOf(work).query((client) =>
        client.$queryRawUnsafe<NoticeTemplate[]>('SELECT * FROM "NoticeTemplate" ORDER BY "name"'),
      ),
    put: (template, work) => roundOf(work).put(TEMPLATES, template),
    async remove(name, work) {
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe('DELETE FROM "NoticeTemplate" WHERE "name" = $1', name),
      )
    },
  }
}
