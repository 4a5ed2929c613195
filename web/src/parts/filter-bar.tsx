import { Popover } from '@base-ui/react/popover'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { UrlState } from '../state/url-state.ts'
import type { UrlPatch } from '../state/use-url-state.ts'

/** A filter of a page, by its name in address and API. */
export interface FilterField {
  readonly key: keyof UrlState
  readonly label: string
  readonly hint?: string
  readonly options?: readonly string[]
}

export interface FilterBarProps {
  readonly fields: readonly FilterField[]
  readonly url: UrlState
  readonly change: (patch: UrlPatch) => void
  readonly total: ReactNode
}

/** Every filter that holds is a chip: what narrows the picture is always in sight, and one click away from going. */
export function FilterBar({ fields, url, change, total }: FilterBarProps): ReactNode {
  const active = fields.filter(field => url[field.key] !== undefined)
  return (
    <div className="filterbar" role="toolbar" aria-label="Filters">
      {active.map(field => (
        <button
          key={field.key}
          type="button"
          className="chip"
          aria-label={`Remove filter ${field.label} ${url[field.key]}`}
          onClick={() => change({ [field.key]: undefined })}
        >
          <span>
            <span className="muted">{field.label}</span> {url[field.key]}
          </span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      <FilterForm fields={fields} url={url} change={change} />
      <span className="total" aria-live="polite">
        {total}
      </span>
    </div>
  )
}

function FilterForm({ fields, url, change }: Omit<FilterBarProps, 'total'>): ReactNode {
  const [open, setOpen] = useState(false)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const patch: Record<string, string | undefined> = {}
    for (const { key } of fields) {
      const value = form.get(key)
      patch[key] = typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
    }
    change(patch)
    setOpen(false)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="chip add">+ filter</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start">
          <Popover.Popup className="popover" aria-label="Filters">
            <form onSubmit={submit}>
              {fields.map(field => (
                <Field key={field.key} field={field} value={url[field.key] ?? ''} />
              ))}
              <div className="acts">
                <button type="submit" className="button">
                  Apply
                </button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Field({ field, value }: { field: FilterField; value: string }): ReactNode {
  const id = `filter-${field.key}`
  return (
    <>
      <label htmlFor={id}>{field.label}</label>
      {field.options === undefined ? (
        <input
          id={id}
          name={field.key}
          className="field"
          defaultValue={value}
          placeholder={field.hint}
          maxLength={200}
        />
      ) : (
        <select id={id} name={field.key} className="field" defaultValue={value}>
          <option value="">any</option>
          {field.options.map(option => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
