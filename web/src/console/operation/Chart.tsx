import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef, useState } from 'react'
import styles from './Operation.module.css'

/** What may be between two marks of the time, in seconds: there is one measurement a minute, and a day of them. */
const steps = [1, 2, 5, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * 60)

/** What may be between two marks of a figure that counts: 1, 2, 5, 10, 20, 50 and so on. */
const wholes = Array.from({ length: 10 }, (_, zeros) => [1, 2, 5].map((step) => step * 10 ** zeros)).flat()

/** How high a chart is, in pixels. */
const height = 140

/** The colours of the page where the chart is. A canvas knows no roles of colour, so they are read from elements. */
function coloursIn(box: HTMLElement): Record<'accent' | 'muted' | 'line', string> {
  const probe = document.createElement('span')
  box.append(probe)
  const colour = (role: string) => {
    probe.style.color = `var(--${role})`
    return getComputedStyle(probe).color
  }
  const colours = { accent: colour('accent'), muted: colour('muted'), line: colour('line') }
  probe.remove()
  return colours
}

/** Counts the changes between light and dark, by the system or by the choice of the viewer. */
function useScheme(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const changed = () => setChanges((count) => count + 1)
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', changed)
    const chosen = new MutationObserver(changed)
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      system.removeEventListener('change', changed)
      chosen.disconnect()
    }
  }, [])
  return changes
}

/** A figure over time as a line. The label says in words what it shows; the table below has the values. */
export function Chart({
  label,
  times,
  values,
  locale,
  counts,
}: {
  label: string
  /** The moments, in seconds. */
  times: readonly number[]
  values: readonly (number | null)[]
  locale: string
  /** Whether the figure counts things, of which there is no half. */
  counts: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const scheme = useScheme()
  const data = JSON.stringify([times, values])
  useEffect(() => {
    const place = box.current
    if (place === null) {
      return
    }
    const drawn = JSON.parse(data) as [number[], (number | null)[]]
    const { accent, muted, line } = coloursIn(place)
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: counts ? 0 : 1 })
    const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
    const font = `12px ${getComputedStyle(place).fontFamily}`
    const axis = { stroke: muted, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } }
    const chart = new uPlot(
      {
        width: place.clientWidth,
        height,
        legend: { show: false },
        cursor: { show: false },
        padding: [12, 24, 0, 0] /* half of the last time stands beyond the chart */,
        scales: { y: { range: (_, __, most) => [0, Math.max(most * 1.1, 1)] } },
        axes: [
          { ...axis, values: (_, marks) => marks.map((mark) => clock.format(mark * 1000)), space: 64, incrs: steps },
          {
            ...axis,
            values: (_, marks) => marks.map((mark) => number.format(mark)),
            size: 56,
            space: 32,
            ...(counts && { incrs: wholes }),
          },
        ],
        series: [{}, { stroke: accent, width: 1.5, points: { show: drawn[0].length < 3, stroke: accent } }],
      },
      drawn,
      place,
    )
    const watch = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height }))
    watch.observe(place)
    return () => {
      watch.disconnect()
      chart.destroy()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another scheme has other colours
  }, [data, locale, counts, scheme])
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is drawn on a canvas inside
  return <div ref={box} className={styles.chart} role="img" aria-label={label} />
}
