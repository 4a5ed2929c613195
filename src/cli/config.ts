import fs from 'node:fs'
import { z } from 'zod'
import { TheatrumError } from '../model/errors.ts'

/** Settings of the configuration file (JSON). Options of the command line win over them, they win over the environment. */
export interface Config {
  readonly data?: string | undefined
  /** `postgresql://…` */
  readonly databaseUrl?: string | undefined
  readonly host?: string | undefined
  readonly port?: number | undefined
  /** Reader threads. */
  readonly workers?: number | undefined
  /** Host names under which the server may be asked, beside localhost. */
  readonly allowedHosts?: readonly string[] | undefined
  /** `host:port` of private addresses that may be collected from, for intranets; empty: none. */
  readonly allowPrivate?: readonly string[] | undefined
}

const ConfigFile = z.strictObject({
  data: z.string().min(1).optional(),
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected a postgresql:// address')
    .optional(),
  host: z.string().min(1).optional(),
  port: z.int().min(0).max(65535).optional(),
  workers: z.int().min(1).max(256).optional(),
  allowedHosts: z.array(z.string().min(1)).optional(),
  allowPrivate: z.array(z.string().min(1)).optional(),
})

/** Reads and checks the configuration file; `null` gives an empty configuration. Errors name the key. */
export function loadConfig(file: string | null): Config {
  if (file === null) return {}
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8')
  } catch (cause) {
    throw new TheatrumError('TH_CONFIG', 'the configuration file cannot be read', {
      where: file,
      todo: 'check the path after --config',
      cause,
    })
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (cause) {
    throw new TheatrumError('TH_CONFIG', `expected JSON: ${(cause as Error).message}`, { where: file, cause })
  }
  const parsed = ConfigFile.safeParse(raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const key = issue?.path.join('.') ?? ''
  throw new TheatrumError('TH_CONFIG', issue?.message ?? 'not a configuration', {
    where: key === '' ? file : `${file}: ${key}`,
    todo: `known keys: ${Object.keys(ConfigFile.shape).join(', ')}`,
  })
}
