import type { ClientBase } from 'pg'
import { TheatrumError } from '../model/errors.ts'

/** Role under which questions run, and the one under which readings are stored. Neither can log in. */
export const READER_ROLE = 'theatrum_reader'
export const WRITER_ROLE = 'theatrum_writer'

const BY_HAND =
  'as an administrator: CREATE ROLE theatrum_reader NOLOGIN; CREATE ROLE theatrum_writer NOLOGIN; GRANT theatrum_reader, theatrum_writer TO <role>'

/**
 * Makes the two roles that the program works as, if they are missing and this role may, and checks that they are bound
 * by row-level security and that this role can become them. Whoever logs in, no statement of ours runs unbound.
 * @throws TH_DATABASE_ROLE with what an administrator would have to type.
 */
export async function prepareRoles(client: ClientBase, where: string): Promise<void> {
  for (const role of [READER_ROLE, WRITER_ROLE]) {
    await makeRole(client, role, where)
    await checkRole(client, role, where)
  }
}

async function makeRole(client: ClientBase, role: string, where: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  if (rowCount === 1) return
  try {
    await client.query(`CREATE ROLE ${role} NOLOGIN`)
  } catch (cause) {
    // Roles belong to the whole server: another database's program may have made it just now.
    if ((cause as { code?: string }).code === '42710' || (cause as { code?: string }).code === '23505') return
    throw new TheatrumError('TH_DATABASE_ROLE', `the role ${role} is missing and this role may not make it`, {
      where,
      todo: BY_HAND,
      cause,
    })
  }
}

async function checkRole(client: ClientBase, role: string, where: string): Promise<void> {
  const { rows } = await client.query<{ unbound: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = $1',
    [role],
  )
  if (rows[0]?.unbound !== false) {
    throw new TheatrumError(
      'TH_DATABASE_ROLE',
      `the role ${role} is a superuser or bypasses row-level security: markings would not hold`,
      {
        where,
        todo: `as an administrator: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS`,
      },
    )
  }
  if (await canBecome(client, role)) return
  try {
    await client.query(`GRANT ${role} TO CURRENT_USER`)
  } catch (cause) {
    throw new TheatrumError('TH_DATABASE_ROLE', `this role may not act as ${role}`, { where, todo: BY_HAND, cause })
  }
  if (!(await canBecome(client, role)))
    throw new TheatrumError('TH_DATABASE_ROLE', `this role may not act as ${role}`, { where, todo: BY_HAND })
}

async function canBecome(client: ClientBase, role: string): Promise<boolean> {
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL ROLE ${role}`)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false
    throw error
  } finally {
    await client.query('ROLLBACK')
  }
}
