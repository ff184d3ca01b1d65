// Where many surfaces stand in one text, found in one pass over it (Aho and Corasick's automaton), however many there are.
interface Node {
  readonly next: Map<number, Node>;
  fallback: Node | undefined;
  /** Surfaces that end here, the shorter ones of the fallbacks reached by `ending`. */
  surface: string | undefined;
  /** Nearest node on the way of fallbacks at which a surface ends. */
  ending: Node | undefined;
}

/**
 * Starts of every occurrence of every surface, overlapping ones too, in order.
 *
 * @example findOccurrences('anana', new Set(['ana', 'n'])).get('ana') // [0, 2]
 */
export function findOccurrences(text: string, surfaces: ReadonlySet<string>): Map<string, number[]> {
  const root = build(surfaces);
  const found = new Map<string, number[]>();
  let node = root;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    let next = node.next.get(unit);
    while (next === undefined && node.fallback !== undefined) {
      node = node.fallback;
      next = node.next.get(unit);
    }
    node = next ?? root;
    for (
      let end: Node | undefined = node.surface === undefined ? node.ending : node;
      end !== undefined;
      end = end.ending
    ) {
      const surface = end.surface ?? '';
      const starts = found.get(surface);
      const start = index + 1 - surface.length;
      if (starts === undefined) found.set(surface, [start]);
      else starts.push(start);
    }
  }
  return found;
}

function build(surfaces: ReadonlySet<string>): Node {
  const root = newNode();
  for (const surface of surfaces) {
    if (surface === '') continue;
    let node = root;
    for (let index = 0; index < surface.length; index += 1) {
      const unit = surface.charCodeAt(index);
      let next = node.next.get(unit);
      if (next === undefined) {
        next = newNode();
        node.next.set(unit, next);
      }
      node = next;
    }
    node.surface = surface;
  }
  const queue = [root];
  for (const node of queue) {
    for (const [unit, child] of node.next) {
      let fallback = node.fallback;
      while (fallback !== undefined && !fallback.next.has(unit)) fallback = fallback.fallback;
      child.fallback = fallback?.next.get(unit) ?? root;
      child.ending = child.fallback.surface === undefined ? child.fallback.ending : child.fallback;
      queue.push(child);
    }
  }
  return root;
}

function newNode(): Node {
  return { next: new Map(), fallback: undefined, surface: undefined, ending: undefined };
}
