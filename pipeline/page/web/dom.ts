// Elements without a framework. Text only ever becomes text nodes: nothing that comes from a document is read as markup.

export type Child = Node | string | number | undefined | false | readonly Child[];

export interface Properties {
  readonly class?: string;
  readonly [name: string]: string | number | boolean | undefined | ((event: never) => void);
}

/**
 * Makes an element. `on…` are listeners; `true` sets an attribute without a value, `false` and undefined leave it out.
 * @example h('button', { class: 'primary', onclick: save }, say('save'))
 */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value as (event: Event) => void);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (isList(child)) append(parent, child);
    else parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

/** Puts new children in place of the old ones. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** Says something to a screen reader. */
export function announce(text: string): void {
  const live = document.getElementById('live');
  if (live === null) return;
  live.textContent = '';
  // the same sentence twice is read twice only when the region was empty in between
  setTimeout(() => {
    live.textContent = text;
  }, 30);
}

/** A button with the key that does the same. */
export function keyButton(
  label: string,
  key: string,
  onclick: () => void,
  properties: Properties = {},
): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', ...properties, onclick, ...(key === '' ? {} : { 'aria-keyshortcuts': key }) },
    h('span', { class: 'label' }, label),
    key !== '' && h('kbd', { 'aria-hidden': 'true' }, key),
  );
}
