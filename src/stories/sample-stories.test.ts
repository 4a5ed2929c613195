import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const FILE = path.join(import.meta.dirname, '../../sample/articles.jsonl')
const rows: Record<string, string>[] = fs
  .readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

describe('the sample corpus', () => {
  it('has unique ids, made-up addresses, a note for each text, and marks every row as sample', () => {
    expect(new Set(rows.map(row => row['id'])).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(28)
    expect(new Set(rows.map(row => row['outlet'])).size).toBeGreaterThanOrEqual(7)
    for (const row of rows) {
      expect(new URL(row['url'] ?? '').hostname, row['id']).toMatch(/\.example$/)
      expect(row['note'], row['id']).toBeTruthy()
      expect(row['sample'], row['id']).toBe(true)
      expect(Number.isNaN(Date.parse(row['published'] ?? '')), row['id']).toBe(false)
    }
  })

  it('is plain text that is already in the normal form that offsets index', () => {
    for (const { id, text = '' } of rows) {
      expect(text, id).toBe(text.normalize('NFC').trim())
      expect(text, id).not.toMatch(/\r|<|&[a-z]+;/)
      expect(text.split(/\s+/).length, id).toBeLessThanOrEqual(300)
      expect(text.split(/\s+/).length, id).toBeGreaterThanOrEqual(100)
    }
  })
})
