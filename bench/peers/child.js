import { spawn, spawnSync } from 'node:child_process'
import readline from 'node:readline'

const canPin = process.platform === 'linux' && spawnSync('taskset', ['--version']).status === 0

/**
 * A process that says one line of JSON when it is ready and answers each line it is sent with one of its own. `pinned`
 * keeps all its threads on one core, so that no library computes or collects garbage beside itself.
 */
export class Child {
  #process
  #lines
  #errors = ''

  constructor(command, args, { env = process.env, pinned = false } = {}) {
    const [program, ...rest] = pinned && canPin ? ['taskset', '-c', '0', command, ...args] : [command, ...args]
    this.#process = spawn(program, rest, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#process.stderr.on('data', chunk => {
      this.#errors = `${this.#errors}${chunk}`.slice(-2000)
    })
    // Writing to a process that died is told by the line that does not come.
    this.#process.stdin.on('error', () => undefined)
    this.#lines = readline.createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]()
  }

  get pid() {
    return this.#process.pid
  }

  /** What it says when it is ready. */
  async ready() {
    const { value, done } = await this.#lines.next()
    if (done) throw new Error(`bench: ${this.#process.spawnargs.join(' ')} ended: ${this.#errors.trim()}`)
    return JSON.parse(value)
  }

  ask(message) {
    this.#process.stdin.write(`${JSON.stringify(message)}\n`)
    return this.ready()
  }

  async end() {
    if (this.#process.exitCode !== null) return
    const ended = new Promise(resolve => this.#process.once('exit', resolve))
    this.#process.stdin.end()
    await ended
  }
}
