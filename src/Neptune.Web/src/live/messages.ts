/** What a page says to the keeper of the event stream. */
export type ToStream = { kind: 'watch'; base: string; projects: string[] } | { kind: 'wake' } | { kind: 'leave' };

/** What the keeper says to a page; a change without ids is about everything in the project. */
export type FromStream = { kind: 'change'; project: string; change: number; ids?: string[] } | { kind: 'status'; connected: boolean };
