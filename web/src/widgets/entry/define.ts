/** Defines an element, unless another script of the page has done so. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) {
    customElements.define(name, element)
  }
}
