/**
 * Wraps an asynchronous handler so that its calls run one after the other, in the order they came: a call waits for the
 * outcome of the one before it. When one fails, the promise it returns is rejected and the calls after it still run.
 */
export function oneAtATime<In>(handle: (input: In) => Promise<void>): (input: In) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  return input => {
    const turn = last.then(() => handle(input))
    last = turn.catch(() => undefined)
    return turn
  }
}
