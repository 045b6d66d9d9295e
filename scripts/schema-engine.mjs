#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which its command line would download first: a closed
// network has no way to it. The same engine comes as WebAssembly from npm; here it speaks the protocol of
// the native one, JSON-RPC by lines on standard input and output.
//   PRISMA_SCHEMA_ENGINE_BINARY=scripts/schema-engine.mjs npx prisma migrate status
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { openFor, runOnServer } from './schema-engine-database.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // The command line passes options of previews we have no use for.
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    version: { type: 'boolean' },
  },
})

if (values.version) console.log('schema-engine-wasm')
else if (positionals[0] === 'cli') await runCliVerb(positionals[1])
else serve()

function databaseUrl() {
  const url = values.datasource ? JSON.parse(values.datasource).url : process.env.DATABASE_URL
  if (!url) throw new Error('Set DATABASE_URL: the schema engine needs a running PostgreSQL.')
  return url
}

/** `can-connect-to-database` and `create-database`, asked for by exit code. */
async function runCliVerb(verb) {
  try {
    const url = databaseUrl()
    if (verb === 'create-database') {
      const name = decodeURIComponent(new URL(url).pathname.slice(1))
      await runOnServer(url, `CREATE DATABASE "${name.replaceAll('"', '""')}"`, 'postgres')
    } else await runOnServer(url, 'SELECT 1')
  } catch (error) {
    const error_code = error.code === '3D000' ? 'P1003' : 'P1001'
    const line = {
      level: 'ERROR',
      target: 'schema_engine::logger',
      fields: { error_code, message: error.message },
    }
    // The reader throws the first line away.
    process.stderr.write(`\n${JSON.stringify(line)}\n`)
    process.exitCode = 1
  }
}

async function loadEngine() {
  // The engine's glue writes the reason of a panic here before the trap.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    reason: '',
    set_message(message) {
      this.reason = message
    },
  }
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(entry.replace(/js$/, 'wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  const datamodels = values.datamodels?.map((path) => [path, readFileSync(path, 'utf8')])
  const database = bindMigrationAwareSqlAdapterFactory(openFor(databaseUrl()))
  return glue.SchemaEngine.new({ datamodels }, () => {}, database)
}

/** Requests one after another: the engine keeps one connection and one state. */
function serve() {
  let engine
  let last = Promise.resolve()
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const request = JSON.parse(line)
      // Without a method it is the answer to a `print` of ours.
      if (request.method) last = last.then(() => answer(request))
    })
    .on('close', () => {
      void last.then(() => process.exit(0))
    })

  async function answer({ id, method, params }) {
    try {
      engine ??= await loadEngine()
      const call = engine[method === 'getDatabaseVersion' ? 'version' : method]
      if (call === undefined) throw new Error(`The WebAssembly engine cannot do "${method}".`)
      const result = (await call.call(engine, params)) ?? {}
      if (method === 'diff' && result.stdout) {
        // The native engine has a diff printed by its caller; that number must not look like one of theirs.
        send({ id: 1_000_000 + id, method: 'print', params: { content: result.stdout.replace(/\n$/, '') } })
        result.stdout = null
      }
      send({ id, result })
    } catch (error) {
      const message = globalThis.PRISMA_WASM_PANIC_REGISTRY?.reason || error?.message || String(error)
      const data = { is_panic: false, message, error_code: error?.code, meta: error?.meta ?? null }
      send({ id, error: { code: 4466, message, data } })
    }
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
