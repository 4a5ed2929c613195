/**
 * The lemma that a script makes of a form (train/data.py, `lemma_script`): `k|c|add` cuts c characters from the form's
 * end and adds; `l|c|add` does so from the lower-cased form; `=lemma` is the lemma itself. Characters are code points.
 * A script that does not apply gives the lower-cased form, of a proper noun the form. Never empty for a form that is not.
 */
export function applyScript(form: string, script: string, proper: boolean): string {
  const made = script.startsWith('=') ? script.slice(1) : cutAndAdd(form, script)
  return made !== null && made !== '' ? made : proper ? form : form.toLowerCase()
}

function cutAndAdd(form: string, script: string): string | null {
  const bar = script.indexOf('|', 2)
  const keep = script.startsWith('k|')
  const count = Number(script.slice(2, bar))
  if ((!keep && !script.startsWith('l|')) || bar < 3 || !Number.isInteger(count) || count < 0) return null
  const base = keep ? form : form.toLowerCase()
  let end = base.length
  for (let cut = 0; cut < count; cut++) {
    if (end === 0) return null
    end -= end > 1 && isPair(base, end - 2) ? 2 : 1
  }
  return base.slice(0, end) + script.slice(bar + 1)
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at)
  const low = text.charCodeAt(at + 1)
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000
}
