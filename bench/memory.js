import fs from 'node:fs'

/** Resident memory in MB of a process and all its descendants now, shared pages counted once by PSS where readable. */
export function treePeak(pid) {
  const children = new Map()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(
      read(`/proc/${name}/stat`)
        .replace(/^.*\) \S /s, '')
        .split(' ')[0],
    )
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  let kb = 0
  const visit = one => {
    const pss =
      /^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`)) ?? /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${one}/status`))
    kb += Number(pss?.[1] ?? 0)
    for (const child of children.get(one) ?? []) visit(child)
  }
  visit(pid)
  return kb / 1024
}

/** A process may end between two looks. */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
