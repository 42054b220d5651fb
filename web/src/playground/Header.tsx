import mark from './mark.svg'
import { endpoint, type Presence, useViewer } from './viewer.ts'

const signIn = '/sign-in?return_to=%2Fplayground%2F'

/** Brand and address of the API on the left, the signed-in viewer on the right, and below the account that they view as. */
export function Header() {
  const viewer = useViewer()
  return (
    <header className="muniment-header">
      <div className="muniment-header-line">
        <img src={mark} alt="" width="24" height="24" />
        <h1>
          Muniment <span>playground</span>
        </h1>
        <code aria-label="API address">{new URL(endpoint, location.origin).href}</code>
        <nav aria-label="Session">
          <Session viewer={viewer} />
        </nav>
      </div>
      <output>
        {typeof viewer === 'object' && viewer.viewingAs !== null && (
          <span className="muniment-banner">
            Looking as <strong>{viewer.viewingAs}</strong> — nothing can be changed
          </span>
        )}
      </output>
    </header>
  )
}

function Session({ viewer }: { viewer: Presence }) {
  if (viewer === 'unknown') {
    return null
  }
  if (viewer === 'nobody') {
    return <a href={signIn}>Sign in</a>
  }
  return (
    <>
      <span className="muniment-viewer" title={`Signed in as ${viewer.name}`}>
        {viewer.name}
      </span>
      <a href={signIn}>Switch</a>
      <a href="/sign-out">Sign out</a>
    </>
  )
}
