#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node cannot read main.ts at all, and whoever has one
// deserves a sentence that says what to do.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Niangjia needs Node 22.18 or newer; this is ${process.versions.node}. ` +
      'In a checkout, "npm install && npm start" brings the right one along; elsewhere, install Node 24.',
  )
  process.exit(1)
}
await import('./main.ts')
