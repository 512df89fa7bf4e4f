import type { Field } from '../../api/types';
import type { TreeNode } from '../../ui/tree';

/** A field, or a namespace with the number of fields in it. */
export type FieldNode = { field: Field } | { namespace: string; count: number };

const collator = new Intl.Collator('en', { numeric: true });

interface Branch {
  fields: Field[];
  branches: Map<string, Branch>;
}

/** Fields as a tree of namespaces: `sys` first, then by name, namespaces before fields. */
export function fieldTree(fields: readonly Field[]): TreeNode<FieldNode>[] {
  const root: Branch = { fields: [], branches: new Map() };
  for (const field of fields) {
    let branch = root;
    for (const name of namespacesOf(field.path)) {
      let next = branch.branches.get(name);
      if (!next) {
        next = { fields: [], branches: new Map() };
        branch.branches.set(name, next);
      }
      branch = next;
    }
    branch.fields.push(field);
  }
  return nodes(root, '');
}

function nodes(branch: Branch, path: string): TreeNode<FieldNode>[] {
  const namespaces = [...branch.branches].sort(([a], [b]) => order(a, b, path));
  const fields = [...branch.fields].sort((a, b) => collator.compare(nameOf(a.path), nameOf(b.path)));
  return [
    ...namespaces.map(([name, inner]) => {
      const namespace = `${path}${name}/`;
      return { id: namespace, label: name, value: { namespace, count: count(inner) }, children: nodes(inner, namespace) };
    }),
    ...fields.map((field) => ({ id: field.path, label: nameOf(field.path), value: { field } })),
  ];
}

function order(a: string, b: string, path: string): number {
  if (path === '' && (a === 'sys') !== (b === 'sys')) return a === 'sys' ? -1 : 1;
  return collator.compare(a, b);
}

function count(branch: Branch): number {
  let sum = branch.fields.length;
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

/** The ids of the namespaces that must be open for the field to be in sight. */
export function branchesTo(path: string): string[] {
  return namespacesOf(path).map((_, index, names) => `${names.slice(0, index + 1).join('/')}/`);
}

/** The fields whose paths have every word of the search, in any case. */
export function searchFields<T extends { path: string }>(fields: readonly T[], search: string): readonly T[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? fields : fields.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
}
