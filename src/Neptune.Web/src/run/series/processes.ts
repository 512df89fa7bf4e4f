import type { Field } from '../../api/types';

/** A process that worked on a run, with what is known of its surroundings. */
export interface Process {
  /** Its namespace, `monitoring/…`. */
  path: string;
  facts: { label: string; field: Field }[];
}

const scalars = ['int', 'float', 'bool', 'string', 'datetime'];

/** The processes below `monitoring`, each with its single values. */
export function processesOf(fields: readonly Field[]): Process[] {
  const processes = new Map<string, Process>();
  for (const field of fields) {
    const [root, name, ...rest] = field.path.split('/');
    if (root !== 'monitoring' || rest.length === 0 || !scalars.includes(field.type)) continue;
    const path = `${root}/${name}`;
    const process = processes.get(path) ?? { path, facts: [] };
    processes.set(path, process);
    process.facts.push({ label: rest.join('/').replace(/^environment\//, ''), field });
  }
  return [...processes.values()];
}
