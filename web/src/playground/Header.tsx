import mark from './mark.svg'

/** Brand on the left, the address that operations are sent to on the right. */
export function Header({ endpoint }: { endpoint: string }) {
  return (
    <header className="muniment-header">
      <img src={mark} alt="" width="24" height="24" />
      <h1>
        Muniment <span>playground</span>
      </h1>
      <code aria-label="API address">{new URL(endpoint, location.origin).href}</code>
    </header>
  )
}
