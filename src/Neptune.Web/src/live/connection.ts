import type { FromStream, ToStream } from './messages';
import { ChangeStream } from './stream';

type Listener = (message: FromStream) => void;

const listeners = new Set<Listener>();
let projects: string[] = [];
let send: ((message: ToStream) => void) | undefined;

/** Hears the changes of a project until the returned function is called. */
export function watchProject(project: string, listener: Listener): () => void {
  listeners.add(listener);
  projects = [...projects, project];
  watch();
  return () => {
    listeners.delete(listener);
    const at = projects.indexOf(project);
    projects = projects.filter((_, i) => i !== at);
    watch();
  };
}

function watch(): void {
  send ??= connect();
  send({ kind: 'watch', base: document.baseURI, projects: [...new Set(projects)] });
}

function tellAll(message: FromStream): void {
  for (const listener of [...listeners]) listener(message);
}

function connect(): (message: ToStream) => void {
  const post = typeof SharedWorker === 'function' ? throughWorker() : directly();
  addEventListener('online', () => post({ kind: 'wake' }));
  document.addEventListener('visibilitychange', () => document.hidden || post({ kind: 'wake' }));
  addEventListener('pagehide', () => post({ kind: 'leave' }));
  addEventListener('pageshow', (event) => event.persisted && watch());
  return post;
}

function throughWorker(): (message: ToStream) => void {
  const worker = new SharedWorker(new URL('./live.worker.ts', import.meta.url), { type: 'module', name: 'neptune-live' });
  worker.port.onmessage = (event: MessageEvent<FromStream>) => tellAll(event.data);
  return (message) => worker.port.postMessage(message);
}

/** Some browsers (Chrome on Android) have no shared workers: each tab keeps its own stream. */
function directly(): (message: ToStream) => void {
  const stream = new ChangeStream(tellAll);
  return (message) => {
    if (message.kind === 'watch') stream.watch(message.base, message.projects);
    else if (message.kind === 'wake') stream.wake();
    else stream.close();
  };
}
