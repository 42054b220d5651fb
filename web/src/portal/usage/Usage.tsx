/** Usage. */
export function Usage() {
  return null
}
