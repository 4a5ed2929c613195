import type { Page } from '../model/page.ts'
import type { Rejection } from '../model/rejection.ts'

/** One input that was collected, or the reason why there is no page of it. */
export type Collected =
  | { readonly ok: true; readonly page: Page }
  | { readonly ok: false; readonly file: string; readonly url: string | null; readonly rejection: Rejection }

/** An input turned away in the stage `collect`. `detail` is one sentence for a person. */
export function turnedAway(file: string, url: string | null, reason: string, detail: string): Collected {
  return { ok: false, file, url, rejection: { stage: 'collect', reason, detail } }
}
