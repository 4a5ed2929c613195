const BUSY = 0
const CLOSING = 1
// Longest wait for native code to come back before a thread is stopped all the same. A window takes 0.1 s at most, loading
// the network a second on a busy machine.
const PATIENCE_MS = 5_000
const STEP_MS = 2

/**
 * Keeps a worker thread from being stopped while native code runs in it: onnxruntime-node, whose call comes back to a thread
 * that has ended meanwhile, aborts the whole process. The thread goes through the gate for each native call; who stops
 * it closes the gate first. Made around memory that both share.
 */
export class NativeGate {
  readonly memory: SharedArrayBuffer
  readonly #state: Int32Array

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.memory = memory
    this.#state = new Int32Array(memory)
  }

  /** Runs a native call, in the thread. Once the gate is closed it never returns: the thread is being stopped. */
  readonly through = async <T>(call: () => Promise<T>): Promise<T> => {
    Atomics.store(this.#state, BUSY, 1)
    try {
      // Asked after saying "busy": who closes the gate sees one or the other.
      if (Atomics.load(this.#state, CLOSING) === 1) {
        Atomics.store(this.#state, BUSY, 0)
        return await new Promise<never>(() => undefined)
      }
      return await call()
    } finally {
      Atomics.store(this.#state, BUSY, 0)
    }
  }

  /** Closes the gate; resolves when no native code runs behind it, so that the thread may be stopped. */
  async close(): Promise<void> {
    Atomics.store(this.#state, CLOSING, 1)
    for (let waited = 0; waited < PATIENCE_MS && Atomics.load(this.#state, BUSY) === 1; waited += STEP_MS)
      await new Promise(resolve => setTimeout(resolve, STEP_MS))
  }
}
