// The program of the supervisor's process: `node supervisor-main.js DATA_DIR start|adopt`, started by start-embedded.ts.
import { type SupervisorMessage, supervise } from './supervisor.ts'

const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('supervisor-main takes a data directory')
process.title = `theatrum store ${dataDir}`

function tell(message: SupervisorMessage): void {
  if (process.connected)
    process.send?.(message, undefined, undefined, () => (process.connected ? process.disconnect() : undefined))
}

try {
  await supervise(dataDir, process.argv[3] === 'adopt' ? 'adopt' : 'start', tell)
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
