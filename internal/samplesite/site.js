customElements.whenDefined('muniment-entitlements').then(({ configure }) => {
  configure({ fetchToken })
})

async function fetchToken() {
  const response = await fetch('/widget-token' + location.search, { method: 'POST' })
  if (response.status === 204) {
    return null // nobody is signed in
  }
  if (!response.ok) {
    throw new Error(`no token: HTTP ${response.status}`)
  }
  return response.json() // {"token": "mw_…", "expiresAt": "…"}
}
