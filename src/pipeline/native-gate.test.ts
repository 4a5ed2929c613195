import { describe, expect, it } from 'vitest'
import { NativeGate } from './native-gate.ts'

describe('NativeGate', () => {
  it('waits for the call that is under way, seen from either side of the memory', async () => {
    const gate = new NativeGate()
    const other = new NativeGate(gate.memory)
    const order: string[] = []
    let finish = (): void => undefined
    const call = gate.through(async () => {
      await new Promise<void>(resolve => {
        finish = resolve
      })
      order.push('called')
      return 7
    })
    const closed = other.close().then(() => order.push('closed'))
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(order).toEqual([])
    finish()
    expect(await call).toBe(7)
    await closed
    expect(order).toEqual(['called', 'closed'])
  })

  it('lets nothing through once it is closed', async () => {
    const gate = new NativeGate()
    await gate.close()
    let called = false
    void gate.through(async () => {
      called = true
    })
    await new Promise(resolve => setTimeout(resolve, 10))
    expect(called).toBe(false)
    await gate.close()
  })

  it('opens again after a call that fails', async () => {
    const gate = new NativeGate()
    await expect(gate.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await gate.through(() => Promise.resolve(1))).toBe(1)
  })
})
