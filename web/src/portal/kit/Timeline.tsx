import { useId } from 'react'
import { useLanguage } from '../language/language.tsx'
import { type Lane, layOut } from './timeline.ts'
import styles from './Timeline.module.css'

const axis = 44
const lanePadding = 7
const rowHeight = 18
const rowGap = 4

/** A share of the width as SVG writes it. */
function share(part: number): string {
  return `${(part * 100).toFixed(3)}%`
}

/** What a legend explains, if it is there. */
type Marked = 'gap' | 'grace' | 'void'

/**
 * Lanes of bars on one axis of time, with the gaps of each lane and the line of a day. The picture is for the eye; what
 * it shows must stand beside it as text.
 *
 * @param text what the picture shows, in one sentence
 * @param marker what the line of the day is called
 * @param legend what the marks are called that the picture has
 */
export function Timeline({
  lanes,
  day,
  marker,
  text,
  legend,
}: {
  lanes: readonly Lane[]
  day: string
  marker: string
  text: string
  legend: Record<Marked, string>
}) {
  const { format } = useLanguage()
  const id = useId()
  const laid = layOut(lanes, day)
  const heights = laid.lanes.map((lane) => lane.rows * rowHeight + (lane.rows - 1) * rowGap + 2 * lanePadding)
  const tops = heights.map((_, index) => axis + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const height = axis + heights.reduce((sum, lane) => sum + lane, 0)
  const atLeft = laid.now > 0.5
  const bars = laid.lanes.flatMap((lane) => lane.bars)
  const has = {
    gap: laid.lanes.some((lane) => lane.gaps.length > 0),
    grace: bars.some(({ span }) => span.grace),
    void: bars.some(({ span }) => span.void && !span.grace),
  }
  const marked = (['gap', 'grace', 'void'] as const).filter((mark) => has[mark])
  return (
    <figure className={styles.timeline}>
      <figcaption>{text}</figcaption>
      <div className={styles.names} style={{ paddingTop: axis }} aria-hidden="true">
        {laid.lanes.map((lane, index) => (
          <div key={lane.id} style={{ height: heights[index] }}>
            {lane.name}
          </div>
        ))}
      </div>
      <svg className={styles.picture} width="100%" height={height} aria-hidden="true">
        <defs>
          <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="6" className={styles.stroke} />
          </pattern>
        </defs>
        {laid.ticks.map((tick) => (
          <text key={tick.day} className={styles.tick} x={share(tick.at)} y={12}>
            {tick.day.slice(5, 7) === '01' ? tick.day.slice(0, 4) : format.monthName(tick.day)}
          </text>
        ))}
        {laid.lanes.map((lane, index) => (
          <g key={lane.id}>
            <line className={styles.line} x1="0" x2="100%" y1={tops[index]} y2={tops[index]} />
            {lane.bars.map((bar) => {
              const y = (tops[index] ?? 0) + lanePadding + bar.row * (rowHeight + rowGap)
              const kind = bar.span.grace ? 'grace' : bar.span.void ? 'void' : lane.strong ? 'strong' : 'plain'
              return (
                <svg
                  key={bar.span.id}
                  x={share(bar.left)}
                  y={y}
                  width={share(Math.max(bar.width, 0.002))}
                  height={rowHeight}
                >
                  <title>{bar.span.label}</title>
                  <rect
                    className={styles.bar}
                    data-kind={kind}
                    x={bar.openStart ? -6 : 0.5}
                    y="0.5"
                    width="100%"
                    height={rowHeight - 1}
                    rx="3"
                    {...(kind === 'grace' && { fill: `url(#${id}-hatch)` })}
                  />
                  <foreignObject width="100%" height={rowHeight}>
                    <div className={styles.label} data-kind={kind}>
                      {bar.span.label}
                    </div>
                  </foreignObject>
                </svg>
              )
            })}
            {lane.gaps.map((gap) => (
              <svg
                key={gap.from}
                x={share(gap.left)}
                y={(tops[index] ?? 0) + lanePadding}
                width={share(Math.max(gap.width, 0.004))}
                height={rowHeight}
              >
                <title>{`${format.day(gap.from)} – ${format.day(gap.to)}`}</title>
                <rect className={styles.gap} x="1" y="1" width="100%" height={rowHeight - 2} rx="3" />
              </svg>
            ))}
          </g>
        ))}
        <line className={styles.now} x1={share(laid.now)} x2={share(laid.now)} y1={22} y2={height} />
        <text
          className={styles.marker}
          x={share(laid.now)}
          y={32}
          dx={atLeft ? -5 : 5}
          textAnchor={atLeft ? 'end' : 'start'}
        >
          {marker}
        </text>
      </svg>
      {marked.length > 0 && (
        <ul className={styles.legend}>
          {marked.map((mark) => (
            <li key={mark} data-mark={mark}>
              {legend[mark]}
            </li>
          ))}
        </ul>
      )}
    </figure>
  )
}
