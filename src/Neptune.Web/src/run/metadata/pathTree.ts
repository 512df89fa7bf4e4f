import type { TreeNode } from '../../ui/tree';

/** Something with a path, or a namespace with the number of things in it. */
export type PathNode<T> = { item: T } | { namespace: string; count: number };

interface Branch<T> {
  items: T[];
  branches: Map<string, Branch<T>>;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Fields, or files, as a tree of namespaces: `sys` first, then by name, namespaces before what is in them. */
export function pathTree<T extends { path: string }>(items: readonly T[]): TreeNode<PathNode<T>>[] {
  const root: Branch<T> = { items: [], branches: new Map() };
  for (const item of items) {
    let branch = root;
    for (const name of namespacesOf(item.path)) {
      let next = branch.branches.get(name);
      if (!next) {
        next = { items: [], branches: new Map() };
        branch.branches.set(name, next);
      }
      branch = next;
    }
    branch.items.push(item);
  }
  return nodes(root, '');
}

function nodes<T extends { path: string }>(branch: Branch<T>, path: string): TreeNode<PathNode<T>>[] {
  const namespaces = [...branch.branches].sort(([a], [b]) => order(a, b, path));
  const items = [...branch.items].sort((a, b) => collator.compare(nameOf(a.path), nameOf(b.path)));
  return [
    ...namespaces.map(([name, inner]) => {
      const namespace = `${path}${name}/`;
      return { id: namespace, label: name, value: { namespace, count: count(inner) }, children: nodes(inner, namespace) };
    }),
    ...items.map((item) => ({ id: item.path, label: nameOf(item.path), value: { item } })),
  ];
}

function order(a: string, b: string, path: string): number {
  if (path === '' && (a === 'sys') !== (b === 'sys')) return a === 'sys' ? -1 : 1;
  return collator.compare(a, b);
}

function count<T>(branch: Branch<T>): number {
  let sum = branch.items.length;
  for (const inner of branch.branches.values()) sum += count(inner);
  return sum;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** "a/b/c" is in the namespaces "a" and, in that, "b". */
function namespacesOf(path: string): string[] {
  return path.split('/').slice(0, -1);
}

/** The ids of the namespaces that must be open for what is at the path to be in sight. */
export function branchesTo(path: string): string[] {
  return namespacesOf(path).map((_, index, names) => `${names.slice(0, index + 1).join('/')}/`);
}

/** Those whose paths have every word of the search, in any case. */
export function searchPaths<T extends { path: string }>(items: readonly T[], search: string): readonly T[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? items : items.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
}
