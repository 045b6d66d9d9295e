import { defineConfig } from 'prisma/config'

// For Prisma's own command line only. The product applies its migrations itself at start.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
})
