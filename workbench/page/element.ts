/** The element of the page with an id. It is a mistake of ours when it is not there. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found;
}

type Child = Node | string;

/** Makes an element with properties and children. */
export function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  Object.assign(node, properties);
  node.append(...children);
  return node;
}
