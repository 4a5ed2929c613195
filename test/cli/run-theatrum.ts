import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const ROOT: string = path.join(import.meta.dirname, '..', '..')
const PROGRAM = path.join(ROOT, 'bin', 'theatrum.js')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built program to its end; `input` goes to its standard input. */
export function theatrum(
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string; readonly env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...options.env }
    if (options.env?.['DATABASE_URL'] === undefined) delete env['DATABASE_URL']
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: options.cwd ?? ROOT, env })
    let out = ''
    let err = ''
    child.stdout.on('data', chunk => {
      out += chunk
    })
    child.stderr.on('data', chunk => {
      err += chunk
    })
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
    child.stdin.end(options.input ?? '')
  })
}

/** A new folder that an unprivileged server process can enter too. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-cli-'))
  fs.chmodSync(folder, 0o755)
  return folder
}
