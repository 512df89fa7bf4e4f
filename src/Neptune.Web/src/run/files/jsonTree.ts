import type { TreeNode } from '../../ui/tree';

/** A value that holds no others, as text in JSON; or how many it holds. */
export type JsonValue = { text: string; kind: 'text' | 'number' | 'word' } | { count: number; kind: 'list' | 'object' };

/** A number as it stands in the text: the parser alone would round it. */
class Exact {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** @throws SyntaxError where the text is no JSON. */
export function jsonTree(text: string): TreeNode<JsonValue>[] {
  const value = JSON.parse(text, keepExact);
  const root = nodeOf('', '', value);
  return root.children ?? [root];
}

function keepExact(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === 'number' && source !== undefined && source !== String(value) ? new Exact(source) : value;
}

function nodeOf(id: string, label: string, value: unknown): TreeNode<JsonValue> {
  if (value instanceof Exact) return { id, label, value: { kind: 'number', text: value.source } };
  if (Array.isArray(value))
    return {
      id,
      label,
      value: { kind: 'list', count: value.length },
      children: value.map((one, index) => nodeOf(`${id}/${index}`, String(index), one)),
    };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return {
      id,
      label,
      value: { kind: 'object', count: entries.length },
      children: entries.map(([key, one]) => nodeOf(`${id}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, key, one)),
    };
  }
  const kind = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'word';
  return { id, label, value: { kind, text: JSON.stringify(value) } };
}
