import { html, type TemplateResult } from 'lit/html.js'
import type { Tone } from '../../portal/kit/Status.tsx'

/** What is inside of the circle that all icons share: a tick, a mark, a clock, and a stroke. */
const marks: Readonly<Record<Tone, string>> = {
  good: 'm5 8 2 2 4-4',
  wrong: 'M8 4.8v3.7m0 2.4v.3',
  soon: 'M8 4.8V8l2 1.3',
  plain: 'M5 8h6',
}

/** A state in words, with an icon and a colour that say how much it matters. */
export function status(tone: Tone, words: unknown): TemplateResult {
  return html`<span part="status" class="line ${tone}"
    ><svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.3" />
      <path d=${marks[tone]} /></svg
    >${words}</span
  >`
}

/** A bar that says again what stands in words beside it. */
export function bar(part: number, whole: number, tone = ''): TemplateResult {
  return html`<svg part="bar" class="bar ${tone}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <path d="M0 0h${whole > 0 ? Math.min(100, (100 * part) / whole) : 0}v1H0" />
  </svg>`
}
