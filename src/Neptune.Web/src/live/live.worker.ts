import type { FromStream, ToStream } from './messages';
import { ChangeStream } from './stream';

/*
 * One event stream for all tabs: a browser opens six connections to a host over HTTP/1.1, so that with a stream in
 * each tab the seventh tab would not even load.
 */
const pages = new Map<MessagePort, string[]>();
let base = '';

const stream = new ChangeStream((message) => {
  for (const [page, projects] of pages)
    if (message.kind === 'status' || projects.includes(message.project)) page.postMessage(message satisfies FromStream);
});

function watchAll(): void {
  stream.watch(base, [...new Set([...pages.values()].flat())]);
}

function leave(page: MessagePort): void {
  pages.delete(page);
  watchAll();
}

(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = (event) => {
  const page = event.ports[0];
  page.onmessage = ({ data }: MessageEvent<ToStream>) => {
    if (data.kind === 'wake') return stream.wake();
    if (data.kind === 'leave') return leave(page);
    base = data.base;
    pages.set(page, data.projects);
    watchAll();
  };
  page.addEventListener('close', () => leave(page));
};
