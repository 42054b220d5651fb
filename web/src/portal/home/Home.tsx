/** The first screen of an account. */
export function Home() {
  return null
}
